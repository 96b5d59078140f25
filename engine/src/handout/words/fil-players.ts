/** Filipino: what players read. */
import type { enPlayers } from './en-players.js';
import type { Shape } from './shape.js';

export const filPlayers: Shape<typeof enPlayers> = {
  titles: {
    msel: 'Listahan ng mga inject (MSEL)',
    cards: 'Mga inject card',
    cardRegister: 'Talaan ng mga card para sa control',
    sitman: 'Situation Manual (SitMan)',
    moduleSheets: 'Mga papel ng module',
    controller: 'Gabay ng mga controller',
    evaluator: 'Gabay sa pag-evaluate (EEG)',
    signIn: 'Talaan ng mga dumalo',
    feedback: 'Feedback ng mga kalahok',
  },
  frame: {
    players: 'Para sa mga kalahok ng exercise',
    staff: 'Para lang sa control at mga evaluator: hindi para sa mga player',
    missing: (count) =>
      `May ${count} teksto ang scenario na ito na wala sa Filipino. Nasa ibang wika ang mga ito at may tatak ng wika.`,
  },
  tlp: {
    RED: 'Para lang sa mata at tainga ng mga pinangalanang tatanggap. Hindi na puwedeng ipasa, kahit sa loob ng sarili nilang organisasyon.',
    'AMBER+STRICT':
      'Para sa mga nasa loob ng organisasyon ng tumanggap na kailangang makaalam. Hindi para sa mga kliyente nito.',
    AMBER:
      'Para sa mga nasa organisasyon ng tumanggap, at sa mga kliyente nito, na kailangang makaalam.',
    GREEN: 'Para sa komunidad, sa mga kapwa at katuwang. Hindi sa mga channel na bukas sa lahat.',
    CLEAR: 'Walang limitasyon kung kanino puwedeng ibigay.',
  },
  cards: {
    kind: {
      inject: 'Inject',
      item: 'Hawak na impormasyon',
      position: 'Joint position',
      report: 'Form ng ulat',
    },
    time: 'Oras sa scenario',
    toDo: 'Kailangang gawin',
    task: (task, about, to) =>
      `${task}${about === null ? '' : `: “${about}”`}${to === null ? '' : ` → ${to}`}`,
    due: (task, time) => `${task} (sa loob ng ${time} mula sa pagtanggap)`,
    chooseOne: 'Pumili ng isa, para sa buong table',
    answer: 'Sagot ng table',
    handedIn: 'Oras ng pagpasa',
    signed: 'Para sa table',
    whole: 'Buong anyo',
    personalData: 'May personal data, na kakaunti lang ang nangangailangan.',
    firstVersion: 'Unang bersiyon ng teksto, kung saan magsisimula ang pagbalangkas',
    within: 'Oras para magpasya',
    hasVoice: 'May boto rito ang team ninyo.',
    hasNoVoice: 'Puwedeng magpayo at magkomento ang team ninyo, pero wala itong boto rito.',
    stance: 'Posisyon',
    stances: {
      concur: 'Sang-ayon',
      object: 'Tutol',
      abstain: 'Abstain',
      reserve: 'Reserve',
    },
    reason: 'Dahilan',
    newText: 'Ang bersiyon namin ng teksto',
    clockStarted: 'Simula ng orasan (oras sa scenario)',
    deadline: 'Deadline',
    required: 'kailangan',
    reportNote: 'Punan ang lahat ng kailangang field bago ibigay ang ulat sa control.',
    alternative: (place, count) => `anyo ${place} sa ${count}`,
    about:
      'May sariling code ang bawat card para hindi nito masabi sa mga player kung ano pa ang mayroon. Sinasabi ng talaang ito kung aling code ang aling inject, at kailan ito iaabot. Nakaayos ang mga card ayon sa talaan.',
    handling: {
      keep: 'Nasa control ang lahat ng card. Iniaabot lang ang card sa team kapag oras na nito.',
      planned:
        'Dumarating sa bawat takbo ng kuwento ang mga nakaplanong card. Iabot sa play time nila.',
      held: 'Hinihintay ng mga itinatabing card ang nakasulat sa tabi nila. Sirain nang hindi ipinababasa ang mga hindi nagamit.',
      forms:
        'Kung may ilang anyo ang inject, isa lang ang iabot: ang nabunot, o ang pipiliin ninyo. Iisa ang para sa lahat ng team.',
      fill: 'Kung walang oras sa scenario ang card, isulat muna ito bago iabot.',
      red: 'Iabot nang nakataob sa pinangalanang tao ang card na may TLP:RED.',
    },
    none: 'Walang card ang team na ito.',
    planned: 'Nakaplano',
    held: 'Itinatabi ng control',
    columns: {
      code: 'Code',
      inject: 'MSEL',
      title: 'Card',
      playTime: 'Play time',
      when: 'Kailan iaabot',
      handedOut: 'Naiabot nang',
    },
    startEx: 'StartEx',
    fromStart: 'sa StartEx, kasama ng misyon',
    positions: 'Mga joint position',
    reports: 'Mga form ng ulat',
  },
  sitman: {
    about:
      'Nasa manual na ito ang kailangang malaman ng mga player bago magsimula ang exercise. Hindi nito sinasabi kung ano ang mangyayari.',
    cover: { date: 'Petsa', place: 'Lugar', version: 'Bersiyon' },
    purposeTitle: 'Layunin at mga objective',
    purpose: (parties) =>
      `Nagsasanay ang mga team ng ${parties} kung paano tutugon nang sama-sama sa insidenteng tumatawid sa mga sektor at bansa. Mga plano, pasya at pagtutulungan ang tinitingnan. Walang taong sinusukat.`,
    objectives: 'Ito ang mga tinitingnang objective:',
    teamsTitle: 'Mga kalahok',
    teams:
      'Isa o ilang team ang ginagampanan ng bawat table. Sinasabi ng misyon kung para saan ang team.',
    rolesTitle: 'Mga papel',
    roles: {
      player: {
        role: 'Mga player',
        does: 'kumikilos bilang team nila, batay sa alam nila at sa mga planong sakop nila.',
      },
      control: {
        role: 'Control',
        does: 'nagpapatakbo ng exercise: ang exercise director, mga facilitator at mga controller. Sa kanila magtanong.',
      },
      simCell: {
        role: 'SimCell',
        does: 'gumaganap sa lahat ng wala sa table: mga awtoridad, supplier, press.',
      },
      evaluator: {
        role: 'Mga evaluator',
        does: 'nagmamasid at nagtatala. Hindi sila kasali sa play.',
      },
      observer: { role: 'Mga observer', does: 'sumusubaybay nang hindi sumasali.' },
    },
    rulesTitle: 'Mga tuntunin ng play',
    rules: {
      fiction:
        'Kathang-isip ang kuwento, pati ang mga organisasyon, tao at umaatake rito. Tanggapin ang kuwento at huwag hanapan ng butas.',
      role: 'Papel ang ginagampanan ninyo. Hindi posisyon ng organisasyon o bansa ninyo ang sinasabi rito.',
      realPlans:
        'Kumilos ayon sa totoo ninyong mga plano, tuntunin at listahan ng contact. Bihirang iisa lang ang tamang sagot.',
      ownKnowledge:
        'Gamitin lang ang nakarating sa sarili ninyong team. Hindi ninyo alam ang narinig lang sa kabilang table.',
      banner:
        'Nagsisimula ang bawat mensahe sa EXERCISE EXERCISE EXERCISE. Ilagay rin ito sa simula ng lahat ng ipadadala ninyo.',
      marking:
        'May TLP marking ang lahat ng ipinapasa sa ibang team. Pangako ang marking: tuparin ito, o humingi ng pahintulot sa pinagmulan.',
      noOutside:
        'Huwag makipag-ugnayan sa labas ng exercise tungkol dito, at huwag gagalawin ang mga totoong system.',
      first: 'Sama-samang sumasagot ang table. Ang unang sagot ang bibilangin.',
      noBlame: 'Ayos lang magkamali rito. Walang pinapangalanan sa report.',
    },
    realWorldTitle: 'REAL WORLD',
    realWorld:
      'Kung may totoong mangyari (emergency, totoong insidente, may masama ang pakiramdam), sabihin o pindutin ang REAL WORLD. Titigil agad ang lahat at susundin ang mga totoong procedure. Magpapatuloy lang ang exercise kapag sinabi ng exercise director.',
    scheduleTitle: 'Mga oras at module',
    times: {
      wall: 'Ang tunay na oras ay ang oras sa dingding.',
      play: 'Ang play time ay tumatakbo mula StartEx at humihinto kapag break. Play time ang mga deadline na nasa minuto.',
      scenario:
        'Ang oras sa scenario ay ang petsa at oras ng kuwento. Mas mabilis ito kaysa play, at maaaring tumalon sa pagitan ng mga module. Oras sa scenario ang mga obligasyong mag-ulat na nasa oras o araw.',
    },
    module: (number) => `Module ${number}`,
    storyBegins: 'Simula ng kuwento',
    pace: 'Bilis',
    length: 'Haba',
    agendaTitle: 'Agenda',
    clock: 'Oras',
    step: 'Hakbang',
    agenda: {
      registration: 'Pagpaparehistro',
      briefing: 'Briefing: mga tuntunin, papel, at pagtiyak na naaabot ang lahat',
      startEx: 'StartEx',
      endEx: 'EndEx',
      hotWash: 'Hot wash: ano ang naging maayos, ano ang hindi, at ano ang susunod',
      feedback: 'Mga feedback form',
    },
    systemsTitle: 'Mga system',
    systems:
      'Mga system na nakikita ng lahat sa mapa. Maaaring may dagdag pa mula sa sarili ninyong bansa sa screen.',
    gauges: (names) => `Mga indicator na nakikita ng lahat: ${names}.`,
    directoryTitle: 'Sino pa ang maaabot',
    directory:
      'Bukod sa ibang team, puwede kayong sumulat sa mga sumusunod. Control ang sasagot para sa kanila.',
    isPublic: (contact) => `${contact} (nagiging publiko ang sinasabi sa kanila)`,
    tlpTitle: 'Traffic Light Protocol 2.0',
    tlpAbout:
      'Sinasabi ng marking kung hanggang saan puwedeng umabot ang impormasyon. Bago ito ipasa nang mas malawak, magtanong muna sa pinagmulan.',
    tlpMeaning: 'Hanggang saan puwedeng umabot',
    questions: 'Mga tanong para sa talakayan',
    glossaryTitle: 'Mga salita ng exercise',
    glossary: {
      startEx: { term: 'StartEx, EndEx', meaning: 'Ang simula at katapusan ng play.' },
      inject: {
        term: 'Inject',
        meaning: 'Mensaheng ibinibigay ng control sa isa o ilang team, na tinutugunan ng play.',
      },
      module: { term: 'Module', meaning: 'Bahagi ng exercise na may sariling petsa sa kuwento.' },
      table: { term: 'Table', meaning: 'Ang mga taong gumaganap sa isa o ilang team.' },
      jointPosition: {
        term: 'Joint position',
        meaning:
          'Bagay na sama-samang pinagpapasyahan ng ilang team. Ang bawat may boto ay sang-ayon, tutol, abstain o reserve, at nagbibigay ng dahilan.',
      },
      obligation: {
        term: 'Obligasyong mag-ulat',
        meaning: 'Ulat na hinihingi ng isang tuntunin sa loob ng takdang oras sa scenario.',
      },
      originator: {
        term: 'Pinagmulan',
        meaning:
          'Kung kanino galing ang impormasyon, na nagtakda ng marking at puwedeng magpahintulot ng higit pa.',
      },
      sanitised: {
        term: 'Sanitised na anyo',
        meaning: 'Impormasyong walang source at personal data, na puwedeng umabot nang mas malayo.',
      },
      hotWash: { term: 'Hot wash', meaning: 'Ang talakayan pagkatapos mismo ng EndEx.' },
    },
  },
  signIn: {
    staff: 'Control, mga evaluator, mga observer',
    staffRoles: 'Staff ng exercise',
    tableNumber: 'Table',
    columns: {
      name: 'Pangalan',
      organisation: 'Organisasyon',
      role: 'Papel',
      team: 'Team / table',
      contact: 'Contact',
      signature: 'Lagda',
    },
    privacy:
      'Para lang sa exercise at sa report nito ang mga detalyeng ito, at sisirain pagkatapos.',
  },
  feedback: {
    about:
      'Makakatulong ang mga sagot ninyo para mapabuti ang susunod na exercise. Hindi kailangan ang pangalan.',
    roles: { player: 'Player', staff: 'Control o evaluator', observer: 'Observer' },
    scale: 'Gaano kayo sumasang-ayon? 1: hinding-hindi. 5: lubos.',
    statement: 'Pahayag',
    statements: {
      realistic: 'Kapani-paniwala ang scenario.',
      objectives: 'Tugma ang exercise sa mga objective nito.',
      role: 'Alam ko kung ano ang inaasahan sa papel ko.',
      information: 'Sapat ang ibinigay sa akin bago ang exercise.',
      sharing: 'Alam ko kung ano ang puwede kong ibahagi at kanino.',
      pace: 'Tama ang bilis.',
      language: 'Nakasali ako sa sarili kong wika.',
      partners:
        'Mas naiintindihan ko kung paano kumikilos ang mga katuwang sa ibang sektor at bansa.',
      prepared: 'Mas handa ako sa totoong insidente.',
      organisation: 'Maayos ang pagkakaorganisa ng exercise.',
    },
    strengths: 'Ano ang naging maayos',
    improvements: 'Ano ang dapat pagbutihin, sa mga plano o sa pagtutulungan',
    comments: 'Iba pang komento',
  },
};
