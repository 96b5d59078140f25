/** What participants are asked after EndEx. The same statements stand on the printed form. */

export const feedbackStatements = [
  'realistic',
  'objectives',
  'role',
  'information',
  'sharing',
  'pace',
  'language',
  'partners',
  'prepared',
  'organisation',
] as const;

/** From "not at all" to "fully". */
export const feedbackMarks = [1, 2, 3, 4, 5] as const;

export const feedbackTexts = ['strengths', 'improvements', 'comments'] as const;
export type FeedbackText = (typeof feedbackTexts)[number];

/** Characters in one of the texts. */
export const maxFeedbackText = 4_000;

/** How long the form stays open after EndEx, ms. */
export const feedbackOpenMs = 14 * 24 * 3_600_000;

/** With fewer answers than these a table is not told apart: its people could be. */
export const fewestToTellApart = 3;
