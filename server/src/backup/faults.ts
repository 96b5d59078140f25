/** What can be wrong with a file, or with where it is to go. The message is for the person who asked. */
export type FaultCode =
  | 'file/not-ours'
  | 'file/truncated'
  | 'file/altered'
  | 'file/newer'
  | 'file/unreadable'
  | 'system/not-empty'
  | 'system/running'
  | 'system/missing'
  | 'system/newer'
  | 'copy/differs'
  | 'backup/busy'
  | 'exercise/unknown'
  | 'exercise/exists';

export class CopyFault extends Error {
  readonly code: FaultCode;

  constructor(code: FaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
