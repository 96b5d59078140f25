/** English: names of things, and sentences about what happens. Clauses fit after "when". */
import type { Channel, ExpectationKind, InjectKind } from '../../scenario/inject-schema.js';
import type { AssetStatus } from '../../scenario/world-schema.js';
import type { Route } from '../storyline.js';

export const enStory = {
  join: (items: readonly string[]) => listed(items, 'and'),
  either: (items: readonly string[]) => listed(items, 'or'),
  pair: (what: string, detail: string) => `${what}: ${detail}`,
  person: (name: string, role: string) => `${name}, ${role}`,
  duration: (minutes: number) =>
    minutes < 1 ? `${Math.round(minutes * 60)} s` : `${Math.round(minutes * 10) / 10} min`,
  storyHours: (hours: number) => `${hours} h of scenario time`,
  within: (time: string) => `within ${time}`,
  anyOf: (teams: string) => `any one of: ${teams}`,
  rate: (rate: number) =>
    rate === 0 ? 'the story stands still' : `1 min of play = ${rate} min of the story`,
  labels: {
    number: 'No.',
    scenarioTime: 'Scenario time',
    playTime: 'Scheduled play time',
    actual: 'Actual',
    from: 'From',
    to: 'To',
    method: 'Method',
    message: 'Message',
    expectedAction: 'Expected action',
    objective: 'Objective',
    capability: 'Capability',
    controller: 'Responsible controller',
    phase: 'Module',
    status: 'Status',
    team: 'Team',
    teams: 'Teams',
    party: 'Party',
    parties: 'Parties',
    sector: 'Sector',
    mission: 'Mission',
    system: 'System',
    place: 'Place',
    dependsOn: 'Depends on',
    gauge: 'Gauge',
    milestone: 'Milestone',
    tlp: 'Marking',
    choice: 'Choice',
    option: 'Option',
    voices: 'Voices',
    rule: 'Rule',
    originator: 'Originator',
    holders: 'Holders',
    releasableTo: 'May go to',
    sanitised: 'Sanitised form',
    allTeams: 'all teams',
    assetStatus: {
      operational: 'operational',
      degraded: 'degraded',
      isolated: 'isolated',
      compromised: 'compromised',
      down: 'down',
    } satisfies Record<AssetStatus, string>,
    kind: {
      contextual: 'Contextual',
      expectedAction: 'Expected action',
      contingency: 'Contingency',
      decision: 'Decision',
    } satisfies Record<InjectKind, string>,
    route: {
      planned: 'Planned',
      branch: 'Branch',
      contingency: 'Contingency',
      byHand: 'By hand',
      deck: 'Deck',
    } satisfies Record<Route, string>,
    channel: {
      email: 'Email',
      news: 'News',
      social: 'Social media',
      call: 'Phone call',
      alert: 'Alert',
      letter: 'Letter',
    } satisfies Record<Channel, string>,
    task: {
      acknowledge: 'Acknowledge',
      respond: 'Answer',
      choose: 'Decide',
      share: 'Share',
      message: 'Inform',
      report: 'Report',
      agree: 'Agree jointly',
    } satisfies Record<ExpectationKind, string>,
  },
  happens: {
    released: (number: string) => `#${number} goes out`,
    answered: (number: string) => `#${number} is first answered`,
    overdue: (number: string) => `a deadline of #${number} is first missed`,
    chosen: (number: string, choice: string, by: string | null) =>
      by === null
        ? `“${choice}” is chosen in #${number}`
        : `${by} chooses “${choice}” in #${number}`,
    met: (number: string, task: string) => `“${task}” is done in #${number}`,
    missed: (number: string, task: string) => `“${task}” is missed in #${number}`,
    entered: (phase: string) => `“${phase}” begins`,
    started: 'the exercise starts (StartEx)',
    when: (clause: string, delay: string | null) =>
      delay === null ? `when ${clause}` : `${delay} after ${clause}`,
    without: (number: string, time: string, task: string, by: string | null) =>
      `when ${time} have passed since #${number} without “${task}”${by === null ? '' : ` by ${by}`}`,
    manual: 'by a controller’s hand only',
    deck: 'from the deck, by a controller’s hand, in any module',
    also: (when: string) => `also ${when}`,
    calledOff: (when: string) => `called off ${when}`,
  },
  holds: {
    milestone: (title: string) => `“${title}” is reached`,
    asset: (name: string, statuses: string) => `“${name}” is ${statuses}`,
    pointsOfAll: 'the total of points',
    pointsOf: (team: string) => `the score of ${team}`,
    counted: {
      acknowledged: 'the number of tables that acknowledged',
      responses: 'the number of tables that answered',
      choices: 'the number of tables that decided',
      missed: 'the number of missed deadlines',
      shares: 'the number of shares between teams',
      breaches: 'the number of broken markings',
      reports: 'the number of reports filed',
      agreements: 'the number of joint positions agreed',
    },
    countedIn: (what: string, number: string) => `${what} in #${number}`,
    bounded: (what: string, atLeast: number | null, atMost: number | null) => {
      if (atLeast !== null && atMost !== null) return `${what} is from ${atLeast} to ${atMost}`;
      return atLeast === null ? `${what} is at most ${atMost}` : `${what} is at least ${atLeast}`;
    },
    everyTeam: 'every team',
    shared: (item: string, by: string | null, to: string | null) =>
      `${by === null ? `“${item}” is shared` : `${by} shares “${item}”`}${to === null ? '' : ` with ${to}`}`,
    position: {
      open: (title: string) => `“${title}” is being decided`,
      agreed: (title: string) => `“${title}” is agreed`,
      failed: (title: string) => `“${title}” ends without agreement`,
    },
    agreedOn: (title: string, option: string) => `“${option}” is agreed on in “${title}”`,
    obligation: {
      started: (title: string) => `the clock of “${title}” runs`,
      met: (title: string) => `“${title}” is reported`,
      missed: (title: string) => `“${title}” is not reported in time`,
    },
    phase: (title: string) => `“${title}” is under way`,
    elapsed: (time: string, phase: string | null) =>
      `${time} of play have passed since ${phase === null ? 'StartEx' : `“${phase}” began`}`,
    not: (condition: string) => `it is not so that ${condition}`,
    and: ' and ',
    or: ' or ',
    bracket: (condition: string) => `(${condition})`,
    heads: { all: 'All of these:', any: 'At least one of these:', not: 'This must not be so:' },
  },
  brings: {
    milestone: (title: string) => `milestone “${title}”`,
    asset: (name: string, status: string) => `“${name}” becomes ${status}`,
    gaugeBy: (title: string, change: string) => `“${title}” ${change}`,
    gaugeTo: (title: string, value: string) => `“${title}” is set to ${value}`,
    release: (number: string, delay: string | null) =>
      delay === null ? `#${number} goes out` : `#${number} goes out ${delay} later`,
    cancel: (number: string) => `#${number} is called off`,
    phase: (title: string) => `“${title}” begins`,
    obligation: (title: string) => `the clock of “${title}” starts`,
    position: (title: string) => `“${title}” is opened for decision`,
    points: (points: string, team: string | null, reason: string) =>
      `${points} points for ${team ?? 'the table that did it'}: ${reason}`,
  },
  rules: {
    consensus:
      'Consensus: every voice has spoken, at least one concurs, none objects and none reserves its position. Abstaining does not stand in the way.',
    majority: 'Majority: more than half of all voices concur.',
    atLeast: (count: number) => `At least ${count} of the voices concur.`,
    lead: (team: string) => `${team} leads: what it concurs with is agreed.`,
  },
};

function listed(items: readonly string[], word: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}
