/** One joint position: the question, the rule, where each voice stands, and how it ended. */
import { Group, Text, Title } from '@mantine/core';
import type { FacilitatorPosition } from '@trilogue/engine/views/facilitator-view';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../../../ui/clocks';
import { formatPlayTime } from '../../../../ui/format-time';
import { LocalizedLine } from '../../../../ui/localized-line';
import { MarkdownText } from '../../../../ui/markdown-text';
import { useRoom } from '../../hooks/use-room';
import { useStaffWords } from '../../hooks/use-staff-words';
import { silentVoices } from '../../logic/joint-board';
import { DraftReader } from './draft-reader';
import css from './joint.module.css';
import { PositionMark } from './marks';
import { PositionActions } from './position-actions';
import { StanceBoard } from './stance-board';
import { useSubjectName } from './use-subject-name';

export function PositionCard({ position }: { position: FacilitatorPosition }) {
  const { view } = useRoom();
  const { defaultLanguage } = view.exercise;
  const { title, question, status, dueAtMs } = position;
  const isOpen = status === 'open';
  return (
    <li className={css.card} data-open={isOpen || undefined}>
      <div className={css.cardHead}>
        <Title order={3} size="h6">
          <LocalizedLine text={title} defaultLanguage={defaultLanguage} />
        </Title>
        <PositionMark status={status} />
        {isOpen && dueAtMs !== null ? <Countdown clock={view.clock} dueAtMs={dueAtMs} /> : null}
      </div>
      <Outcome position={position} />
      <Text size="sm" component="div">
        <MarkdownText text={question} defaultLanguage={defaultLanguage} />
      </Text>
      <Terms position={position} />
      <StanceBoard position={position} />
      <Group gap={8}>
        {position.text === null || status === 'waiting' ? null : (
          <DraftReader position={position} />
        )}
        <PositionActions position={position} />
      </Group>
    </li>
  );
}

/** What was agreed on and why, or that nothing was. */
function Outcome({ position }: { position: FacilitatorPosition }) {
  const { t } = useTranslation('facilitator');
  const subjectName = useSubjectName(position);
  const { status, settled, agreedOn, reason } = position;
  if (settled === null || (status !== 'agreed' && status !== 'failed')) return null;
  return (
    <div className={css.box} data-chosen={status === 'agreed' || undefined}>
      {agreedOn === null ? null : (
        <Text size="sm" fw={600}>
          {t('joint.agreedOn', { what: subjectName(agreedOn) })}
        </Text>
      )}
      <Text size="sm">
        {t(`joint.cause.${status}.${settled.cause}`, { time: formatPlayTime(settled.playMs) })}
      </Text>
      {reason === '' ? null : (
        <Text size="sm" c="dimmed">
          {t('joint.because', { reason })}
        </Text>
      )}
    </div>
  );
}

/** The rule, how it opens, until when, and what it is evidence for. */
function Terms({ position }: { position: FacilitatorPosition }) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const { team } = useStaffWords();
  const { rule, status, comesWith, dueAtMs, objectiveId, voices, voiceTeams } = position;
  const speaking = status === 'waiting' ? voiceTeams : voices.map(({ teamId }) => teamId);
  const inject = comesWith === null ? undefined : view.injects[comesWith];
  const objective = objectiveId === null ? undefined : view.objectives[objectiveId];
  const silent = silentVoices(position).map(({ teamId }) => team(teamId));
  return (
    <div>
      <Text size="sm">
        {rule.kind === 'atLeast'
          ? t('joint.rules.atLeast', { count: rule.count })
          : rule.kind === 'lead'
            ? t('joint.rules.lead', { team: team(rule.team) })
            : t(`joint.rules.${rule.kind}`)}
      </Text>
      {status === 'waiting' ? (
        <Text size="sm" c="dimmed">
          {inject === undefined
            ? t('joint.opensByHand')
            : t('joint.opensWith', { number: inject.number, title: names.text(inject.title) })}
        </Text>
      ) : null}
      <Text size="sm" c="dimmed">
        {t('joint.voices', { teams: speaking.map(team).join(t('listSeparator')) })}
      </Text>
      {status === 'open' && dueAtMs !== null ? (
        <Text size="sm" c="dimmed" className="tabular">
          {t('joint.dueAt', { time: formatPlayTime(dueAtMs) })}
        </Text>
      ) : null}
      {status === 'open' ? (
        <Text size="sm" {...(silent.length === 0 ? { c: 'dimmed' } : {})}>
          {silent.length === 0
            ? t('joint.allSpoke')
            : t('joint.awaits', { teams: silent.join(t('listSeparator')) })}
        </Text>
      ) : null}
      {objective === undefined ? null : (
        <Text size="sm" c="dimmed">
          {t('joint.objective', { title: names.text(objective.title) })}
        </Text>
      )}
    </div>
  );
}
