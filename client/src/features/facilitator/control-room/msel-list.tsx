/** The events list by module: what is past, now and next, and why the rest waits. It keeps still while somebody reads it. */
import { Badge, Group, Title } from '@mantine/core';
import type { InjectId, PhaseId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorInject } from '@trilogue/engine/views/facilitator-view';
import { Fragment, memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MselParts, MselView } from '../hooks/use-msel';
import { useTools } from '../hooks/use-room';
import { onlyInjects, type TimelineModule, type TimelineRow, toTimeline } from '../logic/timeline';
import { whyItWaits } from '../logic/why-it-waits';
import { useWaitWords } from '../parts/wait-text';
import type { RunAction } from './action-dialogs';
import { MselRow } from './msel-row';
import { classes } from './styles';
import { useFollowsNow } from './use-follows-now';
import { useSteadyModules } from './use-steady-modules';

export interface MselListProps {
  readonly msel: MselView;
  /** Null: all of them. */
  readonly wanted: readonly FacilitatorInject[] | null;
  readonly selected: InjectId | null;
  readonly onSelect: (injectId: InjectId) => void;
  readonly onAction: RunAction;
}

export const MselList = memo(function MselList(props: MselListProps) {
  const { msel, wanted } = props;
  const { injects, events, phases } = msel.view;
  const timeline = useMemo(
    () => toTimeline({ injects, events, phases }),
    [injects, events, phases],
  );
  const found = useMemo(
    () => (wanted === null ? timeline : onlyInjects(timeline, new Set(wanted.map(({ id }) => id)))),
    [timeline, wanted],
  );
  const request = wanted === null ? '' : wanted.map(({ id }) => id).join(' ');
  const { modules, hands, isReading } = useSteadyModules(found, request);
  const list = useFollowsNow(modules, !isReading && wanted === null);
  return (
    <div className={classes.scroll} ref={list} {...hands}>
      {modules.map((module) => (
        <Module key={module.phase.id} module={module} {...props} />
      ))}
    </div>
  );
});

function Module({
  module,
  msel,
  selected,
  onSelect,
  onAction,
}: MselListProps & { module: TimelineModule }) {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const words = useRowWords(msel.view);
  const { phase, state, rows, nowAfter } = module;
  return (
    <section aria-labelledby={headingId(phase.id)}>
      <Group className={classes.moduleHead} gap="xs" wrap="nowrap" data-state={state}>
        <Title order={3} size="sm" id={headingId(phase.id)} lineClamp={1}>
          {names.text(phase.title)}
        </Title>
        <Badge
          size="sm"
          radius="sm"
          tt="none"
          variant={state === 'now' ? 'filled' : 'default'}
          style={{ flexShrink: 0 }}
        >
          {t(`module.${state}`)}
        </Badge>
      </Group>
      {rows.length === 0 ? null : (
        <ul className={classes.rows}>
          {rows.map((row, index) => (
            <Fragment key={row.inject.id}>
              {nowAfter === index ? <NowLine /> : null}
              <MselRow
                inject={row.inject}
                event={row.event}
                {...words(row)}
                isSelected={selected === row.inject.id}
                onSelect={onSelect}
                onAction={onAction}
              />
            </Fragment>
          ))}
          {nowAfter === rows.length ? <NowLine /> : null}
        </ul>
      )}
    </section>
  );
}

/** What a row says, as plain strings: a row whose words are the same is not drawn again. */
function useRowWords(view: MselParts) {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const waitWords = useWaitWords(view);
  const because = (reason: string) => (reason === '' ? '' : t('msel.because', { reason }));
  return ({ inject, event, group }: TimelineRow) => {
    const wait = group === 'past' ? null : whyItWaits(view, inject.id);
    const reached = event.releasedPlayMs === null ? inject.to : event.tableIds;
    const isForAll = reached.length === view.cast.tables.length;
    return {
      title: names.text(inject.title),
      recipients: isForAll ? t('allTables') : names.tables(reached),
      why: wait === null ? because(event.reason) : waitWords(wait),
    };
  };
}

function NowLine() {
  const { t } = useTranslation('facilitator');
  return (
    <li className={classes.nowLine} aria-label={t('msel.now')} data-now>
      <span>{t('msel.now')}</span>
    </li>
  );
}

function headingId(phaseId: PhaseId): string {
  return `module-${phaseId}`;
}
