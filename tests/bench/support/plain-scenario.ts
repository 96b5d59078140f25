/** A scenario of nothing but tables and injects that wait to be released, as large as is asked for. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PlainWish {
  readonly id: string;
  readonly tables: number;
  readonly injects: number;
  /** Characters of an inject's title, which travels to everybody at once. */
  readonly titleLength?: number;
  /** Characters of its body, which is fetched by whoever opens it. */
  readonly bodyLength?: number;
}

export const injectIdOf = (index: number) => `inject-${index}`;
export const tableIdOf = (index: number) => `table-${index}`;
export const teamIdOf = (index: number) => `team-${index}`;

/** Lays it out as scenarios/ is. */
export function writePlainScenario(folder: string, wish: PlainWish): void {
  mkdirSync(join(folder, wish.id), { recursive: true });
  writeFileSync(join(folder, wish.id, 'scenario.json'), JSON.stringify(plainScenario(wish)));
}

function plainScenario({ id, tables, injects, titleLength = 60, bodyLength = 700 }: PlainWish) {
  return {
    formatVersion: 1,
    id,
    title: 'For measuring',
    summary: 'For measuring.',
    estimatedMinutes: 480,
    defaultLanguage: 'en',
    languages: ['en'],
    parties: [{ id: 'ph', name: 'PH', timeZone: 'Asia/Manila', city: 'Manila', language: 'en' }],
    teams: Array.from({ length: tables }, (_, index) => ({
      id: teamIdOf(index),
      party: 'ph',
      name: `Team ${index}`,
      sector: 'Ports',
      mission: 'Keep the port open.',
    })),
    contacts: [{ id: 'control', name: 'Duty officer', role: 'Coast guard' }],
    phases: [{ id: 'only', title: 'Only', startsAt: '2026-12-01T08:00:00+08:00' }],
    injects: Array.from({ length: injects }, (_, index) => ({
      id: injectIdOf(index),
      number: String(index),
      title: `Report ${index} `.padEnd(titleLength, 'x'),
      kind: 'contextual',
      phase: 'only',
      channel: 'email',
      from: 'control',
      to: ['all'],
      tlp: 'GREEN',
      body: 'Text. '.padEnd(bodyLength, 'y'),
      release: { kind: 'manual' },
    })),
  };
}
