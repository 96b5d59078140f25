/** The columns of a Master Scenario Events List: HSEEP's, and what a scenario needs beside them. */

export type MselField = keyof typeof mselColumns;

export interface MselColumn {
  /** Its heading in an export, by language; one text for columns that only programs read. */
  readonly heading: { readonly en: string; readonly ja: string; readonly fil: string };
  /** Other headings that mean it. Case, spaces and signs don't matter. */
  readonly aliases: readonly string[];
  /** For programs: its heading is matched as it is written. */
  readonly isKey?: true;
  /** Whether several columns may feed it. */
  readonly isMany?: true;
}

const key = (heading: string): MselColumn => ({
  heading: { en: heading, ja: heading, fil: heading },
  aliases: [],
  isKey: true,
});

function words(text: string): string[] {
  return text.split(',').map((word) => word.trim());
}

/** In the order of an export. Keys keep the ids of a scenario, so that its events can come back. */
export const mselColumns = {
  number: {
    heading: { en: 'Event number', ja: '番号', fil: 'Bilang ng pangyayari' },
    aliases: words(
      '#, no, nr, num, number, event, event no, event #, inject number, inject no, inject #, inject id, inject, event id, serial, serial no, msel number, msel no, msel #, id, item, イベント番号, 状況付与番号, 付与番号, 項番, No., 通番, 連番, numero, blg, bilang, bilang ng inject',
    ),
  },
  phase: {
    heading: { en: 'Phase', ja: 'フェーズ', fil: 'Yugto' },
    aliases: words(
      'module, move, exercise phase, stage, scenario phase, act, 段階, モジュール, 局面, フェイズ, bahagi, modyul',
    ),
  },
  scenarioTime: {
    heading: { en: 'Scenario time', ja: 'シナリオ時刻', fil: 'Oras sa senaryo' },
    aliases: words(
      'simulated time, story time, storytime, game time, scenario date, scenario date time, simulated date, date, date time, in game time, sim time, 想定時刻, 想定日時, シナリオ日時, 状況時刻, petsa, petsa sa senaryo',
    ),
  },
  time: {
    heading: { en: 'Scheduled time', ja: '予定時刻', fil: 'Nakatakdang oras' },
    aliases: words(
      'time, exercise time, real time, planned time, inject time, event time, start time, scheduled, schedule, clock, deliver at, delivery time, release time, time of inject, t+, elapsed, elapsed time, minutes, minute, when, trigger time, 時刻, 時間, 付与時刻, 付与予定時刻, 実施時刻, 演習時刻, 経過時間, 開始時刻, oras, takdang oras, oras ng paghahatid',
    ),
  },
  actualTime: {
    heading: { en: 'Actual time', ja: '実施時刻（実績）', fil: 'Aktuwal na oras' },
    aliases: words('actual, time delivered, delivered at, 実績時刻, 実時刻, aktuwal'),
  },
  from: {
    heading: { en: 'From', ja: '発信者', fil: 'Mula kay' },
    aliases: words(
      'sender, source, originator, from whom, sent by, simulated player, 付与元, 送信元, 発信元, 送信者, 差出人, mula, mula sa, nagpadala',
    ),
  },
  to: {
    heading: { en: 'To', ja: '宛先', fil: 'Para kay' },
    aliases: words(
      'player, players, recipient, recipients, recipient player, recipient players, receiver, audience, target, target audience, team, teams, addressee, to whom, 付与先, 送信先, 受信者, 対象, 対象者, 対象チーム, 受け手, para sa, para, tatanggap, koponan',
    ),
  },
  channel: {
    heading: { en: 'Delivery method', ja: '伝達手段', fil: 'Paraan ng paghahatid' },
    aliases: words(
      'method, delivery, inject mode, mode, means, medium, media, channel, inject method, method of delivery, communication method, delivery mode, how, 手段, 付与手段, 付与方法, 媒体, 伝達方法, チャネル, paraan, midyum',
    ),
  },
  title: {
    heading: { en: 'Title', ja: '件名', fil: 'Pamagat' },
    aliases: words(
      'subject, event title, inject title, headline, name, event name, inject name, summary, event summary, synopsis, short description, 標題, 表題, タイトル, イベント名, 事象, paksa, buod',
    ),
  },
  body: {
    heading: { en: 'Message', ja: '本文', fil: 'Mensahe' },
    aliases: words(
      'script, message text, inject text, text, body, content, event description, inject description, description, event, details of inject, inject content, scenario, narrative, event detail, message content, 内容, 状況付与内容, 付与内容, 状況, 説明, 概要, シナリオ, メッセージ, nilalaman, paglalarawan, detalye',
    ),
  },
  bodyMore: {
    heading: { en: 'Message (continued)', ja: '本文（続き）', fil: 'Mensahe (karugtong)' },
    aliases: [],
  },
  expectedAction: {
    heading: { en: 'Expected action', ja: '期待される行動', fil: 'Inaasahang aksyon' },
    aliases: words(
      'expected actions, expected player action, expected player actions, expected outcome, expected outcomes, expected response, expected responses, anticipated action, expectation, expectations, anticipated response, 期待行動, 想定される行動, 期待される対応, 想定対応, 期待される回答, inaasahang tugon, inaasahang kilos, inaasahang gawin',
    ),
  },
  objective: {
    heading: { en: 'Objective / capability', ja: '目的・能力', fil: 'Layunin / kakayahan' },
    aliases: words(
      'objective, objectives, exercise objective, capability, core capability, core capabilities, objective capability, capability objective, related objective, 目的, 目標, 演習目的, 能力, 評価項目, layunin, kakayahan',
    ),
  },
  controller: {
    heading: {
      en: 'Responsible controller',
      ja: '担当コントローラー',
      fil: 'Responsableng controller',
    },
    aliases: words(
      'controller, responsible, assigned to, owner, poc, point of contact, responsible party, responsible person, evaluator, 担当, 担当者, コントローラー, 統制担当, 責任者, tagakontrol, nakatalaga',
    ),
  },
  status: {
    heading: { en: 'Status', ja: '状態', fil: 'Katayuan' },
    aliases: words('state, progress, 状況区分, ステータス, 進捗, estado'),
  },
  kind: {
    heading: { en: 'Kind', ja: '種別', fil: 'Uri' },
    aliases: words(
      'type, inject type, event type, category, inject kind, 種類, 区分, 付与種別, uri ng inject, klase',
    ),
  },
  tlp: {
    heading: { en: 'TLP', ja: 'TLP', fil: 'TLP' },
    aliases: words(
      'marking, tlp marking, classification, traffic light protocol, handling, 取扱区分, 情報区分, marka',
    ),
  },
  attack: {
    heading: { en: 'ATT&CK', ja: 'ATT&CK', fil: 'ATT&CK' },
    aliases: words(
      'mitre, mitre attack, mitre att&ck, technique, techniques, technique id, ttp, ttps, 攻撃手法, teknik',
    ),
  },
  choices: {
    heading: { en: 'Options', ja: '選択肢', fil: 'Mga pagpipilian' },
    aliases: words('poll, choices, option, choice, answers, poll options, 選択, 投票, pagpipilian'),
  },
  response: {
    heading: { en: 'Response', ja: '求める応答', fil: 'Hinihinging tugon' },
    aliases: words('response expected, kind of response, 応答種別'),
  },
  within: {
    heading: { en: 'Within (min)', ja: '期限（分）', fil: 'Sa loob ng (min)' },
    aliases: words(
      'deadline, due, due in, time limit, respond within, 期限, 制限時間, takdang panahon',
    ),
  },
  points: {
    heading: { en: 'Points', ja: '得点', fil: 'Puntos' },
    aliases: words('score, max score, expected score, weight, 点数, 配点, スコア, iskor'),
  },
  trigger: {
    heading: { en: 'Trigger', ja: 'トリガー', fil: 'Hudyat' },
    aliases: words('release, release trigger, cue, cued by, 発動条件, 契機'),
  },
  notes: {
    heading: { en: 'Notes', ja: '備考', fil: 'Mga tala' },
    aliases: words(
      'note, remarks, comment, comments, details, additional information, resources, attachment, attachments, photo, picture name, picture, profile, file, files, group, link, links, 注記, コメント, 添付, 添付資料, メモ, tala, puna, kalakip',
    ),
    isMany: true,
  },
  injectKey: key('_inject'),
  fromKey: key('_from'),
  toKeys: key('_to'),
  phaseKey: key('_phase'),
  phaseBegins: key('_phase begins'),
  choiceKeys: key('_options'),
} satisfies Record<string, MselColumn>;

export const mselFields = Object.keys(mselColumns) as MselField[];

export function columnOf(field: MselField): MselColumn {
  return mselColumns[field];
}
