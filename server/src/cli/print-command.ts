import { join } from 'node:path';
import { editionOf } from '@trilogue/engine/handout/edition';
import { type HandoutLanguage, handoutLanguages } from '@trilogue/engine/handout/words/words';
import { formatProblem } from '@trilogue/engine/scenario/errors';
import { scenarioLimits } from '@trilogue/engine/scenario/limits';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { type Playbook, toPlaybook } from '@trilogue/engine/scenario/playbook';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { print, progress, tell } from './console.js';
import { CliError } from './exit-codes.js';
import { readText, write } from './files.js';
import { needChromium, printPdf } from './print/chromium.js';
import { filesOf, type PrintedKind, printedKinds } from './print/documents.js';
import { type Paper, papers } from './print/frame.js';

interface Options {
  readonly lang?: readonly HandoutLanguage[];
  readonly out: string;
  readonly what?: readonly PrintedKind[];
  readonly pdf?: boolean;
  readonly paper: Paper;
}

/** `trilogue print`: everything that a drill needs on paper. */
export function registerPrint(program: Command): void {
  program
    .command('print')
    .description('Make what a drill needs on paper: MSEL, cards, manuals, guides, sheets.')
    .argument('<file>', 'the scenario')
    .requiredOption('-o, --out <folder>', 'where to write; each language gets a folder in it')
    .option(
      '--lang <languages>',
      `languages, such as "en,ja"; those of the scenario where left out (${handoutLanguages.join(', ')})`,
      someOf(handoutLanguages),
    )
    .option(
      '--what <kinds>',
      `what to make, such as "msel,cards"; everything where left out (${printedKinds.join(', ')})`,
      someOf(printedKinds),
    )
    .option('--pdf', 'make PDF besides, with an installed Chromium or Chrome')
    .addOption(new Option('--paper <size>', 'size of the paper').choices(papers).default('a4'))
    .addHelpText(
      'after',
      `
What is made, for each language:
  msel        msel: the Master Scenario Events List
  cards       cards-<team> for each team, and cards-register, which tells control when to hand out what
  sitman      sitman: the situation manual for players; module-sheets, handed out as modules begin
  controller  controller-guide
  evaluator   evaluator-guide: the Exercise Evaluation Guide
  signin      sign-in
  feedback    feedback: the participants' form

Only cards-<team>, sitman, module-sheets, sign-in and feedback are for players.
A browser for --pdf is looked for in CHROMIUM_PATH and on the PATH.

Examples:
  $ trilogue print scenario.json --out paper
  $ trilogue print scenario.json --out paper --lang ja --what cards,sitman --pdf
  $ trilogue print scenario.json --out paper --paper letter`,
    )
    .action(async (file: string, options: Options) => {
      const chromium = options.pdf === true ? needChromium(process.env) : null;
      const playbook = await load(file);
      const languages = options.lang ?? languagesOf(playbook);
      const paths: string[] = [];
      for (const language of languages) paths.push(...(await make(playbook, language, options)));
      if (chromium !== null) await makePdfs(chromium, paths);
      for (const path of paths) print(`${path}.html${chromium === null ? '' : `\n${path}.pdf`}`);
    });
}

async function load(file: string): Promise<Playbook> {
  const loaded = loadScenario(await readText(file, scenarioLimits.fileLength * 4));
  if (!loaded.ok) {
    throw new CliError(loaded.problems.map((one) => `${file}: ${formatProblem(one)}`).join('\n'));
  }
  return toPlaybook(loaded.scenario);
}

/** The scenario's languages that documents come in; English where it has none of them. */
function languagesOf({ scenario }: Playbook): HandoutLanguage[] {
  const known = handoutLanguages.filter((language) => scenario.languages.includes(language));
  return known.length > 0 ? known : ['en'];
}

/** Writes the pages of one language; returns their paths without the ending. */
async function make(
  playbook: Playbook,
  language: HandoutLanguage,
  { what = printedKinds, paper, out }: Options,
): Promise<string[]> {
  const edition = editionOf(playbook, language);
  if (edition.missing > 0) {
    tell(`${language}: ${edition.missing} texts are missing and stand in another language`);
  }
  const paths: string[] = [];
  for (const { name, html } of what.flatMap((kind) => filesOf(edition, kind, paper))) {
    const path = join(out, language, name);
    await write(`${path}.html`, html());
    paths.push(path);
  }
  return paths;
}

async function makePdfs(chromium: string, paths: readonly string[]): Promise<void> {
  const bar = progress('PDF', paths.length);
  const startedAt = performance.now();
  try {
    for (const [index, path] of paths.entries()) {
      await printPdf(chromium, `${path}.html`, `${path}.pdf`);
      bar.step(index + 1);
    }
  } finally {
    bar.stop();
  }
  tell(`${paths.length} PDF files in ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
}

/** Names with commas between them, each once, in the order of the list. */
function someOf<Name extends string>(known: readonly Name[]): (text: string) => Name[] {
  return (text) => {
    const asked = text.split(',').map((part) => part.trim());
    const unknown = asked.filter((part) => !known.some((name) => name === part));
    if (unknown.length > 0) {
      throw new InvalidArgumentError(`"${unknown.join('", "')}" is none of ${known.join(', ')}.`);
    }
    return known.filter((name) => asked.includes(name));
  };
}
