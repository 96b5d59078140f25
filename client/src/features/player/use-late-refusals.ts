/** What was sent before a reload and refused after it is told, for its sender saw no answer. */
import { createElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandInput } from '../../connection/outbox';
import { notify } from '../../ui/notify';
import { useRejectionText } from '../../ui/use-rejection-text';
import { nameOfCommand, textOfCommand } from './outgoing-model';
import classes from './player.module.css';
import { usePlayer } from './use-player';

export function useLateRefusals(): void {
  const { t } = useTranslation('player');
  const word = useRejectionText();
  const { lateRefusals } = usePlayer().connection;
  const told = useRef(0);
  useEffect(() => {
    for (const { command, code } of lateRefusals.slice(told.current)) {
      // Nobody asked for a first reading to be noted; its refusal is no news.
      if (command.type === 'OpenInject') continue;
      notify({
        color: 'red',
        title: t('late.title', { what: t(`late.what.${nameOfCommand(command)}`) }),
        message: [word(code), ...written(command, t('late.text'))].map((line) =>
          createElement('div', { key: line, className: classes.sent }, line),
        ),
        autoClose: false,
      });
    }
    told.current = lateRefusals.length;
  }, [lateRefusals, t, word]);
}

/** What a person wrote stands there to be copied: the box it came from is empty by now. */
function written(command: CommandInput, label: string): string[] {
  const text = textOfCommand(command);
  return text === undefined ? [] : [label, text];
}
