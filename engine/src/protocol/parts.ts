/** What people of the staff can be, on a server and in an exercise. Plain lists, for screens choose from them. */

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
