/** The events list of the exchange scenario: almost all wait for a controller's hand. */

export function exchangeInjects() {
  return [
    inject('warn', {
      to: ['jp-cert'],
      expectations: [
        expected('share', {
          item: 'hashes',
          with: ['ph', 'us-cert'],
          points: 10,
          latePoints: 4,
          objective: 'inform',
          onMet: [{ kind: 'setMilestone', milestone: 'warned' }],
        }),
      ],
    }),
    inject('warn-all', {
      to: ['jp-cert'],
      expectations: [expected('share', { item: 'hashes', with: ['all'] })],
    }),
    inject('call', {
      to: ['jp-port'],
      expectations: [expected('message', { with: ['ph-cert', 'us'] })],
    }),
    inject('bank', {
      to: ['ph-bank'],
      expectations: [expected('report', { obligation: 'breach-notice' })],
    }),
    inject('talks', {
      to: ['all'],
      expectations: [
        expected('agree', { position: 'ransom', teams: ['jp-cert', 'ph-cert', 'us-cert'] }),
      ],
    }),
    inject('anyone', {
      to: ['all'],
      expectations: [
        expected('respond', {
          by: 'any',
          withinMinutes: 5,
          points: 8,
          latePoints: 3,
          onMet: [{ kind: 'setMilestone', milestone: 'told' }],
          onMissed: [{ kind: 'changeIndicator', indicator: 'trust', by: -10 }],
        }),
      ],
    }),
    inject('curve', {
      to: ['ph-cert'],
      expectations: [
        expected('respond', {
          fullUntilMinutes: 4,
          points: 10,
          latePoints: 2,
          objective: 'inform',
          criteria: [
            { id: 'facts', text: 'States facts.' },
            { id: 'ask', text: 'Asks for something.' },
          ],
          onMet: [{ kind: 'changeIndicator', indicator: 'trust', by: 1 }],
        }),
      ],
    }),
    inject('hidden', {
      to: ['ph-cert'],
      expectations: [
        expected('respond', { announced: false, revealAfterMinutes: 3 }),
        expected('acknowledge', { announced: false, withinMinutes: 2 }),
      ],
    }),
    inject('forms', {
      to: ['all'],
      variants: [
        { id: 'calm', weight: 1, title: 'A calm form', body: 'Calm.' },
        { id: 'loud', weight: 3, title: 'A loud form', body: 'Loud.', from: 'reporter' },
      ],
      perRecipient: [
        { to: ['us'], body: 'For American eyes.', from: 'liaison' },
        { to: ['us-isac', 'ph-bank'], title: 'For the second entry' },
      ],
    }),
    inject('card', { to: ['all'], release: { kind: 'deck' } }),
    inject('vendor-notice', { to: ['jp-cert', 'us-cert'] }),
    inject('leak', {
      to: ['ph-bank'],
      effects: [{ kind: 'setMilestone', milestone: 'leaked' }],
    }),
    inject('bank-alarm', {
      to: ['ph-bank'],
      effects: [{ kind: 'startObligation', obligation: 'quick-notice' }],
    }),
    inject('later', { to: ['all'], release: { kind: 'at', minutes: 30 } }),
    inject('cut', {
      kind: 'decision',
      to: ['jp-port'],
      choices: [
        { id: 'yes', label: 'Cut', points: 20 },
        { id: 'no', label: 'Wait', points: 8 },
      ],
      expectations: [expected('choose', { points: 6, latePoints: 3 })],
    }),
    when('heard', { kind: 'shared', item: 'hashes', by: 'jp-cert', with: 'ph' }),
    when('all-heard', { kind: 'shared', item: 'notice', with: 'all' }),
    when('third-share', { kind: 'count', of: 'shares', atLeast: 3 }),
    when('breached', { kind: 'count', of: 'breaches', atLeast: 1 }),
    when('agreed', { kind: 'position', position: 'ransom', is: 'agreed', option: 'refuse' }),
    when('failed', { kind: 'position', position: 'ransom', is: 'failed' }),
    when('owed', { kind: 'obligation', obligation: 'breach-notice', is: 'started' }),
    when('reported', { kind: 'obligation', obligation: 'breach-notice', is: 'met' }),
    when('overdue', { kind: 'obligation', obligation: 'breach-notice', is: 'missed' }),
    when('two-reports', { kind: 'count', of: 'reports', atLeast: 2 }),
    when('one-agreement', { kind: 'count', of: 'agreements', atLeast: 1 }),
  ].map((made, index) => ({ ...made, number: String(index + 1) }));
}

function inject(id: string, more: object) {
  return {
    id,
    number: '',
    title: `About ${id}`,
    kind: 'contextual',
    phase: 'day-1',
    channel: 'email',
    from: 'desk',
    tlp: 'GREEN',
    body: `EXERCISE. ${id}.`,
    release: { kind: 'manual' },
    ...more,
  };
}

function when(id: string, condition: object) {
  return inject(id, { to: ['jp-port'], release: { kind: 'when', condition } });
}

/** Named after its kind. */
function expected(kind: string, more: object) {
  return { id: kind, kind, withinMinutes: 10, points: 5, ...more };
}
