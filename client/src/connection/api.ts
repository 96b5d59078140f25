/** The server's HTTP interface, one typed function a route. */

import type { JoinAnswer } from '@trilogue/engine/protocol/entry';
import type {
  CreateExerciseBody,
  ExerciseCard,
  Invitation,
  ScenarioCard,
  ScenarioCheck,
  SeatGrant,
} from '@trilogue/engine/protocol/http';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';

/** A refusal over HTTP, or no answer at all (`status` 0, `server/unavailable`). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string = code,
  ) {
    super(message);
  }
}

export interface AttachmentCard {
  readonly file: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** Opens it for a few minutes. */
  readonly url: string;
}

export const api = {
  get: <T>(path: string, headers?: Readonly<Record<string, string>>) =>
    call<T>('GET', path, undefined, headers),
  post: <T>(path: string, body: unknown = {}) => call<T>('POST', path, body),
  put: <T>(path: string, body: unknown, headers?: Readonly<Record<string, string>>) =>
    call<T>('PUT', path, body, headers),
  patch: <T>(path: string, body: unknown) => call<T>('PATCH', path, body),
  del: <T>(path: string) => call<T>('DELETE', path),
};

export type CreateExercise = Omit<CreateExerciseBody, 'scenarioId'> & {
  readonly scenarioId: string;
};

const at = (exerciseId: string) => `/api/exercises/${encodeURIComponent(exerciseId)}`;

/** Resolves while this browser holds a staff session; else rejects with status 401. */
export const staffSession = () => api.get<{ readonly ok: true }>('/api/staff/session');
export const openStaffSession = (secret: string) =>
  api.post<{ readonly ok: true }>('/api/staff/session', { secret });
export const closeStaffSession = () => api.del<{ readonly ok: true }>('/api/staff/session');
export const scenarios = () => api.get<readonly ScenarioCard[]>('/api/scenarios');
export const exercises = () => api.get<readonly ExerciseCard[]>('/api/exercises');
export const createExercise = (body: CreateExercise) =>
  api.post<{ readonly exerciseId: ExerciseId }>('/api/exercises', body);
/** What `trilogue check` says of the exercise's scenario. */
export const scenarioCheck = (exerciseId: string) =>
  api.get<ScenarioCheck>(`${at(exerciseId)}/scenario-check`);
export const takeStaffSeat = (exerciseId: string, name: string) =>
  api.post<SeatGrant>(`${at(exerciseId)}/staff-seat`, { name });
/** @param token of a player's seat; staff are known by their cookie. */
export const attachments = (exerciseId: string, injectId: string, token: string | undefined) =>
  call<readonly AttachmentCard[]>(
    'GET',
    `${at(exerciseId)}/attachments?inject=${encodeURIComponent(injectId)}`,
    undefined,
    token === undefined ? {} : { authorization: `Bearer ${token}` },
  );
export interface UploadedFile {
  /** The name by which injects carry it. */
  readonly file: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}
/** A picture or a PDF, for whoever may write injects. */
export const uploadAttachment = async (exerciseId: string, bytes: Blob): Promise<UploadedFile> =>
  read(
    await fetch(`${at(exerciseId)}/attachments`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes,
    }).catch(() => null),
  );
export const look = (code: string) => api.post<Invitation>('/api/join/look', { code });
export const join = (body: {
  readonly code: string;
  /** Left out where the seat has a name of its own. */
  readonly name?: string;
  readonly language: string;
  /** Who else sits at this device. */
  readonly listed?: readonly string[];
}) => api.post<JoinAnswer>('/api/join', body);

/** A file, as it came. Rejects as the other calls do. */
export async function fetchFile(
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Blob> {
  const response = await fetch(path, { credentials: 'same-origin', headers }).catch(() => null);
  if (response === null) throw new ApiProblem(0, 'server/unavailable');
  if (!response.ok) throw problem(response.status, await response.json().catch(() => null));
  return response.blob();
}

async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  const init: RequestInit = { method, credentials: 'same-origin', headers };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { ...headers, 'content-type': 'application/json' };
  }
  return read(await fetch(path, init).catch(() => null));
}

/** @param response null where none came. */
async function read<T>(response: Response | null): Promise<T> {
  if (response === null) throw new ApiProblem(0, 'server/unavailable');
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problem(response.status, answer);
  // The route's type; both sides take it from the engine's protocol.
  return answer as T;
}

function problem(status: number, answer: unknown): ApiProblem {
  const fields = typeof answer === 'object' && answer !== null ? answer : {};
  const code = 'code' in fields && typeof fields.code === 'string' ? fields.code : null;
  if (code !== null) return new ApiProblem(status, code);
  return new ApiProblem(status, status === 429 ? 'http/too-many' : 'server/unavailable');
}
