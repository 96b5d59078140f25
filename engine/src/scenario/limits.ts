/** How large a scenario may be. Beyond it a file is refused with a clear message, not run slowly. */
export const scenarioLimits = {
  /** Characters of a file. */
  fileLength: 5_000_000,
  /** Objects and lists inside each other. */
  nesting: 64,
  /** Problems told of one file; the rest can wait until these are mended. */
  problems: 200,
  parties: 50,
  teams: 200,
  contacts: 500,
  objectives: 100,
  phases: 100,
  injects: 2_000,
  recipients: 250,
  choices: 12,
  expectations: 20,
  attachments: 6,
  variants: 12,
  perRecipient: 50,
  criteria: 12,
  items: 200,
  positions: 50,
  options: 12,
  obligations: 50,
  fields: 20,
  assets: 500,
  indicators: 200,
  milestones: 500,
  endings: 50,
} as const;
