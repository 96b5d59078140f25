/** One table's reporting clock, by its nation's hour, and the report it filed. */
import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { playMsAt, scenarioMsAt } from '@trilogue/engine/views/clock-view';
import type { FacilitatorObligation } from '@trilogue/engine/views/facilitator-view';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../../connection/exercise-context';
import { ZoneClock } from '../../../../ui/clocks';
import { formatPlayTime } from '../../../../ui/format-time';
import { MarkdownText } from '../../../../ui/markdown-text';
import { useRoom } from '../../hooks/use-room';
import { type DutyTable, isRunning } from '../../logic/joint-board';
import { RoomModal } from '../../parts/room-modal';
import { Written } from '../../parts/written';
import css from './joint.module.css';
import { DutyMark } from './marks';
import { spanText } from './span-text';

export function DutyTableRow({ table }: { table: DutyTable }) {
  const { t } = useTranslation('facilitator');
  const { names } = useRoom();
  const { tableId, obligation } = table;
  return (
    <li className={css.box}>
      <div className={css.voice}>
        <Text size="sm" fw={600}>
          {names.table(tableId)}
        </Text>
        {obligation === null ? (
          <Text size="sm" c="dimmed">
            {t('joint.notStarted')}
          </Text>
        ) : (
          <>
            <DutyMark status={obligation.status} />
            {isRunning(obligation) ? <TimeLeft dueScenarioMs={obligation.dueScenarioMs} /> : null}
          </>
        )}
      </div>
      {obligation === null ? null : (
        <Stack gap={2} mt={4} align="flex-start">
          <Deadline table={table} dueScenarioMs={obligation.dueScenarioMs} />
          {obligation.report === null ? null : (
            <Report obligation={obligation} report={obligation.report} />
          )}
        </Stack>
      )}
    </li>
  );
}

function TimeLeft({ dueScenarioMs }: { dueScenarioMs: number }) {
  const { t, i18n } = useTranslation('facilitator');
  const { view } = useRoom();
  const nowMs = scenarioMsAt(view.scenarioClock, playMsAt(view.clock, useNow()));
  if (nowMs === null) return null;
  const time = spanText(Math.max(0, dueScenarioMs - nowMs), i18n.language);
  return (
    <Text size="sm" className="tabular">
      {t('joint.left', { time })}
    </Text>
  );
}

function Deadline({ table, dueScenarioMs }: { table: DutyTable; dueScenarioMs: number }) {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  const { defaultLanguage } = view.exercise;
  return (
    <>
      <Text size="xs" c="dimmed">
        {t('joint.fileBy')}
      </Text>
      {view.parties
        .filter(({ id }) => table.partyIds.includes(id))
        .map((party) => (
          <ZoneClock
            key={party.id}
            atMs={dueScenarioMs}
            zone={party}
            defaultLanguage={defaultLanguage}
            size="sm"
          />
        ))}
    </>
  );
}

function Report(props: {
  obligation: FacilitatorObligation;
  report: NonNullable<FacilitatorObligation['report']>;
}) {
  const { obligation, report } = props;
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const [isOpen, { open, close }] = useDisclosure();
  const table = names.table(obligation.tableId);
  const what = names.text(obligation.title);
  const time = formatPlayTime(report.playMs);
  return (
    <>
      <Text size="xs" c="dimmed" className="tabular">
        {t('joint.filedAt', { time })}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('joint.readReportNamed', { what, table })}
        onClick={open}
      >
        {t('joint.readReport')}
      </Button>
      <RoomModal opened={isOpen} onClose={close} title={what} size="lg">
        <Stack gap="sm">
          <Text size="sm" c="dimmed" className="tabular">
            {t('joint.by', { table, name: names.seat(report.seatId), time })}
          </Text>
          {obligation.rule === null ? null : (
            <div className={css.said}>
              <MarkdownText
                text={obligation.rule}
                defaultLanguage={view.exercise.defaultLanguage}
              />
            </div>
          )}
          {obligation.fields.map(({ id, label }) => {
            const text = report.fields.find(({ fieldId }) => fieldId === id)?.text ?? '';
            return text === '' ? (
              <Written key={id} label={names.text(label)} text={t('joint.leftEmpty')} />
            ) : (
              <Written
                key={id}
                label={names.text(label)}
                text={text}
                translations={view.translations[`${report.seq} ${id}`]}
              />
            );
          })}
        </Stack>
      </RoomModal>
    </>
  );
}
