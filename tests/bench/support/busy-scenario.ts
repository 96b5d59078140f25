/** A drill of 300 injects for nine teams of three nations: as busy as a control room gets. */
const nations = [
  { id: 'jp', name: 'Japan', timeZone: 'Asia/Tokyo', city: 'Tokyo', language: 'ja' },
  { id: 'ph', name: 'Philippines', timeZone: 'Asia/Manila', city: 'Manila', language: 'fil' },
  {
    id: 'us',
    name: 'United States',
    timeZone: 'America/New_York',
    city: 'New York',
    language: 'en',
  },
];
const teams = nations.flatMap(({ id }) =>
  [0, 1, 2].map((nth) => ({ id: `${id}-${nth}`, party: id })),
);
const modules = 4;
const minutesApart = 0.4;
const channels = ['email', 'news', 'social', 'call', 'alert', 'letter'] as const;

/** @param count of injects, one every 24 seconds of play */
export function busyScenarioText(count = 300): string {
  const perModule = Math.ceil(count / modules);
  const toNext = { kind: 'at', minutes: perModule * minutesApart, from: 'phase' };
  return JSON.stringify({
    formatVersion: 1,
    id: 'busy',
    title: 'Busy',
    summary: 'For measuring.',
    estimatedMinutes: Math.ceil(count * minutesApart),
    defaultLanguage: 'en',
    languages: ['en', 'ja', 'fil'],
    parties: nations,
    teams: teams.map((team) => ({
      ...team,
      name: `Team ${team.id}`,
      sector: 'Port',
      mission: 'Keep it open',
    })),
    contacts: [{ id: 'desk', name: 'Desk', role: 'Duty officer', reachable: true }],
    objectives: [0, 1, 2, 3].map((nth) => ({
      id: `objective-${nth}`,
      title: `Objective ${nth}`,
      capability: 'Coordination',
    })),
    phases: Array.from({ length: modules }, (_, nth) => ({
      id: `module-${nth}`,
      title: `Module ${nth + 1}`,
      startsAt: '2026-12-01T08:00:00+08:00',
      rate: 1,
      exits: nth === modules - 1 ? [] : [{ to: `module-${nth + 1}`, when: toNext }],
    })),
    injects: Array.from({ length: count }, (_, index) => inject(index, perModule)),
  });
}

function inject(index: number, perModule: number) {
  const isWaiting = index % 9 === 8;
  return {
    id: `inject-${index}`,
    number: String(index + 1),
    title: {
      en: `Report ${index + 1} from the gate`,
      ja: `ゲートからの報告 ${index + 1}`,
      fil: `Ulat ${index + 1} mula sa gate`,
    },
    kind: index % 7 === 0 ? 'contextual' : 'expectedAction',
    phase: `module-${Math.floor(index / perModule)}`,
    channel: channels[index % channels.length],
    from: 'desk',
    to: index % 10 === 0 ? ['all'] : [teams[index % teams.length]?.id],
    tlp: 'GREEN',
    body: { en: 'What do you do now?', ja: 'どう対応しますか。', fil: 'Ano ang gagawin ninyo?' },
    release: isWaiting
      ? { kind: 'afterInject', inject: `inject-${index - 1}`, event: 'answered', delayMinutes: 1 }
      : { kind: 'at', minutes: (index % perModule) * minutesApart, from: 'phase' },
    expectations: [
      { id: 'read', kind: 'acknowledge', withinMinutes: 5, points: 1 },
      {
        id: 'answer',
        kind: 'respond',
        withinMinutes: 10,
        points: 5,
        objective: `objective-${index % 4}`,
      },
    ],
  };
}
