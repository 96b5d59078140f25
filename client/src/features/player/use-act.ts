/** Sends a command; a refusal is told in words. */
import type { Answer } from '@trilogue/engine/protocol/socket';
import { useCallback } from 'react';
import { useConnection } from '../../connection/exercise-context';
import type { CommandInput } from '../../connection/outbox';
import { notify } from '../../ui/notify';
import { useRejectionText } from '../../ui/use-rejection-text';

export function useAct(): (command: CommandInput) => Promise<Answer> {
  const { submit } = useConnection();
  const word = useRejectionText();
  return useCallback(
    async (command) => {
      const answer = await submit(command);
      if (!answer.ok) {
        notify({ color: 'red', message: word(answer.code), autoClose: 8_000 });
      }
      return answer;
    },
    [submit, word],
  );
}
