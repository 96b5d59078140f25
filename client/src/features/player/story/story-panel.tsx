/** The story so far, for whoever comes late: where it stands, what came, what was done, what is open. */
import { Anchor, Badge, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { PositionView } from '@trilogue/engine/views/exchange-view';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrittenText } from '../../../i18n/use-localized-text';
import { Countdown, ScenarioTime } from '../../../ui/clocks';
import { LocalizedLine } from '../../../ui/localized-line';
import { useInjectBody } from '../inject/use-inject-body';
import { Missions } from '../missions';
import { usePlace } from '../use-place';
import { ownParty, usePlayer } from '../use-player';
import { type Story, type StoryInject, storyOf } from './story-model';

export function StoryPanel() {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const { showTab } = usePlace();
  const story = useMemo(() => storyOf(view), [view]);
  return (
    <Stack maw={820} mx="auto" p={{ base: 'md', md: 'xl' }} gap="lg">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: '1 1 300px' }}>
          <Title order={1} size="h2">
            {t('story.title')}
          </Title>
          <Text c="dimmed" size="sm">
            {t('story.text')}
          </Text>
        </div>
        <Button style={{ flexShrink: 0 }} onClick={() => showTab('inbox')}>
          {t('story.close')}
        </Button>
      </Group>
      <Part title={t('situation.missions')}>
        <Missions />
      </Part>
      {view.pastPhases.length > 0 && (
        <Part title={t('story.before')}>
          <List type="ordered" spacing={6}>
            {view.pastPhases.map(({ id, title }) => (
              <List.Item key={id}>
                <LocalizedLine text={title} defaultLanguage={defaultLanguage} />
              </List.Item>
            ))}
          </List>
        </Part>
      )}
      {view.phases.length > 0 && (
        <Part title={t('story.now')}>
          {view.phases.map(({ id, title }) => (
            <Text key={id} fw={600}>
              <LocalizedLine text={title} defaultLanguage={defaultLanguage} />
            </Text>
          ))}
          <Anchor component="button" type="button" size="sm" onClick={() => showTab('situation')}>
            {t('story.toSituation')}
          </Anchor>
        </Part>
      )}
      <Open story={story} />
      <Received story={story} />
      <Done story={story} />
      {story.agreed.length > 0 && (
        <Part title={t('story.agreed')}>
          <List spacing={6}>
            {story.agreed.map((position) => (
              <List.Item key={position.id}>
                <Agreed position={position} />
              </List.Item>
            ))}
          </List>
        </Part>
      )}
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper component="section" withBorder p="md" radius="md">
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

/** What the table still has to do, the nearest first. */
function Open({ story }: { story: Story }) {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const { openInject, showTab } = usePlace();
  const { tasks, duties, open } = story;
  const isNothing = tasks.length + duties.length + open.length === 0;
  return (
    <Part title={t('story.open')}>
      {isNothing && <Text size="sm">{t('story.nothingOpen')}</Text>}
      <Stack gap={8}>
        {tasks.map((task) => (
          <Group key={`${task.injectId} ${task.expectationId}`} gap="xs">
            <Text size="sm" fw={650}>
              {t(`common:expectationKinds.${task.kind}`)}
            </Text>
            <Anchor
              component="button"
              type="button"
              size="sm"
              ta="start"
              onClick={() => openInject(task.injectId)}
            >
              <LocalizedLine
                text={view.injects[task.injectId]?.title ?? ''}
                defaultLanguage={defaultLanguage}
              />
            </Anchor>
            <Countdown clock={view.clock} dueAtMs={task.dueAtMs} />
          </Group>
        ))}
        {duties.map((duty) => (
          <Linked key={duty.id} label={t('tabs.duties')} onOpen={() => showTab('duties')}>
            <LocalizedLine text={duty.title} defaultLanguage={defaultLanguage} />
          </Linked>
        ))}
        {open.map((position) => (
          <Linked key={position.id} label={t('tabs.joint')} onOpen={() => showTab('joint')}>
            <LocalizedLine text={position.title} defaultLanguage={defaultLanguage} />
          </Linked>
        ))}
      </Stack>
    </Part>
  );
}

function Linked(props: { label: string; onOpen: () => void; children: ReactNode }) {
  return (
    <Group gap="xs">
      <Text size="sm" fw={650}>
        {props.label}
      </Text>
      <Anchor component="button" type="button" size="sm" ta="start" onClick={props.onOpen}>
        {props.children}
      </Anchor>
    </Group>
  );
}

function Received({ story: { injects, others } }: { story: Story }) {
  const { t } = useTranslation('player');
  return (
    <Part title={t('story.received')}>
      <Stack gap={8}>
        {injects.map((one) => (
          <ReceivedLine key={one.inject.id} one={one} />
        ))}
        {injects.length + others === 0 && <Text size="sm">{t('inbox.empty.title')}</Text>}
        {others > 0 && (
          <Text size="sm" c="dimmed">
            {t('story.others', { count: others })}
          </Text>
        )}
      </Stack>
    </Part>
  );
}

function ReceivedLine({ one: { inject, delivery } }: { one: StoryInject }) {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const { openInject } = usePlace();
  const party = ownParty(view);
  const deed =
    delivery?.response != null ? 'answered' : delivery?.choice != null ? 'decided' : null;
  return (
    <Group gap="xs" wrap="nowrap" align="baseline">
      {party !== undefined && (
        <ScenarioTime
          atMs={inject.scenarioAtMs}
          zone={party}
          defaultLanguage={defaultLanguage}
          size="xs"
          c="dimmed"
          style={{ flexShrink: 0 }}
        />
      )}
      <Anchor
        component="button"
        type="button"
        size="sm"
        ta="start"
        onClick={() => openInject(inject.id)}
      >
        <LocalizedLine text={inject.title} defaultLanguage={defaultLanguage} />
      </Anchor>
      {deed !== null && (
        <Badge size="sm" variant="light" color="teal" tt="none" style={{ flexShrink: 0 }}>
          {t(`inbox.deeds.${deed}`)}
        </Badge>
      )}
    </Group>
  );
}

function Done({ story: { decisions, answers } }: { story: Story }) {
  const { t } = useTranslation('player');
  const { defaultLanguage } = usePlayer();
  const written = useWrittenText();
  return (
    <Part title={t('story.done')}>
      {decisions.length + answers.length === 0 && <Text size="sm">{t('story.nothingDone')}</Text>}
      <Stack gap="sm">
        {decisions.map(({ inject, choiceId }) => (
          <div key={inject.id}>
            <Text size="xs" c="dimmed">
              <LocalizedLine text={inject.title} defaultLanguage={defaultLanguage} />
            </Text>
            <Decision inject={inject} choiceId={choiceId} />
          </div>
        ))}
        {answers.map(({ inject, text }) => (
          <div key={inject.id}>
            <Text size="xs" c="dimmed">
              <LocalizedLine text={inject.title} defaultLanguage={defaultLanguage} />
            </Text>
            <Text size="sm" lineClamp={4} style={{ whiteSpace: 'pre-wrap' }}>
              {written(text)}
            </Text>
          </div>
        ))}
      </Stack>
    </Part>
  );
}

/** What was chosen stands in the inject's body, which is fetched. */
function Decision({ inject, choiceId }: { inject: StoryInject['inject']; choiceId: string }) {
  const { t } = useTranslation('player');
  const { defaultLanguage } = usePlayer();
  const { data } = useInjectBody(inject);
  const label = data?.choices.find(({ id }) => id === choiceId)?.label;
  return (
    <Text size="sm" fw={600}>
      {label === undefined ? (
        t('choice.made')
      ) : (
        <LocalizedLine text={label} defaultLanguage={defaultLanguage} />
      )}
    </Text>
  );
}

function Agreed({ position }: { position: PositionView }) {
  const { t } = useTranslation('player');
  const { defaultLanguage } = usePlayer();
  const { title, agreedOn, options } = position;
  const option =
    agreedOn?.kind === 'option' ? options.find(({ id }) => id === agreedOn.optionId) : undefined;
  return (
    <Text size="sm">
      <LocalizedLine text={title} defaultLanguage={defaultLanguage} />
      {': '}
      <b>
        {option !== undefined ? (
          <LocalizedLine text={option.label} defaultLanguage={defaultLanguage} />
        ) : (
          t('story.agreedText')
        )}
      </b>
    </Text>
  );
}
