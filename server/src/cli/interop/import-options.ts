/** Options that every import has. */
import { basename } from 'node:path';
import type { ImportSettings } from '@trilogue/engine/interop/draft';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { OutputOptions } from './import-output.js';

export interface ImportOptions extends OutputOptions {
  readonly id?: string;
  readonly title?: string;
  readonly language?: string;
  readonly startsAt: string;
  readonly playMinutes: number;
}

/** A common StartEx: 08:00 in Manila, 09:00 in Tokyo, evening of the day before in Washington. */
const usualStart = '2026-12-01T08:00:00+08:00';

export function withImportOptions(command: Command): Command {
  return command
    .argument('<file>', 'what to import')
    .option('-o, --out <file>', 'write the draft to a file instead of standard output')
    .option('--findings <file>', 'write what was found to a file instead of standard error')
    .addOption(
      new Option('--format <format>', 'how to tell what was found')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'the least grave to end with exit code 1')
        .choices(['error', 'warning'])
        .default('error'),
    )
    .option('--id <id>', 'the scenario’s id; else made from the file’s name')
    .option('--title <title>', 'the scenario’s title; else the source’s')
    .option(
      '--language <tag>',
      'the language the source is written in; else guessed: ja or en',
      languageTag,
    )
    .option(
      '--starts-at <time>',
      'scenario date and hour where the source has none',
      isoTime,
      usualStart,
    )
    .option(
      '--play-minutes <minutes>',
      'length of play where the source has no times, or days of them',
      minutes,
      120,
    );
}

/** `sample`: some of the source's text, to guess its language by. */
export function settingsFor(file: string, options: ImportOptions, sample: string): ImportSettings {
  return {
    id: options.id ?? basename(file).replace(/\.[a-z0-9-]{1,5}$/i, ''),
    title: options.title,
    language: options.language ?? guessLanguage(sample),
    startsAt: options.startsAt,
    playMinutes: options.playMinutes,
  };
}

/** Only Japanese is told by its letters. */
function guessLanguage(sample: string): string {
  return (sample.match(/[\u3040-\u30ff]/g) ?? []).length > 20 ? 'ja' : 'en';
}

function languageTag(text: string): string {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)) {
    throw new InvalidArgumentError('a language tag such as en, ja or fil');
  }
  return text;
}

function isoTime(text: string): string {
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text);
  if (!isTime || !Number.isFinite(Date.parse(text))) {
    throw new InvalidArgumentError('a time with its offset, such as 2026-12-01T08:00:00+08:00');
  }
  return text.replace(/T(\d\d:\d\d)(Z|[+-])/, 'T$1:00$2');
}

function minutes(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 10 || value > 1_440) {
    throw new InvalidArgumentError('a whole number from 10 to 1440');
  }
  return value;
}
