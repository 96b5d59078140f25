/** Looks into a file's bytes: what it is, and whether it may be shown. Its name and its sender's word count for nothing. */
import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import type { NewFile } from '../store/attachment-store.js';

/** Largest attachment, in bytes. */
export const maxAttachmentBytes = 5 * 1024 * 1024;

/** No SVG: it is a document that can script. */
export const attachmentTypes: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

export type Fault = 'attachment/empty' | 'attachment/too-large' | 'attachment/wrong-type';

/** @returns the file under a name made of its hash, or what is wrong with it. */
export async function inspect(bytes: Buffer): Promise<NewFile | Fault> {
  if (bytes.length === 0) return 'attachment/empty';
  if (bytes.length > maxAttachmentBytes) return 'attachment/too-large';
  // A file made to break the parser is no picture either.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const extension = found === undefined ? undefined : attachmentTypes[found.mime];
  if (found === undefined || extension === undefined) return 'attachment/wrong-type';
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { file: `${hash}.${extension}`, hash, type: found.mime, size: bytes.length, bytes };
}
