/** Accounts over HTTP, one typed function a route. */
import type {
  AccountCard,
  AccountInvitation,
  AccountKind,
  AssignedRole,
  ExerciseStaff,
  Myself,
  OneTimeLink,
  RecoveryCodes,
  SecondFactorOffer,
} from '@trilogue/engine/protocol/accounts';
import { api } from './api';

type Done = { readonly ok: true };

/** Who holds this browser's session; rejects with status 401 where there is none. */
export const myself = () => api.get<Myself>('/api/account');
export const signIn = (proof: { login: string; password: string; code?: string }) =>
  api.post<Done>('/api/staff/sign-in', proof);
export const lookAtLink = (token: string) =>
  api.post<OneTimeLink>('/api/staff/one-time-link/look', { token });
export const openLink = (use: { token: string; password: string; login?: string; name?: string }) =>
  api.post<Done>('/api/staff/one-time-link', use);

export const changePassword = (change: { current: string; next: string }) =>
  api.post<Done>('/api/account/password', change);
export const signOutEverywhere = () => api.post<Done>('/api/account/sign-out-everywhere');
export const beginSecondFactor = (password: string) =>
  api.post<SecondFactorOffer>('/api/account/second-factor', { password });
export const confirmSecondFactor = (proof: { password: string; code: string }) =>
  api.post<RecoveryCodes>('/api/account/second-factor/confirm', proof);
export const endSecondFactor = (proof: { password: string; code: string }) =>
  api.post<Done>('/api/account/second-factor/off', proof);

export const accounts = () => api.get<readonly AccountCard[]>('/api/accounts');
export const inviteAccount = (wish: { login: string; name: string; kind: AccountKind }) =>
  api.post<AccountInvitation>('/api/accounts', wish);
export const changeAccount = (
  accountId: string,
  change: { kind?: AccountKind; isDisabled?: boolean },
) => api.patch<Done>(`/api/accounts/${accountId}`, change);
export const resetAccount = (accountId: string) =>
  api.post<AccountInvitation>(`/api/accounts/${accountId}/reset`);

const staffAt = (exerciseId: string) => `/api/exercises/${encodeURIComponent(exerciseId)}/staff`;

export const exerciseStaff = (exerciseId: string) => api.get<ExerciseStaff>(staffAt(exerciseId));
export const assignStaff = (
  exerciseId: string,
  accountId: string,
  part: { role: AssignedRole; partyId: string | null },
) => api.put<Done>(`${staffAt(exerciseId)}/${accountId}`, part);
export const unassignStaff = (exerciseId: string, accountId: string) =>
  api.del<Done>(`${staffAt(exerciseId)}/${accountId}`);
