/** One piece of evidence: who, when, what was expected, what was done, and the criteria to mark. */
import { Badge, Group, Paper, Text } from '@mantine/core';
import type { TableId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorExpectation } from '@trilogue/engine/views/facilitator-view';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrittenText } from '../../i18n/use-localized-text';
import { Countdown } from '../../ui/clocks';
import { formatPlayTime } from '../../ui/format-time';
import { TlpBadge } from '../../ui/tlp-badge';
import { CriteriaMarks } from './criteria-marks';
import css from './evaluator.module.css';
import type { Evidence, TaskEvidence } from './logic/evidence';
import { NoteHere } from './note-dialog';
import { useEvaluator } from './use-evaluator';

type Of<Kind extends Evidence['kind']> = Extract<Evidence, { kind: Kind }>;

export function EvidenceCard({ evidence }: { evidence: Evidence }) {
  switch (evidence.kind) {
    case 'task':
      return <Task evidence={evidence} />;
    case 'share':
      return <Share evidence={evidence} />;
    case 'breach':
      return <Breach evidence={evidence} />;
    case 'stance':
      return <Stance evidence={evidence} />;
    case 'report':
      return <Report evidence={evidence} />;
  }
}

function Card(props: {
  readonly tableId: TableId;
  readonly playMs: number | null;
  readonly what: ReactNode;
  readonly state?: ReactNode;
  readonly children?: ReactNode;
}) {
  const { tableId, playMs, what, state, children } = props;
  const { table } = useEvaluator();
  return (
    <Paper withBorder p="sm" component="article">
      <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
        <div className={css.what}>
          <Text fw={650} size="sm" lh={1.4}>
            {table(tableId)}
          </Text>
          <Text size="sm" lh={1.45}>
            {what}
          </Text>
        </div>
        <Group gap={6} justify="flex-end" className={css.state ?? ''}>
          {state}
          {playMs !== null && (
            <Text size="sm" c="dimmed" className="tabular">
              {formatPlayTime(playMs)}
            </Text>
          )}
          <NoteHere tableId={tableId} playMs={playMs} />
        </Group>
      </Group>
      {children}
    </Paper>
  );
}

function Task({ evidence }: { evidence: TaskEvidence }) {
  const { t } = useTranslation('evaluator');
  const { view, text } = useEvaluator();
  const { inject, expected, state, delivery, notes, tableId, isOpen, playMs } = evidence;
  const choice = inject.choices.find(({ id }) => id === delivery?.choice?.choiceId);
  const shows = expected.kind === 'choose' ? choice : delivery?.response;
  return (
    <Card
      tableId={tableId}
      playMs={isOpen ? null : playMs}
      what={
        <>
          {t(`common:expectationKinds.${expected.kind}`)}
          {' · '}
          <span className="tabular">{inject.number}</span> {text(inject.title)}
        </>
      }
      state={
        isOpen ? (
          <Countdown clock={view.clock} dueAtMs={state.dueAtMs} />
        ) : (
          <Status of={state.status} />
        )
      }
    >
      {shows === choice && choice !== undefined && (
        <Text size="sm" mt={6}>
          {t('evidence.chose', { choice: text(choice.label) })}
        </Text>
      )}
      {expected.kind !== 'choose' && delivery?.response != null && (
        <Words>{delivery.response.text}</Words>
      )}
      {expected.kind !== 'choose' && notes.map((note) => <Words key={note.seq}>{note.text}</Words>)}
      {state.reason !== '' && (
        <Text size="sm" c="dimmed" mt={6}>
          {t('evidence.settledByHand', { reason: state.reason })}
        </Text>
      )}
      <CriteriaMarks evidence={evidence} />
    </Card>
  );
}

const statusColours: Record<FacilitatorExpectation['status'], string> = {
  open: 'gray',
  met: 'teal',
  late: 'orange',
  missed: 'red',
  waived: 'gray',
};

function Status({ of }: { of: FacilitatorExpectation['status'] }) {
  const { t } = useTranslation('evaluator');
  return (
    <Badge variant="light" color={statusColours[of]} tt="none">
      {t(`statuses.${of}`)}
    </Badge>
  );
}

function Share({ evidence: { share, tableId, playMs } }: { evidence: Of<'share'> }) {
  const { t } = useTranslation('evaluator');
  const { text } = useEvaluator();
  const to = useAddressees(share.to);
  return (
    <Card
      tableId={tableId}
      playMs={playMs}
      what={t('evidence.shared', { to, channel: t(`common:shareChannels.${share.channel}`) })}
      state={<TlpBadge label={share.marking} />}
    >
      <Text size="sm" mt={6}>
        {share.items.map(({ title }) => text(title)).join(t('separator'))}
      </Text>
      {share.facts !== '' && <Words>{share.facts}</Words>}
      {share.ask !== '' && <Words>{share.ask}</Words>}
    </Card>
  );
}

function Breach({ evidence: { entry, share, tableId, playMs } }: { evidence: Of<'breach'> }) {
  const { t } = useTranslation('evaluator');
  const to = useAddressees(share?.to ?? { teams: [], contacts: [] });
  return (
    <Card
      tableId={tableId}
      playMs={playMs}
      what={to === '' ? null : t('evidence.toldTo', { to })}
      state={
        <Badge variant="light" color="red" tt="none">
          {t(`common:scoreRules.${entry.rule}`)}
        </Badge>
      }
    />
  );
}

function Stance({ evidence }: { evidence: Of<'stance'> }) {
  const { t } = useTranslation('evaluator');
  const { text, view } = useEvaluator();
  const { position, stance, tableId, playMs } = evidence;
  const { on } = stance;
  const option =
    on.kind === 'option' ? position.options.find(({ id }) => id === on.optionId) : undefined;
  const team = view.cast.teams.find(({ id }) => id === stance.teamId);
  return (
    <Card
      tableId={tableId}
      playMs={playMs}
      what={`${text(position.title)} · ${team === undefined ? '' : text(team.name)}`}
      state={
        <Badge variant="light" tt="none">
          {t(`stances.${stance.stance}`)}
        </Badge>
      }
    >
      <Text size="sm" mt={6}>
        {option === undefined
          ? t('evidence.version', { version: on.kind === 'version' ? on.version : 0 })
          : text(option.label)}
      </Text>
      {stance.reason !== '' && <Words>{stance.reason}</Words>}
    </Card>
  );
}

function Report({ evidence: { obligation, tableId, playMs } }: { evidence: Of<'report'> }) {
  const { t } = useTranslation('evaluator');
  const { text } = useEvaluator();
  const { title, to, status, report, fields } = obligation;
  return (
    <Card
      tableId={tableId}
      playMs={playMs}
      what={t('evidence.report', { title: text(title), to: text(to.name) })}
      state={<Status of={status} />}
    >
      {report?.fields.map(({ fieldId, text: said }) => {
        const field = fields.find(({ id }) => id === fieldId);
        return (
          <div key={fieldId}>
            <Text size="xs" c="dimmed" mt={6}>
              {field === undefined ? fieldId : text(field.label)}
            </Text>
            <Words>{said}</Words>
          </div>
        );
      })}
    </Card>
  );
}

/** What people wrote, as they wrote it; a long text can be opened. */
function Words({ children }: { children: string }) {
  const { t } = useTranslation('evaluator');
  const said = useWrittenText()(children);
  if (said.length < 420) return <blockquote className={css.words}>{said}</blockquote>;
  return (
    <details className={css.words}>
      <summary>
        {said.slice(0, 300)}… <span className={css.more}>{t('evidence.more')}</span>
      </summary>
      {said}
    </details>
  );
}

function useAddressees(to: Of<'share'>['share']['to']): string {
  const { t } = useTranslation('evaluator');
  const { view, text } = useEvaluator();
  const { teams, contacts } = view.cast;
  return [
    ...teams.filter(({ id }) => to.teams.includes(id)),
    ...contacts.filter(({ id }) => to.contacts.includes(id)),
  ]
    .map(({ name }) => text(name))
    .join(t('separator'));
}
