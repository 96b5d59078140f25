/** What a seat wrote and did not send, as this device keeps it: told while there is no line. */
import type { CommandInput } from '../../connection/outbox';
import type { OutgoingName } from './outgoing-model';

export interface BegunText {
  readonly key: string;
  /** What it would have been sent as. */
  readonly name: OutgoingName;
  readonly text: string;
}

type Shelf = Pick<Storage, 'getItem' | 'key' | 'length'>;

/** By the first word of a form's name. */
const forms: Readonly<Record<string, OutgoingName>> = {
  share: 'ShareInformation',
  message: 'ShareInformation',
  ask: 'RequestInformation',
  permission: 'RequestPermission',
  answer: 'AnswerRequest',
  stance: 'TakeStance',
  draft: 'DraftText',
  comment: 'CommentOnDraft',
  report: 'FileReport',
};
/** A form's other fields hold what was chosen; a report's are all written. */
const writtenFields: readonly string[] = ['text', 'facts', 'ask', 'reason'];

/** @param outgoing an answer that is on its way stands there already */
export function begunTexts(
  shelf: Shelf,
  seatId: string,
  outgoing: readonly CommandInput[],
): BegunText[] {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '').sort();
  return keys.flatMap((key) => {
    const [, kind, seat, ...rest] = key.split('.');
    if (seat !== seatId || kind === undefined) return [];
    const found = textIn(kind, rest, shelf.getItem(key) ?? '');
    if (found === null || found.text.trim() === '') return [];
    const isSent = outgoing.some(
      (command) =>
        command.type === 'SendResponse' && kind === 'draft' && command.injectId === rest.join('.'),
    );
    return isSent ? [] : [{ key, ...found }];
  });
}

function textIn(kind: string, [form = '']: readonly string[], kept: string) {
  if (kind === 'message') return { name: 'SendMessage' as const, text: kept };
  const fields = fieldsIn(kept);
  if (kind === 'draft') return { name: 'SendResponse' as const, text: fields.text ?? '' };
  const name = forms[form];
  if (kind !== 'form' || name === undefined) return null;
  const written = Object.entries(fields).filter(
    ([field]) => form === 'report' || writtenFields.includes(field),
  );
  const texts = written.map(([, text]) => text.trim()).filter((text) => text !== '');
  return { name, text: texts.join('\n') };
}

function fieldsIn(kept: string): Record<string, string> {
  try {
    const found: unknown = JSON.parse(kept);
    if (typeof found !== 'object' || found === null) return {};
    const isText = (field: [string, unknown]): field is [string, string] =>
      typeof field[1] === 'string';
    return Object.fromEntries(Object.entries(found).filter(isText));
  } catch {
    return {};
  }
}
