/** Files that come with an inject: named here, kept by the host, which checks what they really are. */
import { z } from 'zod';
import { scenarioLimits as limits } from './limits.js';
import { localizedTextSchema } from './localize.js';

export const attachmentFileSchema = z
  .string()
  .max(100)
  .regex(
    /^[a-z0-9]+([._-][a-z0-9]+)*\.(png|jpg|jpeg|gif|webp|pdf)$/,
    'a file name of lower-case letters, digits, ".", "-" and "_" that ends in png, jpg, jpeg, gif, webp or pdf',
  )
  .describe('The file’s name in the folder "attachments" beside the scenario.');

export const attachmentSchema = z
  .strictObject({
    file: attachmentFileSchema,
    title: localizedTextSchema.describe('What readers see it called.'),
    alt: localizedTextSchema
      .optional()
      .describe('What a picture shows, for whoever can’t see it. Asked of every picture.'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hex')
      .optional()
      .describe('The file’s SHA-256, so that another file under this name is noticed.'),
  })
  .describe('A picture or a PDF.');

export const attachmentsSchema = z.array(attachmentSchema).max(limits.attachments);

export type Attachment = z.infer<typeof attachmentSchema>;
