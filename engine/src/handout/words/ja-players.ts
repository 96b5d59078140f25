/** Japanese: what players read. */
import type { enPlayers } from './en-players.js';
import type { Shape } from './shape.js';

export const jaPlayers: Shape<typeof enPlayers> = {
  titles: {
    msel: '状況付与一覧（MSEL）',
    cards: '状況付与カード',
    cardRegister: '統制部用カード台帳',
    sitman: '参加者用手引き（SitMan）',
    moduleSheets: 'モジュール資料',
    controller: '統制部用手引き',
    evaluator: '評価の手引き（EEG）',
    signIn: '受付名簿',
    feedback: '参加者アンケート',
  },
  frame: {
    players: '演習参加者用',
    staff: '統制部・評価員限り（プレイヤーへの提供禁止）',
    missing: (count) =>
      `このシナリオには日本語のない文章が${count}件あります。別の言語で表示し、言語の標識を付けています。`,
  },
  tlp: {
    RED: '指名された受け手本人だけが見聞きできます。所属組織の中を含め、ほかへ伝えてはなりません。',
    'AMBER+STRICT':
      '受け手の組織の中で、知る必要のある人に限ります。顧客や委託元への提供はできません。',
    AMBER: '受け手の組織と、その顧客や委託元のうち、知る必要のある人に限ります。',
    GREEN: '同じコミュニティの関係者や協力先に提供できます。誰でも見られる経路には載せられません。',
    CLEAR: '提供先に制限はありません。',
  },
  cards: {
    kind: {
      inject: '状況付与',
      item: '保有情報',
      position: '共同方針',
      report: '報告様式',
    },
    time: '想定時刻',
    toDo: '対応が必要な項目',
    task: (task, about, to) =>
      `${task}${about === null ? '' : `「${about}」`}${to === null ? '' : `（相手：${to}）`}`,
    due: (task, time) => `${task}：受領から${time}以内`,
    chooseOne: '卓として一つ選択してください',
    answer: '卓の回答',
    handedIn: '提出時刻',
    signed: '卓の代表者',
    whole: '原文',
    personalData: '個人データを含みます。必要とする相手はごく一部です。',
    firstVersion: '起草の出発点となる第1版',
    within: '協議の期限',
    hasVoice: 'このチームは意思表示を行います。',
    hasNoVoice: 'このチームは助言とコメントができますが、意思表示は行いません。',
    stance: '立場',
    stances: { concur: '同意', object: '反対', abstain: '棄権', reserve: '留保' },
    reason: '理由',
    newText: 'このチームの修正案',
    clockStarted: '計時開始（想定時刻）',
    deadline: '期限',
    required: '必須',
    reportNote: '必須項目をすべて記入してから、統制部に提出してください。',
    alternative: (place, count) => `文案${place}／${count}`,
    about:
      'カードには固有の符号だけが印字されており、ほかにどのような状況付与があるかはプレイヤーに分かりません。この台帳は、符号と状況付与の対応、渡す時期を示します。カードは台帳の順に並んでいます。',
    handling: {
      keep: 'カードはすべて統制部が保管し、渡す時期が来るまでチームに渡しません。',
      planned: '「予定」のカードは、どの経過でも使用します。予定時刻に渡します。',
      held: '「統制部で保留」のカードは、記載の条件が満たされたときに渡します。使わなかったものは、見せずに廃棄します。',
      forms:
        '文案が複数ある場合は一つだけ渡します。抽選された文案、または統制部が選んだ文案とし、全チームで同じものを使います。',
      fill: '想定時刻の印字がないカードは、渡す前に記入します。',
      red: 'TLP:RED のカードは、指名した本人に裏返して手渡します。',
    },
    none: 'このチームのカードはありません。',
    planned: '予定',
    held: '統制部で保留',
    columns: {
      code: '符号',
      inject: 'MSEL',
      title: 'カード',
      playTime: '予定時刻',
      when: '渡す時期',
      handedOut: '渡した時刻',
    },
    startEx: '開始（StartEx）',
    fromStart: '開始（StartEx）時に、任務とともに',
    positions: '共同方針',
    reports: '報告様式',
  },
  sitman: {
    about:
      'この手引きは、演習の開始前にプレイヤーが知っておくべきことをまとめたものです。演習中の出来事は記載していません。',
    cover: { date: '日付', place: '会場', version: '版' },
    purposeTitle: '目的と訓練目標',
    purpose: (parties) =>
      `${parties}の各チームが、分野と国境を越える事案に共同で対処する訓練を行います。対象は計画、判断、連携であり、個人を評価するものではありません。`,
    objectives: '訓練目標は次のとおりです。',
    teamsTitle: '参加者',
    teams: '各卓は、一つまたは複数のチームを担当します。任務は、そのチームの役割を示します。',
    rolesTitle: '役割',
    roles: {
      player: {
        role: 'プレイヤー',
        does: '担当するチームの立場で、届いた情報と実際の計画に基づいて行動します。',
      },
      control: {
        role: '統制部',
        does: '演習を運営します（演習責任者、ファシリテーター、統制員）。質問は統制部にお寄せください。',
      },
      simCell: {
        role: 'SimCell',
        does: '卓のない関係者（当局、取引先、報道機関など）の役を務めます。',
      },
      evaluator: { role: '評価員', does: '観察し、記録します。プレーには加わりません。' },
      observer: { role: 'オブザーバー', does: '参加せずに見学します。' },
    },
    rulesTitle: '演習のルール',
    rules: {
      fiction:
        '物語は架空です。登場する組織、人物、攻撃者は実在しません。想定をそのまま受け入れ、その不備を探さないでください。',
      role: '発言は役割としてのものであり、所属組織や国の見解ではありません。',
      realPlans: '実際の計画、規則、連絡先に基づいて行動してください。正解が一つとは限りません。',
      ownKnowledge:
        '自分のチームに届いた情報だけを使ってください。ほかの卓から聞こえたことは、知らないものとして扱います。',
      banner:
        'すべての文は EXERCISE EXERCISE EXERCISE で始まります。送信する文の冒頭にも必ず記載してください。',
      marking:
        'ほかのチームに渡す情報には、必ず TLP の標示を付けます。標示は約束です。守るか、発信元の許可を得てください。',
      noOutside:
        '演習の内容について外部に連絡しないでください。実際のシステムには触れないでください。',
      first: '回答は卓で一つにまとめます。最初の回答が有効です。',
      noBlame: '失敗を歓迎します。報告書に個人名は記載しません。',
    },
    realWorldTitle: 'REAL WORLD',
    realWorld:
      '現実の事態（緊急事態、実際のインシデント、体調不良など）が発生した場合は、REAL WORLD と声に出すか、ボタンを押してください。全員が直ちに演習を止め、実際の手順に従います。演習責任者が再開を告げるまで、演習は行いません。',
    scheduleTitle: '時刻とモジュール',
    times: {
      wall: '実時刻は、会場の時計の時刻です。',
      play: '演習経過時間は StartEx から数え、休憩中は止まります。「分」で示す期限は演習経過時間です。',
      scenario:
        '想定時刻は、物語の中の日付と時刻です。実際より速く進み、モジュールの間で飛ぶことがあります。「時間」や「日」で示す報告義務は想定時刻で数えます。',
    },
    module: (number) => `モジュール${number}`,
    storyBegins: '想定開始日時',
    pace: '進み方',
    length: '所要時間',
    agendaTitle: '進行表',
    clock: '時刻',
    step: '内容',
    agenda: {
      registration: '受付',
      briefing: '事前説明：ルール、役割、連絡手段の確認',
      startEx: '開始（StartEx）',
      endEx: '終了（EndEx）',
      hotWash: 'ホットウォッシュ（振り返り）：良かった点、課題、今後の対応',
      feedback: 'アンケートの記入',
    },
    systemsTitle: 'システム',
    systems:
      '全員の地図に表示されるシステムです。画面には、自国のシステムがさらに表示される場合があります。',
    gauges: (names) => `全員に表示される指標：${names}。`,
    directoryTitle: 'ほかに連絡できる相手',
    directory: 'ほかのチームに加えて、次の相手に連絡できます。統制部が代わって回答します。',
    isPublic: (contact) => `${contact}（伝えた内容は公になります）`,
    tlpTitle: 'Traffic Light Protocol 2.0',
    tlpAbout:
      '標示は、情報をどこまで伝えてよいかを示します。それより広く伝えたい場合は、先に情報源の許可を得てください。',
    tlpMeaning: '伝えてよい範囲',
    questions: '協議のための問い',
    glossaryTitle: '用語',
    glossary: {
      startEx: { term: 'StartEx、EndEx', meaning: 'プレーの開始と終了です。' },
      inject: {
        term: '状況付与（インジェクト）',
        meaning: '統制部が一つまたは複数のチームに与える知らせで、プレーはこれを受けて進みます。',
      },
      module: { term: 'モジュール', meaning: '演習の区切りで、それぞれ物語の中の日付を持ちます。' },
      table: { term: '卓', meaning: '一つまたは複数のチームを共に担当する人々です。' },
      jointPosition: {
        term: '共同方針',
        meaning:
          '複数のチームが共に決める事項です。意思表示を行うチームは、同意、反対、棄権、留保のいずれかを理由とともに示します。',
      },
      obligation: {
        term: '報告義務',
        meaning: '規則により、想定時刻で定められた時間内に提出する報告です。',
      },
      originator: {
        term: '発信元',
        meaning: '情報の出所です。標示を定め、より広い共有を許可できます。',
      },
      sanitised: {
        term: '加工済み版',
        meaning: '情報源と個人データを除いた情報で、より広く伝えられます。',
      },
      hotWash: { term: 'ホットウォッシュ', meaning: 'EndEx の直後に行う振り返りです。' },
    },
  },
  signIn: {
    staff: '統制部・評価員・オブザーバー',
    staffRoles: '演習スタッフ',
    tableNumber: '卓',
    columns: {
      name: '氏名',
      organisation: '所属',
      role: '役割',
      team: 'チーム／卓',
      contact: '連絡先',
      signature: '署名',
    },
    privacy: 'ご記入の内容は、演習とその報告のためだけに使用し、その後廃棄します。',
  },
  feedback: {
    about: 'ご回答は次回の演習の改善に役立てます。お名前の記入は不要です。',
    roles: { player: 'プレイヤー', staff: '統制部・評価員', observer: 'オブザーバー' },
    scale: 'どの程度そう思いますか。1：まったく思わない　5：強くそう思う',
    statement: '項目',
    statements: {
      realistic: 'シナリオには現実味がありました。',
      objectives: '演習は訓練目標に合っていました。',
      role: '自分の役割に何が求められているか分かりました。',
      information: '事前に受け取った情報は十分でした。',
      sharing: '何を誰に共有してよいか分かりました。',
      pace: '進み方は適切でした。',
      language: '自分の言語で参加できました。',
      partners: 'ほかの分野や国の関係者の動き方を、より理解できました。',
      prepared: '実際の事案への備えが進みました。',
      organisation: '演習の運営は適切でした。',
    },
    strengths: '良かった点',
    improvements: '計画や連携について改善すべき点',
    comments: 'その他のご意見',
  },
};
