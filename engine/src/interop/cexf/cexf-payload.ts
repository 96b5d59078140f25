/** What an inject of a CEXF exercise hands to players. */
import { textOfBase64 } from '../base64.js';
import { cleanText } from '../clean-text.js';
import type { Draft } from '../draft.js';
import { quote } from '../finding.js';
import {
  describeValue,
  fieldOf,
  type JsonRecord,
  listOf,
  recordOf,
  textOf,
} from '../json-shape.js';

export interface Payload {
  /** For players; empty where there is none. */
  readonly text: string;
  readonly isMail: boolean;
  /** For controllers. */
  readonly notes: readonly string[];
}

/**
 * Text files become the inject's text; what a machine would do is noted.
 * Findings: `cexf/payload-missing`, `cexf/payload-not-text`, `cexf/payload-by-machine`.
 */
export function payloadOf(
  root: JsonRecord,
  inject: JsonRecord,
  where: string,
  { findings }: Draft,
): Payload {
  const wanted = textOf(inject, 'action_payload_resource_uuid');
  const action = textOf(inject, 'action') ?? '';
  if (wanted === null) return { text: '', isMail: /mail/i.test(action), notes: [] };
  const list = listOf(root, 'inject_payloads').map(recordOf);
  const index = list.findIndex((entry) => textOf(entry, 'uuid') === wanted);
  const payload = list[index] ?? null;
  const place = `inject_payloads[${index}]`;
  if (payload === null) {
    findings.warn(
      'cexf/payload-missing',
      where,
      `the payload ${quote(wanted)} is not in the file`,
      'it was left out',
    );
    return { text: '', isMail: false, notes: [] };
  }
  const parameters = recordOf(fieldOf(payload, 'parameters'));
  const name = textOf(parameters, 'filename') ?? textOf(payload, 'name') ?? '';
  const isMail = /mail|\.eml$/i.test(`${action} ${name}`);
  const content = textOf(parameters, 'content');
  if (textOf(payload, 'type') !== 'file' || content === null) {
    findings.warn(
      'cexf/payload-by-machine',
      place,
      `${quote(name)} is done by a machine in the source`,
      'it stands in the notes for controllers',
    );
    return {
      text: '',
      isMail,
      notes: [cleanText(`payload: ${describeValue(payload) ?? ''}`, place, findings)],
    };
  }
  const isEncoded = /base64/i.test(textOf(parameters, 'content-type') ?? '');
  const text = isEncoded ? textOfBase64(content) : content;
  if (text === null) {
    findings.warn('cexf/payload-not-text', place, `${quote(name)} is no text`, 'it was left out');
    return { text: '', isMail, notes: [`payload: ${cleanText(name, place, findings)}`] };
  }
  const more = Object.entries({ ...payload, ...parameters }).flatMap(([key, value]) => {
    const said = notNoted.has(key) ? null : describeValue(value);
    return said === null ? [] : [`${key} ${said}`];
  });
  return {
    text: cleanText(text, place, findings),
    isMail,
    notes: [cleanText(`payload: ${more.join(', ')}`, place, findings)],
  };
}

/** In the text already, or of use to machines only. */
const notNoted = new Set(['content', 'parameters', 'uuid']);
