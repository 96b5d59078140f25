/** One table of the teams panel. */
import { ActionIcon, Badge, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconEye, IconZzz } from '@tabler/icons-react';
import type { TableId } from '@trilogue/engine/protocol/ids';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../../ui/format-time';
import type { LoadHint, TeamLoad } from '../../logic/team-load';
import { alarmText } from '../../parts/colors';
import { desk } from '../desk-styles';
import { PeopleMenu, type Person } from './erase-person';
import { LoadBars } from './load-bars';

export interface TeamRowProps {
  readonly load: TeamLoad;
  readonly hint: LoadHint;
  /** Of the oldest unread, in whole minutes of play. */
  readonly ageMinutes: number | null;
  /** Counts by ten minutes, as one text, so that an equal list is the same. */
  readonly arrivals: string;
  readonly name: string;
  readonly seats: readonly Person[];
  readonly isControl: boolean;
  readonly mayErase: boolean;
  readonly onViewAs: (tableId: TableId) => void;
}

/** Compared by what is shown: loads are worked out anew with every answer. */
export const TeamRow = memo(
  function TeamRow(props: TeamRowProps) {
    const { load, hint, arrivals, name, isControl, onViewAs } = props;
    const { t } = useTranslation('facilitator');
    return (
      <li className={desk.team} data-hint={hint}>
        <div>
          <Text size="sm" fw={650} component="span" mr={6}>
            {name}
          </Text>
          <Hint hint={hint} />
          <Figures {...props} />
        </div>
        <LoadBars counts={arrivals.split(' ').filter(Boolean).map(Number)} name={name} />
        {isControl ? (
          <span />
        ) : (
          <Tooltip label={t('seenAs.open')}>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t('seenAs.openAs', { table: name })}
              onClick={() => onViewAs(load.tableId)}
            >
              <IconEye size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </li>
    );
  },
  (a, b) =>
    a.hint === b.hint &&
    a.ageMinutes === b.ageMinutes &&
    a.arrivals === b.arrivals &&
    a.name === b.name &&
    a.seats === b.seats &&
    a.mayErase === b.mayErase &&
    a.onViewAs === b.onViewAs &&
    (Object.keys(a.load) as (keyof TeamLoad)[]).every((key) => a.load[key] === b.load[key]),
);

function Figures({ load, hint, ageMinutes, seats, isControl, mayErase }: TeamRowProps) {
  const { t } = useTranslation('facilitator');
  return (
    <dl className={desk.figures}>
      {isControl ? null : (
        <div>
          <dt>{t('teams.connected')}</dt>
          <dd>
            <Here seats={seats} mayErase={mayErase} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('teams.unread')}</dt>
        <dd className="tabular">
          {ageMinutes === null
            ? load.unread
            : t('teams.unreadSince', { unread: load.unread, count: ageMinutes })}
        </dd>
      </div>
      <div>
        <dt>{t('teams.open')}</dt>
        <dd className="tabular">{load.open}</dd>
      </div>
      <div>
        <dt>{t('teams.overdue')}</dt>
        <dd className="tabular" style={load.overdue > 0 ? { color: alarmText } : undefined}>
          {load.overdue}
        </dd>
      </div>
      <Activity load={load} hint={hint} />
    </dl>
  );
}

function Here({ seats, mayErase }: { seats: readonly Person[]; mayErase: boolean }) {
  const { t } = useTranslation('facilitator');
  const online = seats.filter(({ isOnline }) => isOnline).length;
  const count = (
    <span className="tabular" style={online === 0 ? { color: alarmText } : undefined}>
      {t('teams.seats', { online, seats: seats.length })}
    </span>
  );
  return (
    <Tooltip label={seats.map(({ name }) => name).join(t('listSeparator')) || t('teams.nobody')}>
      {mayErase && seats.length > 0 ? (
        <span>
          <PeopleMenu people={seats}>{count}</PeopleMenu>
        </span>
      ) : (
        count
      )}
    </Tooltip>
  );
}

function Hint({ hint }: { hint: LoadHint }) {
  const { t } = useTranslation('facilitator');
  if (hint === 'steady') return null;
  const isDrowning = hint === 'drowning';
  const Icon = isDrowning ? IconAlertTriangle : IconZzz;
  return (
    <Tooltip label={t(`teams.${hint}Why`)} multiline maw={280}>
      <Badge
        size="sm"
        radius="sm"
        tt="none"
        color={isDrowning ? 'red' : 'yellow.4'}
        variant={isDrowning ? 'light' : 'filled'}
        leftSection={<Icon size={12} aria-hidden />}
      >
        {t(`teams.${hint}`)}
      </Badge>
    </Tooltip>
  );
}

/** What comes next there; of a table that seems idle, when it was last heard of. */
function Activity({ load, hint }: Pick<TeamRowProps, 'load' | 'hint'>) {
  const { t } = useTranslation('facilitator');
  const { nearestDeadlineMs, lastActivityMs } = load;
  if (hint === 'idle') {
    return (
      <div>
        <dt>{t('teams.lastActivity')}</dt>
        <dd className="tabular">
          {lastActivityMs === null ? t('teams.noActivity') : formatPlayTime(lastActivityMs)}
        </dd>
      </div>
    );
  }
  return nearestDeadlineMs === null ? null : (
    <div>
      <dt>{t('teams.nearest')}</dt>
      <dd className="tabular">{formatPlayTime(nearestDeadlineMs)}</dd>
    </div>
  );
}
