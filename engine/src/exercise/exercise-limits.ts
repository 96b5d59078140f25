/** How much people may write in one exercise. Beyond it a command is refused with a clear message. */
export const exerciseLimits = {
  /** Characters of an answer, a message, an edited inject. */
  answerLength: 10_000,
  /** Characters of what is shared, of a drafted text, of a field of a report. */
  partLength: 4_000,
  commentLength: 1_000,
  /** Characters of a reason or a title. */
  lineLength: 300,
  /** Teams, contacts or persons that one thing is sent to. */
  addressees: 250,
  /** Later answers of one table about one inject that are kept as notes. */
  notes: 20,
  /** Shares and requests of one table. */
  shares: 500,
  /** Versions of a text drafted together, and comments on all of them. */
  versions: 200,
  comments: 500,
  /** Injects made up during play. */
  improvised: 500,
  /** Observation notes of all evaluators. */
  observations: 5_000,
} as const;
