/** The table's line to control. */
import { useTranslation } from 'react-i18next';
import { longestText } from '../limits';
import { withControl } from '../messages-model';
import { useAct } from '../use-act';
import { usePlayer } from '../use-player';
import { useKeptText } from './use-kept-text';
import { WritingBox } from './writing-box';

export function ControlComposer() {
  const { t } = useTranslation('player');
  const { view } = usePlayer();
  const act = useAct();
  const [text, write] = useKeptText(withControl);
  const { tableId } = view.table;

  const send = async () => {
    const body = text.trim();
    write('');
    const answer = await act({
      type: 'SendMessage',
      thread: { kind: 'table', tableId },
      text: body,
    });
    if (!answer.ok) write(body);
  };

  return (
    <WritingBox
      text={text}
      label={t('messages.write')}
      longest={longestText}
      canSend
      onText={write}
      onSend={() => void send()}
    />
  );
}
