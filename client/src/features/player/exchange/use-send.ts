/** Sends what a form holds, says how far it is, and keeps the refusal beside the form. */
import type { Answer } from '@trilogue/engine/protocol/socket';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CommandInput } from '../../../connection/outbox';
import { usePlayer } from '../use-player';

export interface Sending {
  readonly isSending: boolean;
  /** Code of the latest refusal; null when there is none. */
  readonly refusal: string | null;
  readonly forgetRefusal: () => void;
  readonly send: (command: CommandInput) => Promise<Answer>;
}

export function useSend(): Sending {
  const { connection } = usePlayer();
  const { submit } = connection;
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const send = useCallback(
    async (command: CommandInput) => {
      setSending(true);
      setRefusal(null);
      const answer = await submit(command);
      if (isHere.current) {
        setSending(false);
        if (!answer.ok) setRefusal(answer.code);
      }
      return answer;
    },
    [submit],
  );
  return { isSending, refusal, forgetRefusal: useCallback(() => setRefusal(null), []), send };
}

type CommandOf<Type extends CommandInput['type']> = Extract<CommandInput, { type: Type }>;

/** What of this kind was sent and has no answer yet, also from before a reload. */
export function useAllOutgoing<Type extends CommandInput['type']>(type: Type): CommandOf<Type>[] {
  const { connection } = usePlayer();
  return connection.outgoing.filter((command): command is CommandOf<Type> => command.type === type);
}

const takenBack = new WeakSet<object>();

/** Sent before a reload and refused after it: handed over once, so that it can be mended and sent again. */
export function useRefusedBefore<Type extends CommandInput['type']>(
  type: Type,
  take: (command: CommandOf<Type>) => void,
): void {
  const { lateRefusals } = usePlayer().connection;
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    for (const refusal of lateRefusals) {
      if (refusal.command.type !== type || takenBack.has(refusal)) continue;
      takenBack.add(refusal);
      // Its type was looked at just above.
      latest.current(refusal.command as CommandOf<Type>);
    }
  }, [lateRefusals, type]);
}
