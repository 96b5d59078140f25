/** The scenario's own words as a translator meets them: what a place is called, and what stands there. */
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type {
  FacilitatorInjectBody,
  FacilitatorView,
} from '@trilogue/engine/views/facilitator-view';

type Inject = FacilitatorView['injects'][string];

/** What an inject's words are called by; those of a form are told apart from those that all read. */
export const injectWords = [
  'title',
  'body',
  'choice',
  'variantTitle',
  'variantBody',
  'ownTitle',
  'ownBody',
  'fileTitle',
  'fileAlt',
] as const;
export type InjectWord = (typeof injectWords)[number];

/** What all other words are called by. */
export const frameWords = [
  'scenarioTitle',
  'scenarioSummary',
  'partyName',
  'partyCity',
  'teamName',
  'teamSector',
  'teamMission',
  'contactName',
  'contactRole',
  'objective',
  'phaseTitle',
  'phaseBriefing',
  'phaseQuestion',
  'assetName',
  'assetSector',
  'assetPlace',
  'indicatorName',
  'indicatorUnit',
  'itemTitle',
  'itemBody',
  'itemSanitised',
  'positionTitle',
  'positionQuestion',
  'positionText',
  'positionOption',
  'dutyTitle',
  'dutyRule',
  'dutyField',
] as const;
export type FrameWord = (typeof frameWords)[number];

/** Ends of places within an inject, the more particular first. */
const injectEnds: readonly [RegExp, InjectWord][] = [
  [/^variants\/.*\/title$/, 'variantTitle'],
  [/^variants\/.*\/body$/, 'variantBody'],
  [/^perRecipient\/.*\/title$/, 'ownTitle'],
  [/^perRecipient\/.*\/body$/, 'ownBody'],
  [/^attachments\/.*\/title$/, 'fileTitle'],
  [/^attachments\/.*\/alt$/, 'fileAlt'],
  [/^choices\//, 'choice'],
  [/^title$/, 'title'],
];

const framePlaces: readonly [RegExp, FrameWord][] = [
  [/^title$/, 'scenarioTitle'],
  [/^summary$/, 'scenarioSummary'],
  [/^parties\/.*\/name$/, 'partyName'],
  [/^parties\/.*\/city$/, 'partyCity'],
  [/^teams\/.*\/name$/, 'teamName'],
  [/^teams\/.*\/sector$/, 'teamSector'],
  [/^teams\/.*\/mission$/, 'teamMission'],
  [/^contacts\/.*\/name$/, 'contactName'],
  [/^contacts\/.*\/role$/, 'contactRole'],
  [/^objectives\//, 'objective'],
  [/^phases\/.*\/title$/, 'phaseTitle'],
  [/^phases\/.*\/briefing$/, 'phaseBriefing'],
  [/^phases\//, 'phaseQuestion'],
  [/^assets\/.*\/place\/name$/, 'assetPlace'],
  [/^assets\/.*\/name$/, 'assetName'],
  [/^assets\//, 'assetSector'],
  [/^indicators\/.*\/name$/, 'indicatorName'],
  [/^indicators\//, 'indicatorUnit'],
  [/^items\/.*\/title$/, 'itemTitle'],
  [/^items\/.*\/sanitised\/body$/, 'itemSanitised'],
  [/^items\//, 'itemBody'],
  [/^positions\/.*\/options\//, 'positionOption'],
  [/^positions\/.*\/title$/, 'positionTitle'],
  [/^positions\/.*\/text$/, 'positionText'],
  [/^positions\//, 'positionQuestion'],
  [/^obligations\/.*\/fields\//, 'dutyField'],
  [/^obligations\/.*\/title$/, 'dutyTitle'],
];

export function injectWordOf(field: string): InjectWord {
  return injectEnds.find(([end]) => end.test(field))?.[1] ?? 'body';
}

export function frameWordOf(place: string): FrameWord {
  return framePlaces.find(([start]) => start.test(place))?.[1] ?? 'dutyRule';
}

const long = /(^|\/)(body|summary|mission|briefing|question|questions\/\d+|text|rule|facts|ask)$/;

/** Whether it takes a line or two: titles, names, labels. What people write in play may be longer. */
export function isShort({ place, field }: { place: string | null; field: string }): boolean {
  return place === null ? field === 'title' : !long.test(field);
}

/** Null while the inject's text, which lists do not have, is not there. */
export function injectWordsAt(
  inject: Inject,
  body: FacilitatorInjectBody | undefined,
  field: string,
): LocalizedText | null {
  const [list = '', which = '', end] = field.split('/');
  const index = Number(which);
  const isTitle = end === 'title';
  switch (list) {
    case 'title':
      return inject.title;
    case 'body':
      return body?.body ?? null;
    case 'choices':
      return inject.choices.find(({ id }) => id === which)?.label ?? null;
    case 'variants':
      return isTitle
        ? (inject.variants.find(({ id }) => id === which)?.title ?? null)
        : (body?.variants.find(({ id }) => id === which)?.body ?? null);
    case 'perRecipient':
      return body?.perRecipient[index]?.[isTitle ? 'title' : 'body'] ?? null;
    default:
      return body?.attachments[index]?.[isTitle ? 'title' : 'alt'] ?? null;
  }
}
