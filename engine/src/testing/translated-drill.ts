/** A drill with a translator in it, for tests of what waits for its languages and what is told in them. */
import type { CommandOf } from '../exercise/commands.js';
import { injectState } from '../exercise/state.js';
import type { InjectId, TableId } from '../protocol/ids.js';
import type { Scenario } from '../scenario/schema.js';
import { playerAudience } from '../views/audience.js';
import type { PlayerInjectBody, PlayerView } from '../views/player-view.js';
import { injectBody, viewOf } from '../views/project.js';
import { type Drill, inject, join, running, seat } from './drill.js';
import { exchangeScenario } from './exchange-scenario.js';

export const scenario = exchangeScenario();
export const translator = seat('translator');

export function withTranslator(tables?: Record<string, string[]>): Drill {
  return withTranslatorIn(scenario, tables);
}

export function withTranslatorIn(of: Scenario, tables?: Record<string, string[]>): Drill {
  const drill = running(of, tables === undefined ? {} : { tables });
  join(drill, 'translator', 'translator', null);
  return drill;
}

export const translate = (
  of: number,
  field: string,
  language: string,
  text = `${language}: ${field}`,
): CommandOf<'AddTranslation'> => ({ type: 'AddTranslation', of, field, language, text });

export const edit = (words: Partial<CommandOf<'EditInject'>>): CommandOf<'EditInject'> => ({
  type: 'EditInject',
  injectId: inject('later'),
  untilTranslated: true,
  ...words,
});

export const improvise = (
  more: Partial<CommandOf<'ImproviseInject'>>,
): CommandOf<'ImproviseInject'> => ({
  type: 'ImproviseInject',
  title: 'A call',
  body: 'EXERCISE. Somebody calls.',
  channel: 'call',
  from: 'reporter' as never,
  to: ['jp' as never, 'us' as never],
  tlp: 'GREEN',
  expectations: [],
  releaseNow: true,
  untilTranslated: true,
  ...more,
});

export const viewOfTable = ({ state }: Drill, tableId: string) =>
  viewOf(state, playerAudience(tableId as TableId)) as PlayerView;
export const bodyFor = ({ state }: Drill, tableId: string, injectId: string) =>
  injectBody(state, playerAudience(tableId as TableId), injectId as InjectId) as PlayerInjectBody;
export const later = ({ state }: Drill) => injectState(state, inject('later'));
