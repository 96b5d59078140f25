/** What was said and written about a joint position, the latest first. */
import { Button, Collapse, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { PositionView } from '@trilogue/engine/views/exchange-view';
import { useTranslation } from 'react-i18next';
import { useLocalizedText } from '../../../i18n/use-localized-text';
import { formatPlayTime } from '../../../ui/format-time';
import classes from '../exchange/exchange.module.css';
import { useNames } from '../exchange/use-names';
import { usePlayer } from '../use-player';
import { historyOf, type Moment, type Subject } from './joint-model';

export function PositionHistory({ position }: { position: PositionView }) {
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const [isOpen, { toggle }] = useDisclosure();
  const moments = historyOf(view, position);
  if (moments.length === 0) return null;
  return (
    <section>
      <Button
        variant="subtle"
        size="compact-sm"
        px={0}
        mb={6}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        {t(isOpen ? 'history.hide' : 'history.show', { count: moments.length })}
      </Button>
      <Collapse expanded={isOpen}>
        <ul className={classes.history}>
          {moments.map((moment) => (
            <li key={moment.seq}>
              <Line moment={moment} position={position} />
            </li>
          ))}
        </ul>
      </Collapse>
    </section>
  );
}

function Line({ moment, position }: { moment: Moment; position: PositionView }) {
  const { t } = useTranslation('exchange');
  const { defaultLanguage } = usePlayer();
  const names = useNames();
  const read = useLocalizedText();
  const subject = (on: Subject) => {
    if (on.kind === 'version') return t('joint.version', { version: on.version });
    const option = position.options.find(({ id }) => id === on.optionId);
    return option === undefined ? '' : read(option.label, defaultLanguage).text;
  };
  const [text, playMs] =
    moment.kind === 'stance'
      ? [
          t('history.stance', {
            team: names.team(moment.stance.teamId),
            stance: t(`stance.${moment.stance.stance}`),
            on: subject(moment.stance.on),
          }),
          moment.stance.playMs,
        ]
      : [
          t(`history.${moment.kind}`, {
            table: names.table(moment.draft.tableId),
            version: moment.draft.version,
          }),
          moment.draft.playMs,
        ];
  return (
    <Text size="sm">
      <Text span size="xs" c="dimmed" className="tabular">
        {formatPlayTime(playMs)}{' '}
      </Text>
      {text}
    </Text>
  );
}
