/** Where the story stands: phase, briefing, questions, the world, the table's missions and people. */
import { Box, Button, Collapse, Divider, List, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { useTranslation } from 'react-i18next';
import { LocalizedLine } from '../../ui/localized-line';
import { MarkdownText } from '../../ui/markdown-text';
import { EndedPart } from './ended-part';
import { Missions } from './missions';
import { TableMembers } from './table-members';
import { useIsWide } from './top-bar';
import { usePlace } from './use-place';
import { usePlayer } from './use-player';
import { Gauges, Systems } from './world-part';

type Phase = PlayerView['phases'][number];

export function SituationPanel() {
  const { t } = useTranslation('player');
  const { view } = usePlayer();
  const { injectId } = usePlace();
  const isWide = useIsWide();
  const isEnded = view.exercise.stage === 'ended';
  return (
    <Stack p="md" gap="lg">
      {isEnded && (!isWide || injectId !== null) && <EndedPart />}
      {view.phases.map((phase) => (
        <PhasePart key={phase.id} phase={phase} />
      ))}
      <Gauges />
      <Systems />
      <Divider />
      <section>
        <Title order={2} size="h5" mb="xs">
          {t('situation.missions')}
        </Title>
        <Missions />
      </section>
      <TableMembers />
    </Stack>
  );
}

function PhasePart({ phase }: { phase: Phase }) {
  const { t } = useTranslation('player');
  const { defaultLanguage } = usePlayer();
  const [isOpen, { toggle }] = useDisclosure(true);
  const { title, briefing, questions } = phase;
  const hasMore = briefing !== null || questions.length > 0;
  return (
    <section>
      <Text size="xs" c="dimmed">
        {t('situation.phase')}
      </Text>
      <Title order={2} size="h4">
        <LocalizedLine text={title} defaultLanguage={defaultLanguage} />
      </Title>
      {hasMore && (
        <Button
          variant="subtle"
          size="compact-xs"
          px={0}
          my={4}
          onClick={toggle}
          aria-expanded={isOpen}
        >
          {t(isOpen ? 'situation.fold' : 'situation.unfold')}
        </Button>
      )}
      <Collapse expanded={isOpen}>
        <Stack gap="sm">
          {briefing !== null && (
            // Beside the inject the column is narrow: smaller letters leave whole phrases room.
            <Box fz={{ base: 'md', md: 'sm' }}>
              <MarkdownText text={briefing} defaultLanguage={defaultLanguage} />
            </Box>
          )}
          {questions.length > 0 && (
            <div>
              <Text size="sm" fw={650} mb={4}>
                {t('situation.questions')}
              </Text>
              <List size="sm" spacing={6} type="ordered">
                {questions.map((question) => (
                  <List.Item key={JSON.stringify(question)}>
                    <LocalizedLine text={question} defaultLanguage={defaultLanguage} />
                  </List.Item>
                ))}
              </List>
            </div>
          )}
        </Stack>
      </Collapse>
    </section>
  );
}
