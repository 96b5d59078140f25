/** The second factor of an account: offered, confirmed by a code, asked for, taken off. */
import type { RecoveryCodes, SecondFactorOffer } from '@trilogue/engine/protocol/accounts';
import type { Account, AccountStore } from '../store/accounts.js';
import { seal, unseal } from './sealed.js';
import { hashOf } from './secrets.js';
import { newRecoveryCodes, newTotpSecret, stepOf, totpUri } from './totp.js';

export interface SecondFactor {
  /** @param password the account's own, just found to be right; here and below */
  offer(account: Account, password: string): Promise<SecondFactorOffer>;
  /** On from here; null for a wrong code. */
  confirm(account: Account, password: string, code: string): Promise<RecoveryCodes | null>;
  /** Whether it is the code of now, not used before, or a recovery code, which is then gone. */
  isCode(account: Account, password: string, code: string): Promise<boolean>;
  takeOff(account: Account): Promise<void>;
  /** What is sealed with the old password, sealed with the new one. */
  reseal(account: Account, from: string, to: string): Promise<string | null>;
}

export function secondFactor(accounts: AccountStore, nowMs: () => number): SecondFactor {
  /** A code opens once, also when two come with it at the same time. */
  const isOpenedBy = async ({ accountId }: Account, secret: string | null, code: string) => {
    const step = secret === null ? null : stepOf(secret, code, nowMs());
    return step !== null && accounts.useStep(accountId, step);
  };
  return {
    async offer({ accountId, login }, password) {
      const secret = newTotpSecret();
      await accounts.change(accountId, { totpOffered: await seal(secret, password) });
      return { secret, uri: totpUri(secret, login) };
    },
    async confirm(account, password, code) {
      const { accountId, totpOffered } = account;
      if (totpOffered === null) return null;
      const secret = await unseal(totpOffered, password);
      if (!(await isOpenedBy(account, secret, code))) return null;
      const recoveryCodes = newRecoveryCodes();
      await accounts.setRecoveryCodes(accountId, recoveryCodes.map(hashOf));
      await accounts.change(accountId, { totpSealed: totpOffered, totpOffered: null });
      return { recoveryCodes };
    },
    async isCode(account, password, code) {
      if (account.totpSealed === null) return false;
      // The same work for both kinds of code.
      const secret = await unseal(account.totpSealed, password);
      if (await isOpenedBy(account, secret, code)) return true;
      return accounts.useRecoveryCode(account.accountId, hashOf(code));
    },
    async takeOff({ accountId }) {
      await accounts.change(accountId, { totpSealed: null, totpOffered: null });
      await accounts.setRecoveryCodes(accountId, []);
    },
    async reseal({ totpSealed }, from, to) {
      const secret = totpSealed === null ? null : await unseal(totpSealed, from);
      return secret === null ? null : seal(secret, to);
    },
  };
}
