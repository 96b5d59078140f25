/** Words of a list's cells for what a scenario has a fixed set of, in the languages they come in. */
import { tlpLabels } from '../../protocol/parts.js';
import { type Channel, channelSchema, type InjectKind } from '../../scenario/inject-schema.js';
import type { TlpLabel } from '../../scenario/sharing-schema.js';

export type MselLanguage = 'en' | 'ja' | 'fil';

export const kindWords: Readonly<Record<InjectKind, Readonly<Record<MselLanguage, string>>>> = {
  contextual: { en: 'Contextual', ja: '状況提示', fil: 'Konteksto' },
  expectedAction: { en: 'Expected action', ja: '行動要求', fil: 'Inaasahang aksyon' },
  contingency: { en: 'Contingency', ja: '予備', fil: 'Kontinhensiya' },
  decision: { en: 'Decision', ja: '意思決定', fil: 'Desisyon' },
};

export const channelWords: Readonly<Record<Channel, Readonly<Record<MselLanguage, string>>>> = {
  email: { en: 'E-mail', ja: 'メール', fil: 'E-mail' },
  news: { en: 'News', ja: '報道', fil: 'Balita' },
  social: { en: 'Social media', ja: 'SNS', fil: 'Social media' },
  call: { en: 'Call', ja: '電話', fil: 'Tawag' },
  alert: { en: 'Alert', ja: 'アラート', fil: 'Alerto' },
  letter: { en: 'Letter', ja: '文書', fil: 'Liham' },
};

/** Everybody, as a list addresses them. */
export const everyoneWords: Readonly<Record<MselLanguage, string>> = {
  en: 'All',
  ja: '全員',
  fil: 'Lahat',
};

/** First match counts, so what is more certain stands first. */
const channelPatterns: readonly (readonly [RegExp, Channel])[] = [
  [/e-?mail|(^|\W)mail|メール|電子メール|koreo/i, 'email'],
  [/sns|social|twitter|facebook|tweet|(^|\W)x post|post|投稿|ソーシャル/i, 'social'],
  [
    /news|press|media|broadcast|television|(^|\W)tv(\W|$)|radio|article|報道|ニュース|新聞|balita|medya/i,
    'news',
  ],
  [/phone|call|telephone|verbal|voice|in person|face|radio call|電話|口頭|tawag|telepono/i, 'call'],
  [
    /sms|text message|alert|siem|alarm|monitor|notification|dashboard|ticket|アラート|警報|通知|監視|alerto|abiso/i,
    'alert',
  ],
  [
    /letter|fax|memo|document|paper|report|handout|hard ?copy|文書|書面|手紙|ファックス|資料|liham|sulat|dokumento/i,
    'letter',
  ],
];

/** Null for what stands for none. `isExact` where nothing of the word's meaning is lost. */
export function channelOf(text: string): { channel: Channel; isExact: boolean } | null {
  const word = text.normalize('NFKC').trim().toLowerCase();
  for (const channel of channelSchema.options) {
    const names = Object.values(channelWords[channel]).map((name) => name.toLowerCase());
    if (word === channel || names.includes(word)) return { channel, isExact: true };
  }
  const found = channelPatterns.find(([pattern]) => pattern.test(word));
  return found === undefined ? null : { channel: found[1], isExact: false };
}

const kindPatterns: readonly (readonly [RegExp, InjectKind])[] = [
  [/contingen|予備|補助|kontinhensi/i, 'contingency'],
  [/decision|poll|vote|choice|意思決定|判断|desisyon/i, 'decision'],
  [/expected|action|response|行動|対応|aksyon|tugon/i, 'expectedAction'],
  [/context|administrative|information|startex|endex|状況|情報|konteksto/i, 'contextual'],
];

/** Null for what stands for none. */
export function kindOf(text: string): InjectKind | null {
  const word = text.normalize('NFKC').trim();
  for (const [kind, names] of Object.entries(kindWords)) {
    const isIt =
      word === kind ||
      Object.values(names).some((name) => name.toLowerCase() === word.toLowerCase());
    if (isIt) return kind as InjectKind;
  }
  return kindPatterns.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** "TLP:AMBER+STRICT", "amber strict"; WHITE of TLP 1.0 is CLEAR. Null for what is none. */
export function tlpOf(text: string): { tlp: TlpLabel; isOld: boolean } | null {
  const word = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^TLP\s*[:：-]?\s*/, '')
    .replace(/\s*\+?\s*STRICT$/, '+STRICT')
    .trim();
  if (word === 'WHITE') return { tlp: 'CLEAR', isOld: true };
  const label = tlpLabels.find((known) => known === word);
  return label === undefined ? null : { tlp: label, isOld: false };
}

export function isEveryone(text: string): boolean {
  const word = text.normalize('NFKC').trim().toLowerCase();
  return /^(all|everyone|everybody|all (players|teams|participants)|全員|全チーム|全参加者|全体|lahat|lahat ng (koponan|kalahok))$/.test(
    word,
  );
}

/** The event that marks the start of the exercise. */
export function isStartEx(title: string): boolean {
  return /^\s*(start\s*ex\b|start of (the )?exercise|演習開始|simula ng ehersisyo)/i.test(title);
}
