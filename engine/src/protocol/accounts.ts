/** Bodies of the HTTP interface about accounts: signing in, one-time links, one's own account, all of them. */
import { z } from 'zod';
import type { Role } from '../exercise/settings.js';
import type { LocalizedText } from '../scenario/localize.js';
import { visibleLine } from './http.js';
import { type PartyId, partyIdSchema } from './ids.js';
import { accountKinds, assignedRoles } from './parts.js';

/** What somebody may do on the server. What they may do in an exercise is said there. */
export const accountKindSchema = z.enum(accountKinds);
export type AccountKind = z.infer<typeof accountKindSchema>;

export const accountIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{6,64}$/)
  .brand<'AccountId'>();
export type AccountId = z.infer<typeof accountIdSchema>;

/** Shortest password, in characters. Length is what counts; no rules of signs and digits. */
export const minPasswordLength = 12;
const maxPasswordLength = 200;

/** As it is typed at sign-in: whatever it is, it is only compared. */
const typedPassword = z.string().min(1).max(maxPasswordLength);
/** Its length is judged by the server with a reason, so it is not bounded below here. */
const newPassword = z.string().max(maxPasswordLength);
/** Six digits of an app, or a recovery code; spaces and hyphens don't count. */
const code = z
  .string()
  .max(40)
  .transform((text) => text.replace(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().min(6).max(32));

/** A name to sign in by. Capital letters don't count. */
export const loginSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(
    z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9._@+-]{1,79}$/,
        'letters, digits and . _ @ + - only, 2 to 80 of them',
      ),
  );

/** POST /api/staff/sign-in. Answers `staff/code-needed` where a second factor is on. */
export const signInSchema = z.strictObject({
  login: z.string().max(200),
  password: typedPassword,
  code: code.optional(),
});

const linkToken = z.string().min(16).max(200);

/** POST /api/staff/one-time-link/look */
export const lookAtLinkSchema = z.strictObject({ token: linkToken });

/** What a one-time link is for. */
export interface OneTimeLink {
  readonly purpose: 'first-administrator' | 'invitation' | 'reset';
  /** Whose it is; null for the first administrator, who chooses. */
  readonly login: string | null;
  readonly name: string | null;
  readonly expiresAtMs: number;
}

/** POST /api/staff/one-time-link: sets a password, and signs in. */
export const useLinkSchema = z.strictObject({
  token: linkToken,
  password: newPassword,
  /** The first administrator's own choice; others have theirs. */
  login: loginSchema.optional(),
  name: visibleLine(60).optional(),
});

/** GET /api/account */
export interface Myself {
  /** Null for whoever came by the printed link. */
  readonly account: {
    readonly accountId: AccountId;
    readonly login: string;
    readonly name: string;
    readonly hasSecondFactor: boolean;
    readonly recoveryCodesLeft: number;
  } | null;
  /** The printed link's session acts as an administrator. */
  readonly kind: AccountKind;
}

/** POST /api/account/password */
export const changePasswordSchema = z.strictObject({
  current: typedPassword,
  next: newPassword,
});

/** POST /api/account/second-factor: begins; nothing is on until a code has confirmed it. */
export const beginSecondFactorSchema = z.strictObject({ password: typedPassword });
export interface SecondFactorOffer {
  /** Base32, to be typed into an app. */
  readonly secret: string;
  /** otpauth://…, for a QR code. */
  readonly uri: string;
}

/** POST /api/account/second-factor/confirm, and …/off with a code or a recovery code. */
export const confirmSecondFactorSchema = z.strictObject({ password: typedPassword, code });
export interface RecoveryCodes {
  /** Shown once; each opens once. */
  readonly recoveryCodes: readonly string[];
}

/** POST /api/accounts */
export const createAccountSchema = z.strictObject({
  login: loginSchema,
  name: visibleLine(60),
  kind: accountKindSchema,
});

/** PATCH /api/accounts/:accountId */
export const changeAccountSchema = z.strictObject({
  name: visibleLine(60).optional(),
  kind: accountKindSchema.optional(),
  isDisabled: z.boolean().optional(),
});

/** Answer of POST /api/accounts and POST /api/accounts/:accountId/reset. */
export interface AccountInvitation {
  readonly accountId: AccountId;
  /** Path of the one-time link, to be put behind this server's address. Shown once. */
  readonly path: string;
  /** Addresses under which this machine is reached, the network's first. */
  readonly origins: readonly string[];
  readonly expiresAtMs: number;
}

/** GET /api/accounts */
export interface AccountCard {
  readonly accountId: AccountId;
  readonly login: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly isDisabled: boolean;
  /** Whether a password was set. */
  readonly isSetUp: boolean;
  readonly hasSecondFactor: boolean;
  readonly createdAtMs: number;
}

/** Roles that an account can be given in an exercise. */
export const assignedRoleSchema = z.enum(assignedRoles) satisfies z.ZodType<
  Exclude<Role, 'player'>
>;
export type AssignedRole = z.infer<typeof assignedRoleSchema>;

/** PUT /api/exercises/:exerciseId/staff/:accountId */
export const assignSchema = z
  .strictObject({
    role: assignedRoleSchema,
    partyId: partyIdSchema.nullable().default(null).describe('For a facilitator of one party.'),
  })
  .refine(({ role, partyId }) => partyId === null || role === 'facilitator', {
    message: 'only a facilitator is of a party',
    path: ['partyId'],
  });

/** What somebody is in an exercise. */
export interface Assignment {
  readonly role: AssignedRole;
  readonly partyId: PartyId | null;
}

/** GET /api/exercises/:exerciseId/staff: for its director. */
export interface ExerciseStaff {
  readonly staff: readonly (Assignment & {
    readonly accountId: AccountId;
    readonly name: string;
    readonly isDisabled: boolean;
  })[];
  /** Whom else the director may choose. */
  readonly others: readonly {
    readonly accountId: AccountId;
    readonly name: string;
    readonly kind: AccountKind;
  }[];
  readonly parties: readonly { readonly partyId: PartyId; readonly name: LocalizedText }[];
  readonly defaultLanguage: string;
}
