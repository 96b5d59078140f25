/** Deals every team its cards: injects, the information they bring, joint positions, report forms. */
import type { InjectId, PositionId, TeamId } from '../protocol/ids.js';
import { causesOf } from '../scenario/effect-sites.js';
import type { Inject } from '../scenario/inject-schema.js';
import type { Team } from '../scenario/schema.js';
import type { CardBody, ControlNote, DealtCard, TeamDeck } from './card.js';
import { injectForms, itemCard, positionCard, reportCard } from './card-bodies.js';
import { codesFor } from './card-codes.js';
import { type Edition, isAddressed, name, partyTime, prose } from './edition.js';
import { occasionWords } from './effect-words.js';
import { whenWords } from './msel.js';
import { playTime } from './play-time.js';
import { chaptersOf, routeOf } from './storyline.js';
import { startsWords } from './trigger-words.js';

/** A card before it has its code. */
interface Drawn {
  readonly key: string;
  readonly body: CardBody;
  readonly scenarioTime: string | null;
  readonly control: ControlNote;
}

export function decksOf(edition: Edition): TeamDeck[] {
  const { scenario, parties } = edition.playbook;
  // What control knows of an inject is the same for all teams.
  const injects = chaptersOf(edition)
    .flatMap((chapter) => chapter.injects)
    .map((inject): NotedInject => ({ inject, note: noteOf(edition, inject) }));
  const dealt = scenario.teams.map((team) => ({ team, cards: drawFor(edition, team, injects) }));
  const codes = codesFor(dealt.flatMap(({ cards }) => cards.map(({ key }) => key)));
  return dealt.map(({ team, cards }) => ({
    teamId: team.id,
    team: name(edition, team.name),
    party: name(edition, parties.get(team.party)?.name ?? team.party),
    sector: prose(edition, team.sector),
    mission: prose(edition, team.mission),
    cards: cards.map(({ key, body, scenarioTime, control }): DealtCard => {
      const card = { code: codes.get(key) ?? '', scenarioTime, ...body };
      return { card, control };
    }),
  }));
}

interface NotedInject {
  readonly inject: Inject;
  readonly note: ControlNote;
}

function drawFor(edition: Edition, team: Team, injects: readonly NotedInject[]): Drawn[] {
  const drawn = [
    ...broughtBy(edition, team.id, null, atStart(edition)),
    ...injects.flatMap(({ inject, note }) => drawInject(edition, team, inject, note)),
    ...positionsByHand(edition, team.id),
    ...reportForms(edition, team.id),
  ];
  return [
    ...drawn.filter(({ control }) => !control.isHeld),
    ...drawn.filter(({ control }) => control.isHeld),
  ];
}

function drawInject(edition: Edition, team: Team, inject: Inject, note: ControlNote): Drawn[] {
  const { playbook, words } = edition;
  const receives = playbook.recipients.get(inject.id)?.includes(team.id) ?? false;
  const forms = receives ? injectForms(edition, inject, team.id) : [];
  return [
    ...forms.map(({ variant, card }, index): Drawn => {
      const alternative =
        variant === null ? null : words.cards.alternative(index + 1, forms.length);
      return {
        key: `${team.id} inject ${inject.id} ${variant?.id ?? ''}`,
        body: card,
        scenarioTime: note.isHeld ? null : timeFor(edition, team, inject),
        control: { ...note, alternative },
      };
    }),
    ...broughtBy(edition, team.id, inject.id, note),
  ];
}

/** What comes with an inject, or is there from StartEx. */
function broughtBy(
  edition: Edition,
  teamId: TeamId,
  injectId: InjectId | null,
  control: ControlNote,
): Drawn[] {
  const { playbook } = edition;
  const items = (playbook.itemsWith.get(injectId) ?? []).flatMap((id): Drawn[] => {
    const item = playbook.items.get(id);
    if (item === undefined || !isAddressed(edition, item.holders, teamId)) return [];
    const body = itemCard(edition, item);
    return [{ key: `${teamId} item ${id}`, body, scenarioTime: null, control }];
  });
  if (injectId === null) return items;
  const positions = playbook.positionsWith.get(injectId) ?? [];
  return [...items, ...positions.flatMap((id) => drawPosition(edition, teamId, id, control))];
}

function drawPosition(
  edition: Edition,
  teamId: TeamId,
  positionId: PositionId,
  control: ControlNote,
): Drawn[] {
  const position = edition.playbook.positions.get(positionId);
  if (position === undefined) return [];
  const isTheirs =
    position.voices.includes(teamId) || isAddressed(edition, position.participants, teamId);
  const body = positionCard(edition, position, teamId);
  const key = `${teamId} position ${positionId}`;
  return isTheirs ? [{ key, body, scenarioTime: null, control }] : [];
}

/** Joint positions that a controller or an effect opens. */
function positionsByHand(edition: Edition, teamId: TeamId): Drawn[] {
  const { playbook, words } = edition;
  return (playbook.positionsWith.get(null) ?? []).flatMap((id) => {
    const causes = causesOf(
      playbook,
      (effect) => effect.kind === 'openPosition' && effect.position === id,
    );
    const when = causes.map(({ occasion }) =>
      words.happens.when(occasionWords(edition, occasion), null),
    );
    const control = held(words.cards.positions, when.length > 0 ? when : [words.happens.manual]);
    return drawPosition(edition, teamId, id, control);
  });
}

/** A form for each report that the team may come to owe. */
function reportForms(edition: Edition, teamId: TeamId): Drawn[] {
  const { playbook, words } = edition;
  return playbook.scenario.obligations
    .filter(({ teams }) => teams.includes(teamId))
    .map((obligation) => ({
      key: `${teamId} report ${obligation.id}`,
      body: reportCard(edition, obligation),
      scenarioTime: null,
      control: held(words.cards.reports, startsWords(edition, obligation)),
    }));
}

function noteOf(edition: Edition, inject: Inject): ControlNote {
  const { playbook, schedule, words } = edition;
  const moment = schedule.injectAt(inject.id);
  const phase = playbook.phases.get(inject.phase)?.phase;
  const isInDeck = inject.release.kind === 'deck';
  return {
    number: inject.number,
    chapter: isInDeck ? words.msel.deck : name(edition, phase?.title ?? inject.phase),
    playTime: moment?.anchor === 'startEx' ? playTime(moment.minutes) : null,
    when: whenWords(edition, inject),
    alternative: null,
    isHeld: routeOf(playbook, inject) !== 'planned',
  };
}

function atStart({ words }: Edition): ControlNote {
  const { startEx, fromStart } = words.cards;
  return {
    number: null,
    chapter: startEx,
    playTime: playTime(0),
    when: [fromStart],
    alternative: null,
    isHeld: false,
  };
}

function held(chapter: string, when: readonly string[]): ControlNote {
  return { number: null, chapter, playTime: null, when, alternative: null, isHeld: true };
}

function timeFor(edition: Edition, team: Team, inject: Inject): string | null {
  const { playbook, schedule } = edition;
  const moment = schedule.injectAt(inject.id);
  const party = playbook.parties.get(team.party);
  if (moment === null || party === undefined) return null;
  const scenarioMs = schedule.scenarioMs(moment, inject.phase);
  return scenarioMs === null ? null : partyTime(edition, party, scenarioMs);
}
