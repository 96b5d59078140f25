/** The injects of the template, module by module. */
import type { Words } from './template-options.js';
import type { TemplatePlan } from './template-plan.js';
import { texts } from './template-words.js';

interface Draft {
  readonly id: string;
  readonly title: Words;
  readonly body: Words;
  readonly [field: string]: unknown;
}

export function templateInjects(plan: TemplatePlan): object[] {
  const { modules } = plan.options;
  const drafts = Array.from({ length: modules }, (_, index) => [
    ...(index === 0 ? opening(plan) : reminder(plan, index)),
    ...(index + 1 < modules ? press(plan, index) : []),
    ...(index + 1 === modules ? closing(plan, index) : []),
  ]).flat();
  return drafts.map(({ title, body, ...draft }, index) => ({
    number: String(index + 1),
    channel: 'email',
    from: 'duty-desk',
    to: ['all'],
    tlp: 'AMBER',
    ...draft,
    title: plan.say(title),
    body: plan.say(body),
  }));
}

function opening({ say, part, holder, partners }: TemplatePlan): Draft[] {
  const phase = 'module-1';
  return [
    {
      id: 'service-slows',
      title: texts.slowTitle,
      body: texts.slowBody,
      kind: 'contextual',
      phase,
      channel: 'alert',
      release: { kind: 'at', minutes: 0 },
      effects: [
        { kind: 'setAsset', asset: 'shared-service', status: 'degraded' },
        { kind: 'changeIndicator', indicator: 'public-trust', by: -10 },
      ],
      expectations: [acknowledge(part(0.15))],
    },
    {
      id: 'what-do-you-know',
      title: texts.knowTitle,
      body: texts.knowBody,
      kind: 'expectedAction',
      phase,
      release: { kind: 'at', minutes: part(0.1) },
      expectations: [
        {
          id: 'report',
          kind: 'respond',
          withinMinutes: part(0.3),
          points: 10,
          latePoints: 4,
          objective: 'tell-each-other',
          action: say(texts.knowAction),
          criteria: [{ id: 'unknowns', text: say(texts.factsCriterion) }],
        },
      ],
    },
    {
      id: 'still-waiting',
      title: texts.waitTitle,
      body: texts.waitBody,
      kind: 'contingency',
      phase,
      channel: 'call',
      release: { kind: 'afterInject', inject: 'what-do-you-know', event: 'overdue' },
      expectations: [acknowledge(part(0.1))],
    },
    {
      id: 'supplier-calls',
      title: texts.callTitle,
      body: texts.callBody,
      kind: 'expectedAction',
      phase,
      channel: 'call',
      from: 'supplier',
      to: [holder],
      tlp: 'AMBER+STRICT',
      release: { kind: 'at', minutes: part(0.25) },
      expectations: [
        {
          id: 'pass-on',
          kind: 'share',
          item: 'supplier-note',
          with: partners,
          withinMinutes: part(0.35),
          points: 10,
          latePoints: 3,
          objective: 'tell-each-other',
          action: say(texts.shareAction),
          onMet: [{ kind: 'setMilestone', milestone: 'partners-told' }],
        },
      ],
    },
  ];
}

/** How a later module begins. */
function reminder({ part }: TemplatePlan, index: number): Draft[] {
  return [
    {
      id: `next-morning-${index + 1}`,
      title: texts.nextTitle,
      body: texts.nextBody,
      kind: 'contextual',
      phase: `module-${index + 1}`,
      release: { kind: 'at', minutes: 0 },
      effects: [{ kind: 'changeIndicator', indicator: 'public-trust', by: -5 }],
      expectations: [acknowledge(part(0.2))],
    },
  ];
}

function press({ say, part }: TemplatePlan, index: number): Draft[] {
  return [
    {
      id: `reporter-asks-${index + 1}`,
      title: texts.pressTitle,
      body: texts.pressBody,
      kind: 'expectedAction',
      phase: `module-${index + 1}`,
      from: 'reporter',
      tlp: 'CLEAR',
      release: { kind: 'at', minutes: part(index === 0 ? 0.55 : 0.35) },
      expectations: [
        {
          id: 'answer',
          kind: 'respond',
          withinMinutes: part(0.4),
          points: 10,
          latePoints: 4,
          objective: 'decide-together',
          action: say(texts.pressAction),
          onMissed: [{ kind: 'changeIndicator', indicator: 'public-trust', by: -3 }],
        },
      ],
    },
  ];
}

function closing({ say, part, leads, teams }: TemplatePlan, index: number): Draft[] {
  const phase = `module-${index + 1}`;
  const others = teams.filter((team) => !leads.includes(team));
  return [
    {
      id: 'one-line-asked',
      title: texts.lineTitle,
      body: texts.lineBody,
      kind: 'expectedAction',
      phase,
      release: { kind: 'at', minutes: part(0.4) },
      expectations: [
        {
          id: 'agree',
          kind: 'agree',
          position: 'one-line',
          teams: leads,
          withinMinutes: part(0.35),
          points: 5,
          objective: 'decide-together',
          action: say(texts.agreeAction),
        },
        ...(others.length === 0 ? [] : [{ ...acknowledge(part(0.3)), teams: others }]),
      ],
    },
    {
      id: 'service-back',
      title: texts.backTitle,
      body: texts.backBody,
      kind: 'contextual',
      phase,
      tlp: 'GREEN',
      release: { kind: 'at', minutes: part(0.8) },
      effects: [{ kind: 'setAsset', asset: 'shared-service', status: 'operational' }],
      expectations: [acknowledge(part(0.15))],
    },
  ];
}

function acknowledge(withinMinutes: number) {
  return { id: 'seen', kind: 'acknowledge', withinMinutes, points: 2, latePoints: 1 };
}
