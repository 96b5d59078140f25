/** One joint position: the question, who has a voice, what is on the table, and what was agreed. */
import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { PositionView } from '@trilogue/engine/views/exchange-view';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../../ui/clocks';
import { formatPlayTime } from '../../../ui/format-time';
import { LocalizedLine } from '../../../ui/localized-line';
import { MarkdownText } from '../../../ui/markdown-text';
import { Fact, Facts, PanelPage, PlayText } from '../exchange/parts';
import { useNames } from '../exchange/use-names';
import { usePlayer } from '../use-player';
import { DraftComments } from './draft-comments';
import { ownVoices } from './joint-model';
import { JointText } from './joint-text';
import { PositionHistory } from './position-history';
import { PositionStatus } from './position-status';
import { StanceForm } from './stance-form';
import { StanceList } from './stance-list';

export function PositionPage(props: {
  readonly position: PositionView;
  readonly onBack?: (() => void) | undefined;
  readonly calls: number;
}) {
  const { position, onBack, calls } = props;
  const { t } = useTranslation('exchange');
  const { view, defaultLanguage, canAct } = usePlayer();
  const { status, dueAtMs, options, title, question } = position;
  const isOpen = status === 'open';
  const hasVoice = ownVoices(position, view).length > 0;
  return (
    <PanelPage
      title={<LocalizedLine text={title} defaultLanguage={defaultLanguage} />}
      onBack={onBack}
      calls={calls}
    >
      <Group gap={6}>
        <PositionStatus status={status} />
        {isOpen && dueAtMs !== null && <Countdown clock={view.clock} dueAtMs={dueAtMs} />}
      </Group>
      <Outcome position={position} />
      <MarkdownText text={question} defaultLanguage={defaultLanguage} />
      <Rule position={position} />
      {options.length === 0 && <JointText position={position} />}
      <section>
        <Title order={3} size="h5" mb="xs">
          {t(options.length > 0 ? 'joint.options' : 'joint.stances')}
        </Title>
        <StanceList position={position} />
      </section>
      {isOpen && canAct && hasVoice && <StanceForm position={position} />}
      {isOpen && !hasVoice && (
        <Text size="sm" c="dimmed">
          {t(options.length > 0 ? 'joint.noVoiceOptions' : 'joint.noVoiceText')}
        </Text>
      )}
      {options.length === 0 && <DraftComments position={position} />}
      <PositionHistory position={position} />
    </PanelPage>
  );
}

/** What was agreed, or that nothing was, and how it came about. */
function Outcome({ position }: { position: PositionView }) {
  const { t } = useTranslation('exchange');
  const { view, defaultLanguage } = usePlayer();
  const { status, settled, agreedOn, options } = position;
  if (settled === null || (status !== 'agreed' && status !== 'failed')) return null;
  const isAgreed = status === 'agreed';
  const option =
    agreedOn?.kind === 'option' ? options.find(({ id }) => id === agreedOn.optionId) : undefined;
  const draft =
    agreedOn?.kind === 'version'
      ? view.draftVersions[`${position.id} ${agreedOn.version}`]
      : undefined;
  return (
    <Alert
      color={isAgreed ? 'teal' : 'red'}
      variant="light"
      icon={isAgreed ? <IconCircleCheck aria-hidden /> : <IconCircleX aria-hidden />}
      title={t(isAgreed ? 'joint.agreed' : 'joint.failed')}
    >
      <Stack gap={6}>
        {option !== undefined && (
          <Text size="sm" fw={650}>
            <LocalizedLine text={option.label} defaultLanguage={defaultLanguage} />
          </Text>
        )}
        {agreedOn?.kind === 'version' && (
          <Text size="sm" fw={650}>
            {t('joint.version', { version: agreedOn.version })}
          </Text>
        )}
        {draft !== undefined && <PlayText text={draft.text} textIn={draft.textIn} />}
        <Text size="sm" className="tabular">
          {t(`joint.cause.${status}.${settled.cause}`, { time: formatPlayTime(settled.playMs) })}
        </Text>
      </Stack>
    </Alert>
  );
}

function Rule({ position }: { position: PositionView }) {
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const names = useNames();
  const { rule, voices, dueAtMs } = position;
  const words = {
    count: rule.kind === 'atLeast' ? rule.count : voices.length,
    team: rule.kind === 'lead' ? names.team(rule.team) : '',
  };
  return (
    <Facts>
      <Fact term={t('joint.rule')}>{t(`joint.rules.${rule.kind}`, words)}</Fact>
      <Fact term={t('joint.voices')}>
        {names.list(
          voices.map(({ teamId, tableId }) =>
            tableId === view.table.tableId
              ? t('joint.ourVoice', { team: names.team(teamId) })
              : names.team(teamId),
          ),
        )}
      </Fact>
      {dueAtMs !== null && (
        <Fact term={t('joint.deadline')}>
          <span className="tabular">{t('joint.playTime', { time: formatPlayTime(dueAtMs) })}</span>
        </Fact>
      )}
    </Facts>
  );
}
