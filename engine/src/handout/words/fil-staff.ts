/** Filipino: what only control and evaluators read. */
import type { enStaff } from './en-staff.js';
import type { Shape } from './shape.js';

export const filStaff: Shape<typeof enStaff> = {
  msel: {
    about:
      'Binibilang ang play time mula StartEx at humihinto kapag break. Isinusulat sa kamay ang “Aktuwal”, “Controller na nakatoka” at “Status”.',
    deck: 'Deck',
    deckMeaning:
      'Mga inject na walang takdang oras. Ginagamit ng controller kung kailan makakatulong.',
    unknown: 'nakasalalay sa takbo ng play kung kailan magsisimula ang module',
    beginsAt: (time) => `magsisimula sa ${time} ng play`,
    atModuleStart: 'sa simula ng module',
    intoModule: (time) => `${time} mula sa simula ng module`,
  },
  control: {
    about:
      'Sinasabi ng gabay na ito kung paano magkakaugnay ang scenario: ano ang dumarating at kailan, saan patungo ang bawat pagpili at ilang puntos ito, at ano ang kailangan ng kuwento kapag may kulang na team. Mga numero sa MSEL ang may #.',
    stop: {
      title: 'REAL WORLD',
      text: 'Kapag may nagsabi o pumindot ng REAL WORLD, titigil agad ang lahat. Una ang mga totoong procedure. Exercise director lang ang makapagpapatuloy ng exercise.',
    },
    overview: 'Pangkalahatang tanaw',
    playLength: 'Haba',
    languages: 'Mga wika',
    attackVersion: 'Bersiyon ng MITRE ATT&CK',
    content: 'Nilalaman',
    counts: {
      teams: (count) => `${count} team`,
      injects: (count) => `${count} inject`,
      items: (count) => `${count} piraso ng impormasyon`,
      positions: (count) => `${count} joint position`,
      obligations: (count) => `${count} obligasyong mag-ulat`,
      systems: (count) => `${count} system`,
      endings: (count) => `${count} wakas`,
    },
    before: {
      casting:
        'Bago ang StartEx: pagpasyahan kung sino ang gaganap sa aling team, at sino sa control ang gaganap sa mga walang gaganap.',
      pace: 'Pagpasyahan ang pace: kusang lumalabas ang mga inject, o naghihintay ng hudyat ng controller.',
      scores:
        'Pagpasyahan kung sino ang makakakita ng puntos, at kailan. Tulong sa talakayan ang puntos; hindi ito ang rating.',
      laws: 'Ipa-check sa sarili ninyong abogado ang mga oras ng obligasyong mag-ulat.',
      paper:
        'Ihanda ang mga card at ang gabay na ito: dito magpapatuloy ang exercise kapag hindi na gumana ang mga computer.',
    },
    modules: 'Mga module',
    inside: (phase) => `nasa loob ng “${phase}”`,
    parallel: 'sabay-sabay ang mga bahagi nito',
    exit: (to, when) => `→ “${to}”: ${when}`,
    storyline: 'Takbo ng kuwento',
    storylineAbout:
      'Ayon sa inaasahang pagkakasunod ng mga inject. Sinasabi ng “Patungo sa” kung ano ang naghihintay ng anuman tungkol sa inject.',
    onDemand: 'Mga contingency at deck',
    onDemandAbout:
      'Ang nagbabalik sa takbo ng play kapag walang aksiyon, at ang puwedeng gamitin ng controller.',
    injectsOf: (phase) => `Mga inject: ${phase}`,
    bringsItems: 'Dalang impormasyon',
    opensPositions: 'Binubuksang joint position',
    forms: 'Mga anyo',
    drawn: (count) => `isa sa ${count} anyo, binubunot sa StartEx`,
    ownWords: (teams) => `may sariling teksto para sa ${teams}`,
    attack: 'ATT&CK',
    hidden: 'Hindi ipinapaalam sa mga player.',
    revealed: (time) => `Hindi muna ipinapaalam; makikita ng mga player pagkalipas ng ${time}.`,
    pointsLate: (points, late) => `${points}; kung huli: ${late}`,
    fullUntil: (time) => `buo hanggang ${time}, saka bumababa`,
    follows: (number, title) => `saka #${number} “${title}”`,
    items: 'Hawak na impormasyon',
    itemsAbout:
      'Ang hawak ng mga team, at sino ang dapat makaalam. Kung hindi team ang pinagmulan, control ang nagpapahintulot o tumatanggi.',
    comesWith: 'Dumarating kasama ng',
    withNothing: 'StartEx, o isang epekto o kamay ng controller',
    personalData: 'Personal data',
    penalties: 'Bawas',
    penaltiesOf: (breach, needless) =>
      `nilabag na marking −${breach}, ibinahagi nang hindi kailangan −${needless} (bawat tumanggap)`,
    noSanitised: 'Walang sanitised na anyo.',
    wholeForm: 'buong anyo',
    eitherForm: 'alinmang anyo',
    positions: 'Mga joint position',
    positionsAbout:
      'Ang sama-samang pinagpapasyahan ng ilang team, sa aling tuntunin, at ang kasunod.',
    participants: 'Kasali rin',
    onAgreed: 'Kung nagkasundo',
    onFailed: 'Kung walang kasunduan',
    obligations: 'Mga obligasyong mag-ulat',
    obligationsAbout: 'Sa oras ng scenario tumatakbo ang orasan nila.',
    clockStarts: 'Simula ng orasan',
    fields: 'Nilalaman ng ulat',
    optional: (field) => `${field} (opsiyonal)`,
    world: 'Mga system, indicator at milestone',
    systems: 'Mga system',
    gauges: 'Mga indicator',
    milestones: 'Mga milestone',
    suffers: (asset, when, becomes, delay, recovery) =>
      `“${asset}” ${when} → ${becomes}, ramdam pagkalipas ng ${delay}, balik pagkalipas ng ${recovery}`,
    endings: 'Mga wakas',
    endingsAbout: 'Naaabot ang wakas sa unang pagkakataong natupad ang kondisyon nito.',
    endsExercise: 'Magtatapos ang exercise kapag naabot ito.',
    contacts: 'Mga contact para sa SimCell',
    contactsAbout:
      'Control ang nagsasalita para sa kanila. Puwedeng sulatan ng mga team ang mga naaabot.',
    casting: 'Pagtatalaga ng mga team',
    castingAdvice: {
      merge:
        'Puwedeng magsama sa iisang table ang mga team ng iisang panig. Pasalita ang pagbabahagi nila at hindi binibilang.',
      decide:
        'Dapat may gumanap sa team na nagpapasya, nagsasalita para sa panig, o may hawak na impormasyon. Kung wala, control ang magpapasya para rito nang malakas.',
      waived:
        'Wine-waive, hindi ibinibilang na hindi nagawa, ang inaasahan sa team na walang gumaganap.',
    },
    plannedOf: (planned, all) => `${planned} sa ${all}`,
    yes: 'oo',
    no: 'hindi',
    columns: {
      comes: 'Kailan dumarating',
      brings: 'Epekto',
      leadsTo: 'Patungo sa',
      exits: 'Susunod na module',
      sort: 'Uri',
      within: 'Sa loob ng',
      points: 'Puntos',
      met: 'Kung nagawa',
      missed: 'Kung hindi nagawa',
      rationale: 'Bakit',
      needs: 'Sino ang nangangailangan',
      form: 'Anyo',
      owner: 'Nagpapatakbo',
      seenBy: 'Nakikita ng',
      atStart: 'Sa StartEx',
      suffers: 'Naaapektuhan kapag',
      changedBy: 'Binabago ng',
      range: 'Saklaw',
      reachedWhen: 'Naaabot kapag',
      contact: 'Contact',
      reachable: 'Naaabot',
      isPublic: 'Publiko',
      speaksIn: 'Nagsasalita sa',
      injects: 'Mga inject (nakaplano sa lahat)',
      decides: 'Nagpapasya sa',
      holds: 'Hawak',
      speaksFor: 'May boto sa',
      reports: 'Nag-uulat ng',
    },
  },
  evaluate: {
    about:
      'Isang bahagi sa bawat objective: ano ang dapat maipakita, mga critical task, ano ang dapat gawin ng mga team at hanggang kailan, lugar para sa tala, at ang rating.',
    advice: {
      watch:
        'Magmasid at magtala: ang minuto, sino ang nagsabi ng ano kanino, sa aling channel, at anong marking.',
      quote: 'Sipiin, huwag munang husgahan. Pagkatapos ng EndEx ang paghuhusga.',
      silent: 'Huwag tumulong, at huwag ipakita ang gabay na ito: narito ang mga sagot.',
      points: 'Tulong lang ang puntos, hindi ito ang rating.',
      agree: 'Pagkatapos ng EndEx, ihambing muna ang tala sa ibang evaluator bago mag-rate.',
    },
    target: 'Target',
    csf: 'NIST CSF 2.0',
    evaluator: 'Evaluator',
    criticalTasks: 'Mga critical task: lagyan ng tsek ang natapos.',
    evidence: 'Batayan',
    noEvidence:
      'Walang gawain sa scenario na para sa objective na ito. I-rate ayon sa naobserbahan.',
    withoutObjective: 'Mga gawaing walang objective',
    anyTeam: 'Kapag nagawa ito ng isa sa mga team na ito, tapos na.',
    columns: {
      inTime: 'Sa oras',
      late: 'Huli',
      notDone: 'Hindi nagawa',
      time: 'Oras',
      team: 'Team',
      observation: 'Ano ang naobserbahan',
      kind: 'Kalakasan / pagbubutihin',
    },
    need: (item) => `Sino ang nasabihan: ${item}`,
    needAbout: (holders, form, marking) =>
      `Hawak ng ${holders}, ${marking}. Dapat itong malaman ng mga team na ito, sa ${form}:`,
    obligationAbout: (to, when) => `Para kay ${to}. Simula ng orasan: ${when}.`,
    notes: 'Mga obserbasyon',
    rating: 'Rating',
    ratingAbout:
      'Bilugan ang isa. Mabibilang lang ang rating na iminungkahi ng computer kapag kinumpirma ninyo.',
    ratings: {
      P: 'Nagawa nang walang hadlang: nagawa ang kailangan, naabot ang objective, at walang ibang napinsala.',
      S: 'Nagawa nang may kaunting hadlang: gaya ng P, pero puwede pang maging mas mahusay o mas magaan.',
      M: 'Nagawa nang may malaking hadlang: naabot ang objective, pero naapektuhan ang ibang gawain, nadagdagan ang panganib sa tao, o hindi nasunod ang plano, patakaran o batas.',
      U: 'Hindi nagawa: hindi naabot ang objective sa mga ginawa.',
    },
    strengths: 'Mga kalakasan',
    improvements: 'Mga dapat pagbutihin',
  },
};
