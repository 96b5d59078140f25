/** Leaks to be caught: each once stood in a projection, or well might. */

import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { PlayerAudience } from '@trilogue/engine/views/audience';
import {
  draftCommentView,
  obligationView,
  positionView,
  shareView,
} from '@trilogue/engine/views/exchange-parts';
import { project, viewOf } from '@trilogue/engine/views/project';
import type { Step } from './random-drill.js';
import { honest, type Leak, type Teller } from './secrecy-check.js';

export interface PlantedLeak {
  readonly name: string;
  readonly teller: Teller;
  readonly isCaught: (leak: Leak) => boolean;
}

const leaked =
  (where: Leak['where'], audience: string, ...kinds: readonly Leak['kind'][]) =>
  (leak: Leak) =>
    leak.where === where && leak.audience.startsWith(audience) && kinds.includes(leak.kind);

/** A step that tells players more besides. */
const stepToPlayers = (
  more: (step: Step, audience: PlayerAudience) => readonly object[],
): Teller => ({
  ...honest,
  step: (step, audience) => [
    honest.step(step, audience),
    audience.role === 'player' ? more(step, audience) : [],
  ],
});

/** A view that tells players more besides. */
const viewToPlayers = (
  more: (state: ExerciseState, audience: PlayerAudience) => readonly unknown[],
): Teller => ({
  ...honest,
  view: (state, audience) =>
    audience.role === 'player' ? more(state, audience) : viewOf(state, audience),
});

export const plantedLeaks: readonly PlantedLeak[] = [
  {
    name: 'an inject shown to a table that it was not sent to',
    teller: stepToPlayers(({ fact, after }) => {
      if (fact.type !== 'InjectReleased') return [];
      const inject = after.playbook.injects.get(fact.injectId);
      return [{ part: 'injects', value: { title: inject?.title } }];
    }),
    isCaught: leaked('step', 'player', 'inject title'),
  },
  {
    name: 'tasks that were not announced',
    teller: stepToPlayers(({ fact, after }, { tableId }) => {
      if (fact.type !== 'InjectReleased' || !fact.tableIds.includes(tableId)) return [];
      const inject = after.playbook.injects.get(fact.injectId);
      return (inject?.expectations ?? []).map(({ id }) => ({ part: 'tasks', id }));
    }),
    isCaught: leaked('step', 'player', 'expectation id'),
  },
  {
    name: 'scores that were never shown',
    teller: {
      ...honest,
      view: (state, audience) =>
        viewOf({ ...state, scoresShown: { players: true, observers: true } }, audience),
    },
    isCaught: leaked('view', '', 'points'),
  },
  {
    name: 'every message shown to every player, the staff’s own among them',
    teller: viewToPlayers((state) => [...state.messages.values()]),
    isCaught: leaked('view', 'player', 'message of the staff', 'message of a table'),
  },
  {
    name: 'the titles of RED injects on the wall',
    teller: {
      ...honest,
      view: (state, audience) =>
        audience.role === 'observer' ? viewOf(asIfClear(state), audience) : null,
    },
    isCaught: leaked('view', 'observer', 'inject title'),
  },
  {
    name: 'any inject’s text to any player who asks',
    teller: {
      ...honest,
      body: ({ playbook }, audience, injectId) =>
        audience.role === 'player' ? { body: playbook.injects.get(injectId)?.body } : null,
    },
    isCaught: leaked('body', 'player', 'inject body'),
  },
  {
    name: 'a RED share shown to the whole table',
    teller: viewToPlayers((state, { tableId }) =>
      [...state.shares.values()]
        .filter((share) => share.tableId === tableId || share.to.tableIds.includes(tableId))
        .map((share) => shareView(state, share)),
    ),
    isCaught: leaked('view', 'player', 'RED share'),
  },
  {
    name: 'that a RED share was sent, by a number only',
    teller: {
      ...honest,
      step: (step, audience) => {
        const told = project(step.before, step.fact, step.after, audience);
        if (step.fact.type !== 'InformationShared' || told.kind === 'reset') return told;
        const { seq } = step.fact;
        return { ...told, changes: [...told.changes, { part: 'shares', id: String(seq) }] };
      },
    },
    isCaught: leaked('step', 'player', 'a whisper'),
  },
  {
    name: 'what was given to one person, to all at the table',
    teller: {
      ...honest,
      view: (state, audience) =>
        viewOf(
          { ...state, holdings: state.holdings.map((held) => ({ ...held, seatIds: null })) },
          audience,
        ),
    },
    isCaught: leaked('view', 'player', 'item body', 'item sanitised body'),
  },
  {
    name: 'an item’s text to a table that does not hold it',
    teller: viewToPlayers(({ playbook }) => [...playbook.items.values()].map(({ body }) => body)),
    isCaught: leaked('view', 'player', 'item body'),
  },
  {
    name: 'a task that names what the table has never heard of',
    teller: stepToPlayers(({ fact, after }, { tableId }) => {
      if (fact.type !== 'InjectReleased' || !fact.tableIds.includes(tableId)) return [];
      const rules = after.playbook.injects.get(fact.injectId)?.expectations ?? [];
      return rules.filter(({ announced }) => announced).map((rule) => ({ ...rule, id: '' }));
    }),
    isCaught: leaked('step', 'player', 'item id'),
  },
  {
    name: 'a joint position to those who take no part',
    teller: viewToPlayers((state) =>
      [...state.positions].map(([id, now]) => positionView(state, id, now)),
    ),
    isCaught: leaked('view', 'player', 'position title', 'stance reason'),
  },
  {
    name: 'what an option earns, and why',
    teller: viewToPlayers(({ playbook, positions }) =>
      [...positions.keys()].flatMap((id) => playbook.positions.get(id)?.options ?? []),
    ),
    isCaught: leaked('view', 'player', 'option rationale'),
  },
  {
    name: 'comments on a draft to every table',
    teller: stepToPlayers(({ fact, after }) => {
      const comment = after.draftComments.get(String(fact.seq));
      return comment === undefined ? [] : [draftCommentView(after, comment)];
    }),
    isCaught: leaked('step', 'player', 'comment'),
  },
  {
    name: 'one table’s report to another',
    teller: viewToPlayers((state) =>
      [...state.obligations.values()].map(({ obligationId, tableId }) =>
        obligationView(state, obligationId, tableId),
      ),
    ),
    isCaught: leaked('view', 'player', 'report'),
  },
  {
    name: 'observations that were kept',
    teller: viewToPlayers(({ observations }) => [...observations.values()]),
    isCaught: leaked('view', 'player', 'observation kept'),
  },
  {
    name: 'observations before the end',
    teller: {
      ...honest,
      view: (state, audience) =>
        viewOf({ ...state, lifecycle: { ...state.lifecycle, stage: 'ended' } }, audience),
    },
    isCaught: leaked('view', 'player', 'observation for all'),
  },
  {
    name: 'needs and penalties during play',
    teller: {
      ...honest,
      view: (state, audience) =>
        viewOf({ ...state, lifecycle: { ...state.lifecycle, stage: 'ended' } }, audience),
    },
    isCaught: leaked('view', 'player', 'verdict'),
  },
  {
    name: 'translations to everybody',
    teller: stepToPlayers(({ fact }) => (fact.type === 'TextTranslated' ? [fact] : [])),
    isCaught: leaked('step', 'player', 'translation'),
  },
  {
    name: 'the words of one nation to another',
    teller: viewToPlayers(({ playbook }) =>
      [...playbook.injects.values()].flatMap(({ perRecipient }) => perRecipient),
    ),
    isCaught: leaked('view', 'player', 'own title', 'own body'),
  },
  {
    name: 'the form of an inject that was not drawn',
    teller: viewToPlayers(({ playbook }) =>
      [...playbook.injects.values()].flatMap(({ variants }) => variants ?? []),
    ),
    isCaught: leaked('view', 'player', 'variant title', 'variant body'),
  },
  {
    name: 'a view that outlives a rewind',
    teller: {
      ...honest,
      step: (step, audience) =>
        step.fact.type === 'Rewound' ? viewOf(step.before, audience) : honest.step(step, audience),
    },
    isCaught: leaked('step', 'player', 'share', 'answer', 'draft', 'inject title'),
  },
];

function asIfClear(state: ExerciseState): ExerciseState {
  const injects = [...state.playbook.injects].map(
    ([id, inject]) => [id, { ...inject, tlp: 'CLEAR' as const }] as const,
  );
  return { ...state, playbook: { ...state.playbook, injects: new Map(injects) } };
}
