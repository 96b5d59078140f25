/** What the table has to report, to whom and by when; the report is written and filed here. */
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconClipboardText, IconFileText } from '@tabler/icons-react';
import type { ObligationView } from '@trilogue/engine/views/exchange-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state';
import { LocalizedLine } from '../../../ui/localized-line';
import { MarkdownText } from '../../../ui/markdown-text';
import classes from '../exchange/exchange.module.css';
import { hasKeptForm, keepForm } from '../exchange/kept-form';
import { Fact, Facts } from '../exchange/parts';
import { useAllOutgoing, useRefusedBefore } from '../exchange/use-send';
import '../exchange/words-ahead';
import { QueuedNote } from '../outgoing';
import { usePlayer } from '../use-player';
import { dutiesInOrder, isOwed } from './duties-model';
import { DutyState, DutyTimes } from './duty-clock';
import { FiledReport } from './filed-report';
import { ReportForm, reportFormName } from './report-form';

export function DutiesPanel() {
  const { t } = useTranslation('exchange');
  const { view, seatId } = usePlayer();
  const [writingId, setWritingId] = useState<string | null>(null);
  const duties = dutiesInOrder(view);
  const writing = duties.find((duty) => duty.id === writingId && isOwed(duty));
  useRefusedBefore('FileReport', ({ obligationId, fields }) =>
    keepForm(
      seatId,
      reportFormName(obligationId),
      Object.fromEntries(fields.map(({ fieldId, text }) => [fieldId, text])),
    ),
  );
  return (
    <div className={classes.panel}>
      {writing !== undefined ? (
        <ReportForm duty={writing} onClose={() => setWritingId(null)} />
      ) : (
        <Stack gap="md" className={classes.page ?? ''}>
          {duties.length === 0 && (
            <EmptyState
              icon={<IconClipboardText size={34} stroke={1.4} aria-hidden />}
              title={t('duties.empty.title')}
              text={t('duties.empty.text')}
            />
          )}
          {duties.map((duty) => (
            <DutyCard key={duty.id} duty={duty} onWrite={() => setWritingId(duty.id)} />
          ))}
        </Stack>
      )}
    </div>
  );
}

function DutyCard({ duty, onWrite }: { duty: ObligationView; onWrite: () => void }) {
  const { t } = useTranslation('exchange');
  const { defaultLanguage, canAct, seatId } = usePlayer();
  const filing = useAllOutgoing('FileReport').find(({ obligationId }) => obligationId === duty.id);
  return (
    <Paper component="article" withBorder p="md" radius="md">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={3} size="h5" style={{ flex: '1 1 180px' }}>
            <LocalizedLine text={duty.title} defaultLanguage={defaultLanguage} />
          </Title>
          <DutyState duty={duty} />
        </Group>
        <DutyTimes duty={duty} />
        <Facts>
          <Fact term={t('duties.to')}>
            <LocalizedLine text={duty.to.name} defaultLanguage={defaultLanguage} />
            {' · '}
            <LocalizedLine text={duty.to.role} defaultLanguage={defaultLanguage} />
          </Fact>
        </Facts>
        {duty.report !== null && <FiledReport duty={duty} report={duty.report} />}
        {isOwed(duty) && filing !== undefined && (
          <QueuedNote text={filing.fields.map(({ text }) => text).join('\n')} />
        )}
        {isOwed(duty) && filing === undefined && canAct && (
          <div>
            <Button leftSection={<IconFileText size={17} aria-hidden />} onClick={onWrite}>
              {t(hasKeptForm(seatId, reportFormName(duty.id)) ? 'report.goOn' : 'report.open')}
            </Button>
          </div>
        )}
        {duty.rule !== null && (
          <div>
            <Text size="xs" c="dimmed">
              {t('duties.rule')}
            </Text>
            <div className={classes.small}>
              <MarkdownText text={duty.rule} defaultLanguage={defaultLanguage} />
            </div>
          </div>
        )}
      </Stack>
    </Paper>
  );
}
