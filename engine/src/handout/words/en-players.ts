/** English: what players read. */
import type { TlpLabel } from '../../scenario/sharing-schema.js';
import type { CardBody } from '../card.js';

export const enPlayers = {
  titles: {
    msel: 'Master Scenario Events List (MSEL)',
    cards: 'Inject cards',
    cardRegister: 'Card register for control',
    sitman: 'Situation Manual',
    moduleSheets: 'Module sheets',
    controller: 'Controllers’ guide',
    evaluator: 'Exercise Evaluation Guide',
    signIn: 'Sign-in sheet',
    feedback: 'Participant feedback',
  },
  frame: {
    players: 'For participants of the exercise',
    staff: 'For control and evaluators only: not for players',
    missing: (count: number) =>
      `${count} texts of this scenario are not available in English. They appear in another language, marked with its tag.`,
  },
  tlp: {
    RED: 'For the eyes and ears of the named recipients only. It goes no further, not even within their own organisation.',
    'AMBER+STRICT':
      'For those within the recipient’s own organisation who need to know. Not for its clients.',
    AMBER:
      'For those within the recipient’s organisation, and among its clients, who need to know.',
    GREEN:
      'For the community, among peers and partners. Not through channels that are open to all.',
    CLEAR: 'No limit to whom it may be given.',
  } satisfies Record<TlpLabel, string>,
  cards: {
    kind: {
      inject: 'Inject',
      item: 'Information held',
      position: 'Joint position',
      report: 'Report form',
    } satisfies Record<CardBody['kind'], string>,
    time: 'Scenario time',
    toDo: 'To do',
    task: (task: string, about: string | null, to: string | null) =>
      `${task}${about === null ? '' : `: “${about}”`}${to === null ? '' : ` → ${to}`}`,
    due: (task: string, time: string) => `${task} (within ${time} of receipt)`,
    chooseOne: 'Choose one, for the whole table',
    answer: 'The table’s answer',
    handedIn: 'Handed in at',
    signed: 'For the table',
    whole: 'Whole form',
    personalData: 'Carries personal data, which few recipients need.',
    firstVersion: 'First version of the text, from which drafting starts',
    within: 'Time to decide',
    hasVoice: 'Your team has a voice here.',
    hasNoVoice: 'Your team may advise and comment, but has no voice here.',
    stance: 'Stance',
    stances: { concur: 'Concur', object: 'Object', abstain: 'Abstain', reserve: 'Reserve' },
    reason: 'Reason',
    newText: 'Our version of the text',
    clockStarted: 'Clock started (scenario time)',
    deadline: 'Deadline',
    required: 'required',
    reportNote: 'Every required field is filled in before the report is handed to control.',
    alternative: (place: number, count: number) => `form ${place} of ${count}`,
    about:
      'Every card carries a code of its own, so that it tells players nothing about what else there is. This register says which code is which inject, and when to hand it out. The cards lie in the order of the register.',
    handling: {
      keep: 'Keep all cards with control. A team gets a card when its moment has come, not before.',
      planned: 'Planned cards come on every path. Hand them out at their play time.',
      held: 'Cards held back wait for what is said beside them. Those that do not come are destroyed unread.',
      forms:
        'Where an inject has several forms, hand out one: the one that was drawn, or the one you choose. All teams get the same one.',
      fill: 'Where a card has no scenario time, write it in before you hand it out.',
      red: 'A card marked TLP:RED goes to a named person, face down.',
    },
    none: 'This team has no cards.',
    planned: 'Planned',
    held: 'Held back by control',
    columns: {
      code: 'Code',
      inject: 'MSEL',
      title: 'Card',
      playTime: 'Play time',
      when: 'When to hand it out',
      handedOut: 'Handed out at',
    },
    startEx: 'StartEx',
    fromStart: 'at StartEx, with the mission',
    positions: 'Joint positions',
    reports: 'Report forms',
  },
  sitman: {
    about:
      'This manual tells players what they need to know before the exercise starts. It does not tell what will happen.',
    cover: { date: 'Date', place: 'Place', version: 'Version' },
    purposeTitle: 'Purpose and objectives',
    purpose: (parties: string) =>
      `The teams of ${parties} practise how they respond together to an incident that crosses sectors and borders. The exercise looks at plans, decisions and cooperation. It does not examine persons.`,
    objectives: 'These objectives are looked at:',
    teamsTitle: 'Participants',
    teams: 'Each table plays one team or several. A mission says what the team is there to do.',
    rolesTitle: 'Roles',
    roles: {
      player: {
        role: 'Players',
        does: 'act in the role of their team, on what they know and on the plans that apply to them.',
      },
      control: {
        role: 'Control',
        does: 'runs the exercise: the exercise director, the facilitators and the controllers. Questions go to them.',
      },
      simCell: {
        role: 'SimCell',
        does: 'speaks as everybody who is not at a table: authorities, suppliers, the press.',
      },
      evaluator: {
        role: 'Evaluators',
        does: 'watch and take notes. They do not take part in play.',
      },
      observer: { role: 'Observers', does: 'follow without taking part.' },
    },
    rulesTitle: 'Rules of play',
    rules: {
      fiction:
        'The story is invented. Organisations, people and attackers in it are fictional; take the story as it is and do not look for gaps in it.',
      role: 'You speak for a role. What is said here is not the position of your organisation or your country.',
      realPlans:
        'Act on your real plans, rules and contact lists. There is rarely one right answer.',
      ownKnowledge:
        'Use only what has reached your own team. What you overhear at another table you do not know.',
      banner:
        'Every message begins with EXERCISE EXERCISE EXERCISE. Put the same words at the head of everything you send.',
      marking:
        'Everything that goes to another team carries a TLP marking. A marking is a promise: keep it, or ask the originator for permission.',
      noOutside: 'Contact nobody outside the exercise about it, and touch no real system.',
      first: 'A table answers together. Its first answer counts.',
      noBlame: 'Mistakes are welcome here. Nobody is named in the report.',
    },
    realWorldTitle: 'REAL WORLD',
    realWorld:
      'If something real happens (an emergency, a real incident, somebody is unwell), say or press REAL WORLD. Everybody stops at once, and real procedures apply. The exercise goes on only when the exercise director says so.',
    scheduleTitle: 'Times and modules',
    times: {
      wall: 'Real time is the time on the wall.',
      play: 'Play time runs from StartEx and stands still in breaks. Deadlines in minutes are play time.',
      scenario:
        'Scenario time is the date and hour of the story. It runs faster than play, and may jump between modules. Reporting duties in hours or days are scenario time.',
    },
    module: (number: number) => `Module ${number}`,
    storyBegins: 'Story begins',
    pace: 'Pace',
    length: 'Length',
    agendaTitle: 'Agenda',
    clock: 'Time',
    step: 'Step',
    agenda: {
      registration: 'Registration',
      briefing: 'Briefing: rules, roles, check that everybody can be reached',
      startEx: 'StartEx',
      endEx: 'EndEx',
      hotWash: 'Hot wash: what went well, what did not, what follows from it',
      feedback: 'Feedback forms',
    },
    systemsTitle: 'Systems',
    systems:
      'Systems that everybody sees on the map. Your own nation may show you more on the screens.',
    gauges: (names: string) => `Gauges that everybody sees: ${names}.`,
    directoryTitle: 'Who else can be reached',
    directory: 'Besides the other teams you can write to the following. Control answers for them.',
    isPublic: (contact: string) => `${contact} (what they are told is public)`,
    tlpTitle: 'Traffic Light Protocol 2.0',
    tlpAbout:
      'A marking says how far information may go. Who wants to pass it on further asks the source first.',
    tlpMeaning: 'How far it may go',
    questions: 'Questions for the discussion',
    glossaryTitle: 'Words of the exercise',
    glossary: {
      startEx: { term: 'StartEx, EndEx', meaning: 'The beginning and the end of play.' },
      inject: {
        term: 'Inject',
        meaning: 'A message that control gives to one team or several, and that play reacts to.',
      },
      module: {
        term: 'Module',
        meaning: 'A part of the exercise with a date of its own in the story.',
      },
      table: { term: 'Table', meaning: 'The people who play a team together, or several teams.' },
      jointPosition: {
        term: 'Joint position',
        meaning:
          'A matter that several teams decide together. Each voice concurs, objects, abstains or reserves its position, with a reason.',
      },
      obligation: {
        term: 'Reporting duty',
        meaning: 'A report that a rule asks for within so many hours of scenario time.',
      },
      originator: {
        term: 'Originator',
        meaning: 'Whoever information comes from, who set its marking and can permit more.',
      },
      sanitised: {
        term: 'Sanitised form',
        meaning: 'Information without sources and personal data, which may go further.',
      },
      hotWash: { term: 'Hot wash', meaning: 'The discussion right after EndEx.' },
    },
  },
  signIn: {
    staff: 'Control, evaluators, observers',
    staffRoles: 'Exercise staff',
    tableNumber: 'Table',
    columns: {
      name: 'Name',
      organisation: 'Organisation',
      role: 'Role',
      team: 'Team / table',
      contact: 'Contact',
      signature: 'Signature',
    },
    privacy: 'These details serve the exercise and its report only, and are destroyed afterwards.',
  },
  feedback: {
    about: 'Your answers help to make the next exercise better. You need not give your name.',
    roles: { player: 'Player', staff: 'Control or evaluator', observer: 'Observer' },
    scale: 'How far do you agree? 1: not at all. 5: fully.',
    statement: 'Statement',
    statements: {
      realistic: 'The scenario was plausible.',
      objectives: 'The exercise fitted its objectives.',
      role: 'I knew what was expected of my role.',
      information: 'What I was given beforehand was enough.',
      sharing: 'I knew what I could share with whom.',
      pace: 'The pace was right.',
      language: 'I could take part in my language.',
      partners: 'I understand better how partners in other sectors and nations work.',
      prepared: 'I am better prepared for a real incident.',
      organisation: 'The exercise was well organised.',
    },
    strengths: 'What went well',
    improvements: 'What should be improved, in plans or in cooperation',
    comments: 'Other comments',
  },
};
