import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkScenario } from '@trilogue/engine/lint/lint';
import { describe, expect, onTestFinished, test } from 'vitest';
import { optionsFrom } from './new/new-options.js';
import { writeNew } from './new-command.js';

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trilogue-new-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const now = Date.parse('2026-11-23T06:00:00Z');

describe('a new scenario', () => {
  test('[CLI5] can be run at once, and its schema and guide stand beside it', async () => {
    const folder = join(await emptyFolder(), 'storm-tide');
    await writeNew({ modules: 3, teamsPerParty: 2 }, folder, false, now);
    const { scenario, findings } = checkScenario(
      await readFile(join(folder, 'scenario.json'), 'utf8'),
    );
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(scenario).toMatchObject({
      $schema: './scenario.schema.json',
      id: 'storm-tide',
      title: { en: 'Storm tide' },
      languages: ['en', 'ja', 'fil'],
      estimatedMinutes: 60,
    });
    expect(scenario?.teams.length).toBe(6);
    expect(scenario?.phases[0]?.startsAt).toBe('2027-01-22T00:00:00.000Z');
    const schema = JSON.parse(await readFile(join(folder, 'scenario.schema.json'), 'utf8'));
    expect(schema.title).toBe('Trilogue scenario');
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toContain('# Storm tide');
  });

  test('[CLI5] among other scenarios it uses their schema', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'scenario.schema.json'), '{}');
    await writeNew({}, join(folder, 'drill'), false, now);
    const file = JSON.parse(await readFile(join(folder, 'drill/scenario.json'), 'utf8'));
    expect(file.$schema).toBe('../scenario.schema.json');
    await expect(stat(join(folder, 'drill/scenario.schema.json'))).rejects.toThrow();
  });

  test('[CLI6] nothing is written over, unless it is asked for', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'README.md'), 'Mine.');
    await expect(writeNew({}, folder, false, now)).rejects.toThrow('--force');
    await expect(stat(join(folder, 'scenario.json'))).rejects.toThrow();
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe('Mine.');
    await writeNew({}, folder, true, now);
    expect(await readFile(join(folder, 'README.md'), 'utf8')).not.toBe('Mine.');
  });

  test('[CLI5] a party of one’s own has a zone, a city and a language', () => {
    const { parties } = optionsFrom(
      { parties: 'ph, Nordland-by-Sea:Europe/Oslo:Oslo:no' },
      'x',
      now,
    );
    expect(parties).toMatchObject([
      { id: 'ph', language: 'fil' },
      { id: 'nordland-by-sea', timeZone: 'Europe/Oslo', city: { en: 'Oslo' }, language: 'no' },
    ]);
  });

  test.each([
    [{ parties: 'jp,atlantis' }, 'NAME:ZONE:CITY:LANGUAGE'],
    [{ parties: 'Atlantis:Sea/Deep:Atlantis:en' }, 'no time zone "Sea/Deep"'],
    [{ parties: 'Atlantis:Europe/Oslo:Atlantis:English' }, 'no language tag'],
    [{ parties: '島国:Asia/Tokyo:島:ja' }, 'Latin letters'],
    [{ parties: 'jp,jp' }, 'an id of its own'],
    [{ parties: 'jp' }, 'two teams'],
    [{ languages: 'en,de' }, 'en, ja, fil'],
    [{ id: 'Storm Tide' }, 'an id is lower-case letters'],
    [{ modules: 6, minutes: 30 }, 'at least 60 minutes'],
  ])('[CLI7] a wish that can’t be met is refused in words: %o', async (wishes, words) => {
    const folder = await emptyFolder();
    await expect(writeNew(wishes, folder, true, now)).rejects.toThrow(words);
    await expect(stat(join(folder, 'scenario.json'))).rejects.toThrow();
  });
});
