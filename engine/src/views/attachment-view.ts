/** An attachment as its readers see it named; its bytes come over HTTP, by the same right. */
import type { Attachment } from '../scenario/attachment-schema.js';
import type { LocalizedText } from '../scenario/localize.js';

export interface AttachmentView {
  /** Names it among those of its exercise. */
  readonly file: string;
  readonly title: LocalizedText;
  /** What a picture shows; null where nobody said. */
  readonly alt: LocalizedText | null;
}

export function attachmentViews(
  attachments: readonly Attachment[] | undefined,
): readonly AttachmentView[] {
  return (attachments ?? []).map(({ file, title, alt }) => ({ file, title, alt: alt ?? null }));
}
