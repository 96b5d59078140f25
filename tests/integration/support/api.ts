/** A browser as the HTTP interface sees it: keeps its cookie, and remembers all that it was told. */
import type { Casting } from '@trilogue/engine/exercise/settings';
import type { ExerciseLinks, SeatGrant } from '@trilogue/engine/protocol/http';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Tests look into answers of every shape.
  readonly body: { readonly [key: string]: unknown };
}

/** "status", or "status code" of a refusal. */
export function outcome(reply: Reply): string {
  const { code } = reply.body;
  return reply.status >= 400 && typeof code === 'string'
    ? `${reply.status} ${code}`
    : `${reply.status}`;
}

export class Api {
  readonly url: string;
  readonly heard: string[] = [];
  cookie: string | null = null;

  constructor(url: string) {
    this.url = url;
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie === null ? {} : { cookie: this.cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    this.heard.push(text);
    const set = response.headers.get('set-cookie');
    if (set !== null) this.cookie = set.split(';', 1)[0] ?? null;
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : {},
    };
  }

  get(path: string): Promise<Reply> {
    return this.call('GET', path);
  }

  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply> {
    return this.call('POST', path, body, headers);
  }

  /** As `post`, for what has to work. */
  async must<Body>(path: string, body?: unknown): Promise<Body> {
    const reply = await (body === undefined ? this.get(path) : this.post(path, body));
    if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${reply.text}`);
    return reply.body as Body;
  }

  signIn(staffLink: string): Promise<Reply> {
    const secret = staffLink.slice(staffLink.indexOf('#') + 1);
    return this.post('/api/staff/session', { secret });
  }

  async create(pace: 'confirm' | 'auto' = 'confirm'): Promise<ExerciseId> {
    const body = { scenarioId: 'two-tables', title: 'Autumn drill', pace, mode: 'coach' };
    return (await this.must<{ exerciseId: ExerciseId }>('/api/exercises', body)).exerciseId;
  }

  links(exerciseId: string): Promise<ExerciseLinks> {
    return this.must(`/api/exercises/${exerciseId}/links`);
  }

  staffSeat(exerciseId: string, name = 'Fe'): Promise<SeatGrant> {
    return this.must(`/api/exercises/${exerciseId}/staff-seat`, { name });
  }

  join(code: string, name: string, language = 'en'): Promise<SeatGrant> {
    return this.must('/api/join', { code, name, language });
  }
}

/** Tokyo plays the port, Manila everything of the Philippines. */
export const casting = {
  tables: [
    { tableId: 'tokyo', name: 'Tokyo', language: 'ja', teamIds: ['jp-port'] },
    { tableId: 'manila', name: 'Manila', teamIds: ['ph-customs', 'ph-cert'] },
  ],
  controlled: [],
  // Plain ids, as a browser sends them; the server brands them.
} as unknown as Casting;
