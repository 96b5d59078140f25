/** Text of a conversation that was not sent: kept on this device over a reload. */
import { useCallback, useState } from 'react';
import { keepMessage, keptMessage } from '../device-memory';
import { usePlayer } from '../use-player';

export function useKeptText(conversation: string): readonly [string, (text: string) => void] {
  const seat = usePlayer().seatId ?? '';
  const [text, setText] = useState(() => keptMessage(seat, conversation));
  const write = useCallback(
    (next: string) => {
      setText(next);
      keepMessage(seat, conversation, next);
    },
    [seat, conversation],
  );
  return [text, write];
}
