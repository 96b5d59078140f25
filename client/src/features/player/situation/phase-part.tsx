/** The phase the story is in: its briefing, and the questions to talk over. */
import { Button, Collapse, List, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { useTranslation } from 'react-i18next';
import { LocalizedLine } from '../../../ui/localized-line';
import { MarkdownText } from '../../../ui/markdown-text';
import { usePlayer } from '../use-player';
import classes from './situation.module.css';

export function PhasePart({ phase }: { phase: PlayerView['phases'][number] }) {
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
          size="compact-sm"
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
            <div className={classes.briefing}>
              <MarkdownText text={briefing} defaultLanguage={defaultLanguage} />
            </div>
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
