/** In coach mode: which marking would be broken, and by what, before anything has been sent. */
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Answer } from '@trilogue/engine/protocol/socket';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../exchange/parts';
import { useItemTitle, useNames } from '../exchange/use-names';
import { usePlayer } from '../use-player';

export interface Breach {
  readonly kind: string;
  readonly itemId: string | null;
  readonly to: string | null;
}

/** What a refusal says about a marking; null for a refusal about anything else. */
export function breachIn(answer: Answer): Breach | null {
  if (answer.ok || answer.code !== 'share/breaks-marking') return null;
  const { breach = '', itemId, to } = answer.details ?? {};
  return {
    kind: String(breach),
    itemId: itemId === undefined ? null : String(itemId),
    to: to === undefined ? null : String(to),
  };
}

export function BreachWarning(props: {
  readonly breach: Breach | null;
  readonly onBack: () => void;
  readonly onEvenSo: () => void;
}) {
  const { breach, onBack, onEvenSo } = props;
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const names = useNames();
  const title = useItemTitle();
  if (breach === null) return null;
  const isTeam = view.directory.teams.some(({ id }) => id === breach.to);
  const words = {
    item: breach.itemId === null ? t('breach.this') : title(breach.itemId),
    to: breach.to === null ? '' : isTeam ? names.team(breach.to) : names.contact(breach.to),
  };
  return (
    <Confirm
      isOpen
      isCautious
      title={t('breach.title')}
      cancel={t('breach.back')}
      action={t('breach.evenSo')}
      color="red.9"
      onCancel={onBack}
      onConfirm={onEvenSo}
    >
      <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />}>
        {t(`breach.kind.${breach.kind}`, words)}
      </Alert>
      <Text size="sm">{t('breach.text')}</Text>
    </Confirm>
  );
}
