/** What can be chosen, on screens and in files. Plain lists: a screen loads no schema for them. */

/** What an account may do on the server. */
export const accountKinds = [
  'administrator',
  'designer',
  'facilitator',
  'evaluator',
  'translator',
  'observer',
] as const;

/** What an account can be in an exercise. */
export const assignedRoles = [
  'director',
  'facilitator',
  'simcell',
  'evaluator',
  'translator',
  'observer',
] as const;

/** TLP 2.0 labels, from the widest circle to the narrowest. */
export const tlpLabels = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;

/** How an inject reaches players. */
export const injectChannels = ['email', 'news', 'social', 'call', 'alert', 'letter'] as const;

/** How one team passes something on to another. */
export const shareChannels = [
  'cert',
  'first',
  'apcert',
  'police',
  'diplomatic',
  'isac',
  'vendor',
  'press',
] as const;

/** What a team says to a joint position. */
export const stances = ['concur', 'object', 'abstain', 'reserve'] as const;

/** Tables of the take-away that can be had for a spreadsheet. */
export const takeawayTables = [
  'moments',
  'shares',
  'obligations',
  'tasks',
  'decisions',
  'positions',
  'systems',
  'observations',
  'scores',
] as const;
