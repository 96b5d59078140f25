/** Filipino: names of things, and sentences about what happens. Clauses fit after "kapag". */
import type { enStory } from './en-story.js';
import type { Shape } from './shape.js';

export const filStory: Shape<typeof enStory> = {
  join: (items) => listed(items, 'at'),
  either: (items) => listed(items, 'o'),
  pair: (what, detail) => `${what}: ${detail}`,
  person: (name, role) => `${name}, ${role}`,
  duration: (minutes) =>
    minutes < 1 ? `${Math.round(minutes * 60)} seg` : `${Math.round(minutes * 10) / 10} min`,
  storyHours: (hours) => `${hours} oras sa oras ng scenario`,
  within: (time) => `sa loob ng ${time}`,
  anyOf: (teams) => `alinman sa: ${teams}`,
  rate: (rate) =>
    rate === 0 ? 'nakahinto ang oras ng kuwento' : `1 min ng play = ${rate} min ng kuwento`,
  labels: {
    number: 'Blg.',
    scenarioTime: 'Oras sa scenario',
    playTime: 'Nakatakdang play time',
    actual: 'Aktuwal',
    from: 'Mula kay',
    to: 'Para kay',
    method: 'Paraan',
    message: 'Mensahe',
    expectedAction: 'Inaasahang aksiyon',
    objective: 'Objective',
    capability: 'Capability',
    controller: 'Controller na nakatoka',
    phase: 'Module',
    status: 'Status',
    team: 'Team',
    teams: 'Mga team',
    party: 'Panig',
    parties: 'Mga panig',
    sector: 'Sektor',
    mission: 'Misyon',
    system: 'System',
    place: 'Lugar',
    dependsOn: 'Umaasa sa',
    gauge: 'Indicator',
    milestone: 'Milestone',
    tlp: 'Marking',
    choice: 'Pagpipilian',
    option: 'Opsiyon',
    voices: 'Mga may boto',
    rule: 'Tuntunin',
    originator: 'Pinagmulan',
    holders: 'May hawak',
    releasableTo: 'Puwedeng ibigay sa',
    sanitised: 'Sanitised na anyo',
    allTeams: 'lahat ng team',
    assetStatus: {
      operational: 'gumagana',
      degraded: 'humina',
      isolated: 'nakahiwalay',
      compromised: 'na-compromise',
      down: 'hindi gumagana',
    },
    kind: {
      contextual: 'Konteksto',
      expectedAction: 'Inaasahang aksiyon',
      contingency: 'Contingency',
      decision: 'Desisyon',
    },
    route: {
      planned: 'Nakaplano',
      branch: 'Sanga',
      contingency: 'Contingency',
      byHand: 'Mano-mano',
      deck: 'Deck',
    },
    channel: {
      email: 'Email',
      news: 'Balita',
      social: 'Social media',
      call: 'Tawag',
      alert: 'Alerto',
      letter: 'Liham',
    },
    task: {
      acknowledge: 'I-acknowledge',
      respond: 'Sumagot',
      choose: 'Magpasya',
      share: 'Magbahagi',
      message: 'Mag-abiso',
      report: 'Mag-ulat',
      agree: 'Magkasundo',
    },
  },
  happens: {
    released: (number) => `na-release ang #${number}`,
    answered: (number) => `may unang sumagot sa #${number}`,
    overdue: (number) => `may unang nalampasang deadline sa #${number}`,
    chosen: (number, choice, by) =>
      by === null
        ? `pinili ang “${choice}” sa #${number}`
        : `pinili ng ${by} ang “${choice}” sa #${number}`,
    met: (number, task) => `nagawa ang “${task}” sa #${number}`,
    missed: (number, task) => `hindi nagawa sa oras ang “${task}” sa #${number}`,
    entered: (phase) => `nagsimula ang “${phase}”`,
    started: 'nagsimula ang exercise (StartEx)',
    when: (clause, delay) => (delay === null ? `kapag ${clause}` : `${delay} mula nang ${clause}`),
    without: (number, time, task, by) =>
      `kapag lumipas ang ${time} mula sa #${number} nang walang “${task}”${by === null ? '' : ` mula sa ${by}`}`,
    manual: 'mano-mano lang, ng controller',
    deck: 'mula sa deck, mano-mano ng controller, sa anumang module',
    also: (when) => `gayundin ${when}`,
    calledOff: (when) => `kinakansela ${when}`,
  },
  holds: {
    milestone: (title) => `naabot ang “${title}”`,
    asset: (name, statuses) => `${statuses} ang “${name}”`,
    pointsOfAll: 'ang kabuuang puntos',
    pointsOf: (team) => `ang puntos ng ${team}`,
    counted: {
      acknowledged: 'ang bilang ng table na nag-acknowledge',
      responses: 'ang bilang ng table na sumagot',
      choices: 'ang bilang ng table na nagpasya',
      missed: 'ang bilang ng nalampasang deadline',
      shares: 'ang bilang ng pagbabahagi ng mga team',
      breaches: 'ang bilang ng nilabag na marking',
      reports: 'ang bilang ng ulat na naihain',
      agreements: 'ang bilang ng napagkasunduang joint position',
    },
    countedIn: (what, number) => `${what} sa #${number}`,
    bounded: (what, atLeast, atMost) => {
      if (atLeast !== null && atMost !== null)
        return `${what} ay mula ${atLeast} hanggang ${atMost}`;
      return atLeast === null
        ? `${what} ay hindi hihigit sa ${atMost}`
        : `${what} ay hindi bababa sa ${atLeast}`;
    },
    everyTeam: 'bawat team',
    shared: (item, by, to) =>
      `${by === null ? `naibahagi ang “${item}”` : `ibinahagi ng ${by} ang “${item}”`}${to === null ? '' : ` sa ${to}`}`,
    position: {
      open: (title) => `pinagpapasyahan ang “${title}”`,
      agreed: (title) => `napagkasunduan ang “${title}”`,
      failed: (title) => `walang kasunduan sa “${title}”`,
    },
    agreedOn: (title, option) => `napagkasunduan ang “${option}” sa “${title}”`,
    obligation: {
      started: (title) => `tumatakbo ang orasan ng “${title}”`,
      met: (title) => `naiulat ang “${title}”`,
      missed: (title) => `hindi naiulat sa oras ang “${title}”`,
    },
    phase: (title) => `tumatakbo ang “${title}”`,
    elapsed: (time, phase) =>
      `lumipas ang ${time} ng play mula ${phase === null ? 'sa StartEx' : `nang magsimula ang “${phase}”`}`,
    not: (condition) => `hindi totoo na ${condition}`,
    and: ' at ',
    or: ' o ',
    bracket: (condition) => `(${condition})`,
    heads: {
      all: 'Lahat ng ito:',
      any: 'Kahit isa sa mga ito:',
      not: 'Hindi dapat mangyari ito:',
    },
  },
  brings: {
    milestone: (title) => `milestone na “${title}”`,
    asset: (name, status) => `magiging ${status} ang “${name}”`,
    gaugeBy: (title, change) => `“${title}” ${change}`,
    gaugeTo: (title, value) => `magiging ${value} ang “${title}”`,
    release: (number, delay) =>
      delay === null
        ? `ire-release ang #${number}`
        : `ire-release ang #${number} pagkalipas ng ${delay}`,
    cancel: (number) => `kakanselahin ang #${number}`,
    phase: (title) => `magsisimula ang “${title}”`,
    obligation: (title) => `magsisimula ang orasan ng “${title}”`,
    position: (title) => `bubuksan ang “${title}” para pagpasyahan`,
    points: (points, team, reason) =>
      `${points} puntos para sa ${team ?? 'table na gumawa nito'}: ${reason}`,
  },
  rules: {
    consensus:
      'Consensus: nagsalita na ang lahat ng may boto, may kahit isang sumang-ayon, walang tumutol at walang nag-reserve. Hindi hadlang ang pag-abstain.',
    majority: 'Majority: mahigit kalahati ng lahat ng may boto ang sumang-ayon.',
    atLeast: (count) => `Hindi bababa sa ${count} sa mga may boto ang sumang-ayon.`,
    lead: (team) => `${team} ang nangunguna: ang sang-ayunan nito ang napagkasunduan.`,
  },
};

function listed(items: readonly string[], word: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}
