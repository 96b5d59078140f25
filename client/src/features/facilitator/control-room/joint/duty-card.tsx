/** One reporting duty: whom it binds, how its clock starts, and how it stands at each table. */
import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { FacilitatorDuty } from '@trilogue/engine/views/facilitator-view';
import { useTranslation } from 'react-i18next';
import { LocalizedLine } from '../../../../ui/localized-line';
import { useMay } from '../../hooks/use-may';
import { useRoom } from '../../hooks/use-room';
import { useStaffWords } from '../../hooks/use-staff-words';
import { dutySubject, dutyTables, isRunning } from '../../logic/joint-board';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { DutyTableRow } from './duty-table-row';
import css from './joint.module.css';

export function DutyCard({ duty }: { duty: FacilitatorDuty }) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const { addressees } = useStaffWords();
  const may = useMay();
  const { title, teams, withinHours, startsByItself, objectiveId } = duty;
  const tables = dutyTables(view, duty);
  const waiting = tables.filter(({ obligation }) => obligation === null);
  const started = tables.flatMap(({ obligation }) => obligation ?? []);
  const [known] = started;
  const objective = objectiveId === null ? undefined : view.objectives[objectiveId];
  const { defaultLanguage } = view.exercise;
  return (
    <li className={css.card} data-open={started.some(isRunning) || undefined}>
      <div className={css.cardHead}>
        <Title order={3} size="h6">
          <LocalizedLine text={title} defaultLanguage={defaultLanguage} />
        </Title>
        <Badge variant="default" radius="sm" tt="none">
          {t('joint.withinHours', { count: withinHours })}
        </Badge>
      </div>
      <div>
        <Text size="sm">{t('joint.binds', { teams: addressees(teams, []) })}</Text>
        {known === undefined ? null : (
          <Text size="sm" c="dimmed">
            {t('joint.reportsTo', { name: names.text(known.to.name) })}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t(startsByItself ? 'joint.startsByItself' : 'joint.startsByHand')}
        </Text>
        {objective === undefined ? null : (
          <Text size="sm" c="dimmed">
            {t('joint.objective', { title: names.text(objective.title) })}
          </Text>
        )}
      </div>
      {tables.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('joint.nobodyBound')}
        </Text>
      ) : (
        <ul className={css.voices}>
          {tables.map((table) => (
            <DutyTableRow key={table.tableId} table={table} />
          ))}
        </ul>
      )}
      {waiting.length > 0 && may('StartObligation', dutySubject(duty, view)) ? (
        <StartDuty duty={duty} tables={names.tables(waiting.map(({ tableId }) => tableId))} />
      ) : null}
    </li>
  );
}

function StartDuty({ duty, tables }: { duty: FacilitatorDuty; tables: string }) {
  const { t } = useTranslation('facilitator');
  const { act, names } = useRoom();
  const [isOpen, { open, close }] = useDisclosure();
  const named = t('joint.startNamed', { what: names.text(duty.title) });
  return (
    <Group>
      <Button size="compact-sm" variant="default" aria-label={named} onClick={open}>
        {t('joint.start')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        title={named}
        action={t('joint.start')}
        onClose={close}
        onConfirm={() => act({ type: 'StartObligation', obligationId: duty.id })}
      >
        <Text size="sm">{t('joint.startMeans', { tables, count: duty.withinHours })}</Text>
      </ConfirmDialog>
    </Group>
  );
}
