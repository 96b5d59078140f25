import type { RehearsalReport } from '@trilogue/engine/rehearsal/report';
import { reportOf } from '@trilogue/engine/rehearsal/statistics';
import { type TeamsOption, temperaments } from '@trilogue/engine/rehearsal/temperament';
import { formatProblem } from '@trilogue/engine/scenario/errors';
import { scenarioLimits } from '@trilogue/engine/scenario/limits';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { type Playbook, toPlaybook } from '@trilogue/engine/scenario/playbook';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { print, progress, tell } from './console.js';
import { CliError, exitCodes } from './exit-codes.js';
import { readText, refuseUnwritable, write } from './files.js';
import { htmlReport } from './rehearse/html-report.js';
import { rehearseAll } from './rehearse/pool.js';
import { textReport } from './rehearse/text-report.js';

interface Options {
  readonly runs: number;
  readonly teams: TeamsOption;
  readonly seed: number;
  readonly tables?: number;
  readonly format: 'text' | 'json' | 'html';
  readonly out?: string;
  readonly lang?: string;
}

/** `trilogue rehearse`: plays the real engine with synthetic teams, many times. */
export function registerRehearse(program: Command): void {
  program
    .command('rehearse')
    .description('Play a scenario many times with synthetic teams and tell what comes of it.')
    .argument('<file>', 'the scenario')
    .option('-n, --runs <number>', 'how many rehearsals', whole(1, 100_000), 1_000)
    .addOption(
      new Option('-t, --teams <kind>', 'how the teams behave')
        .choices([...temperaments, 'mixed'])
        .default('mixed'),
    )
    .option('-s, --seed <number>', 'the same seed gives the same report', whole(0, 0xffff_ffff), 1)
    .option('--tables <number>', 'merge the teams to so many tables', whole(1, 200))
    .addOption(
      new Option('-f, --format <format>', 'text, JSON, or one self-contained HTML page')
        .choices(['text', 'json', 'html'])
        .default('text'),
    )
    .option('-o, --out <file>', 'write it to a file')
    .option('--lang <language>', 'language of titles in the report')
    .addHelpText(
      'after',
      `
The teams see only what a player's screen shows. They know no points and no conditions:
  prompt    do what is asked within minutes, and mind every marking
  slow      take their time and leave some things undone
  silent    do nothing at all
  mistaken  act on half of it, and disregard markings
  mixed     each table draws one of these

Exit code 1 tells that something was never reached.

Examples:
  $ trilogue rehearse scenario.json
  $ trilogue rehearse scenario.json --runs 200 --teams silent --tables 3
  $ trilogue rehearse scenario.json --format html --out rehearsal.html`,
    )
    .action(async (file: string, options: Options) => {
      const text = await readText(file, scenarioLimits.fileLength * 4);
      const loaded = loadScenario(text);
      if (!loaded.ok) {
        throw new CliError(
          loaded.problems.map((one) => `${file}: ${formatProblem(one)}`).join('\n'),
        );
      }
      const playbook = toPlaybook(loaded.scenario);
      refuseUnmet(playbook, options);
      if (options.out !== undefined) await refuseUnwritable(options.out);
      const report = await rehearsal(text, playbook, options);
      const rendered = render(report, playbook, options);
      if (options.out === undefined) print(rendered);
      else await write(options.out, rendered);
      if (report.unreached.length > 0) process.exitCode = exitCodes.findings;
    });
}

function refuseUnmet({ scenario }: Playbook, { lang, tables }: Options): void {
  const { languages, teams } = scenario;
  if (lang !== undefined && !languages.includes(lang)) {
    throw new CliError(`--lang "${lang}": the scenario is written in ${languages.join(', ')}`);
  }
  if (tables !== undefined && tables > teams.length) {
    throw new CliError(`--tables ${tables}: the scenario has ${teams.length} teams`);
  }
}

async function rehearsal(
  scenarioText: string,
  playbook: Playbook,
  { runs, teams, seed, tables: count }: Options,
): Promise<RehearsalReport> {
  const tables = tablesFor(playbook, count);
  const bar = progress('Rehearsing', runs);
  const startedAt = performance.now();
  const { summaries, times } = await rehearseAll(
    { scenarioText, seed, teams, tables, runs },
    (done) => bar.step(done),
  ).finally(() => bar.stop());
  const seconds = (performance.now() - startedAt) / 1_000;
  const median = [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
  // How long it took differs each time, so it stands apart from the report.
  tell(`${runs} rehearsals in ${seconds.toFixed(1)} s, ${median.toFixed(1)} ms each (median)`);
  return reportOf(playbook, { seed, teams }, tables, summaries);
}

/** Each team at its own table, or teams of one party together as evenly as they go. */
function tablesFor({ scenario }: Playbook, count: number | undefined): string[][] {
  if (count === undefined) {
    return scenario.teams.map(({ id }) => [id]);
  }
  const inOrder = scenario.parties.flatMap(({ id }) =>
    scenario.teams.filter(({ party }) => party === id).map((team) => team.id),
  );
  return Array.from({ length: count }, (_, table) =>
    inOrder.filter((_, place) => Math.floor((place * count) / inOrder.length) === table),
  );
}

function render(report: RehearsalReport, playbook: Playbook, { format, lang }: Options): string {
  const language = lang ?? playbook.scenario.defaultLanguage;
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  return format === 'html'
    ? htmlReport(report, playbook, language)
    : textReport(report, playbook, language);
}

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new InvalidArgumentError(`a whole number from ${least} to ${most}`);
    }
    return value;
  };
}
