/** Where each voice stands: on every option, or on the newest version of the text. */
import { Paper, Stack, Text } from '@mantine/core';
import type { PositionView } from '@trilogue/engine/views/exchange-view';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../ui/format-time';
import { LocalizedLine } from '../../../ui/localized-line';
import classes from '../exchange/exchange.module.css';
import { PlayText } from '../exchange/parts';
import { useNames } from '../exchange/use-names';
import { usePlayer } from '../use-player';
import { type Spoken, spokenOn, subjectKey, subjectsOf } from './joint-model';
import { StanceMark } from './stance-mark';

export function StanceList({ position }: { position: PositionView }) {
  const { t } = useTranslation('exchange');
  const { defaultLanguage } = usePlayer();
  return (
    <Stack gap="sm">
      {subjectsOf(position).map((on) => {
        const option =
          on.kind === 'option' ? position.options.find(({ id }) => id === on.optionId) : undefined;
        return (
          <Paper key={subjectKey(on)} withBorder p="sm" radius="md">
            <Text fw={650} size="sm" mb={8}>
              {option === undefined ? (
                t('joint.version', { version: position.version })
              ) : (
                <LocalizedLine text={option.label} defaultLanguage={defaultLanguage} />
              )}
            </Text>
            <ul className={classes.voices}>
              {spokenOn(position, on).map((spoken) => (
                <Voice key={spoken.voice.teamId} spoken={spoken} />
              ))}
            </ul>
          </Paper>
        );
      })}
    </Stack>
  );
}

function Voice({ spoken: { voice, stance } }: { spoken: Spoken }) {
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const names = useNames();
  const team = names.team(voice.teamId);
  const isOurs = voice.tableId === view.table.tableId;
  return (
    <li>
      <div className={classes.voice}>
        <StanceMark stance={stance?.stance ?? null} />
        <Text span size="sm">
          {isOurs ? t('joint.ourVoice', { team }) : team}
          {stance !== null && (
            <Text span size="xs" c="dimmed" className="tabular">
              {` · ${formatPlayTime(stance.playMs)}`}
              {stance.isByControl && ` · ${t('joint.byControl')}`}
            </Text>
          )}
        </Text>
      </div>
      {stance !== null && stance.reason !== '' && (
        <div className={classes.translation}>
          <PlayText text={stance.reason} textIn={stance.reasonIn} />
        </div>
      )}
    </li>
  );
}
