/** `trilogue check` and `trilogue new` as the processes that people start. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { trilogue } from '../support/trilogue.js';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'trilogue-cli-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

test('[CLI8] a new scenario is written without a question, and told of once it is spoiled', async () => {
  const drill = join(folder(), 'drill');
  expect(await trilogue(['new', drill, '--parties', 'jp,ph'])).toMatchObject({
    status: 0,
    stdout: '',
  });

  const text = readFileSync(join(drill, 'scenario.json'), 'utf8');
  const spoiled = text.replace('EXERCISE EXERCISE EXERCISE', 'ALARM');
  const piped = await trilogue(['check', '-', '--severity', 'warning', '--format', 'sarif'], {
    input: spoiled,
  });
  expect(piped).toMatchObject({ status: 1, stderr: '' });
  expect(JSON.parse(piped.stdout).runs[0].results).toMatchObject([
    {
      ruleId: 'content/no-banner',
      locations: [{ physicalLocation: { artifactLocation: { uri: '%3Cstdin%3E' } } }],
    },
  ]);

  expect(await trilogue(['check', 'no-such-file.json'])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: 'no-such-file.json: there is no such file\n',
  });
});
