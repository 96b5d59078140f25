/** The scenarios that came with this server, each one press from a new exercise. */
import {
  Badge,
  Button,
  Card,
  Group,
  Modal,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ScenarioCard } from '@trilogue/engine/protocol/http';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, scenarios } from '../../connection/api';
import { isLanguage, languageNames } from '../../i18n';
import { useLocalizedText } from '../../i18n/use-localized-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNote } from '../../ui/error-note';
import { LocalizedLine } from '../../ui/localized-line';
import { NewExerciseForm } from './new-exercise-form';

export function ScenarioList({ mayCreate }: { mayCreate: boolean }) {
  const { t } = useTranslation('staff');
  const { data, error, isPending } = useQuery({ queryKey: ['scenarios'], queryFn: scenarios });
  const [chosen, setChosen] = useState<ScenarioCard | null>(null);
  return (
    <section aria-labelledby="scenarios-title">
      <Title order={2} mb="sm" id="scenarios-title">
        {t('scenarios.title')}
      </Title>
      {error === null ? null : (
        <ErrorNote code={error instanceof ApiProblem ? error.code : 'server/unavailable'} />
      )}
      {data?.length === 0 ? <EmptyState title={t('scenarios.none')} /> : null}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {isPending ? <Skeleton h={220} /> : null}
        {data?.map((card) => (
          <Scenario key={card.id} card={card} onChoose={mayCreate ? () => setChosen(card) : null} />
        ))}
      </SimpleGrid>
      <Modal
        opened={chosen !== null}
        onClose={() => setChosen(null)}
        title={t('new.title')}
        styles={{ title: { fontWeight: 650 } }}
        size="lg"
      >
        {chosen === null ? null : <NewExerciseForm scenario={chosen} />}
      </Modal>
    </section>
  );
}

function Scenario(props: {
  readonly card: ScenarioCard;
  /** Null for whoever sets no exercises up. */
  readonly onChoose: (() => void) | null;
}) {
  const { card, onChoose } = props;
  const { t } = useTranslation('staff');
  const read = useLocalizedText();
  const titleId = useId();
  const { defaultLanguage } = card;
  const nations = card.parties.map(({ id, name }) =>
    t('scenarios.nation', {
      nation: read(name, defaultLanguage).text,
      count: card.teams.filter(({ partyId }) => partyId === id).length,
    }),
  );
  return (
    <Card withBorder padding="lg" component="article" aria-labelledby={titleId}>
      <Stack gap="sm" h="100%">
        <Title order={3} id={titleId}>
          <LocalizedLine text={card.title} defaultLanguage={defaultLanguage} />
        </Title>
        <Text>
          <LocalizedLine text={card.summary} defaultLanguage={defaultLanguage} />
        </Text>
        <Text size="sm" c="dimmed">
          {[
            t('scenarios.minutes', { count: card.estimatedMinutes }),
            t('scenarios.modules', { count: card.phaseCount }),
            t('scenarios.injects', { count: card.injectCount }),
          ].join(' · ')}
        </Text>
        <Text size="sm" c="dimmed">
          {nations.join(' · ')}
        </Text>
        <Group justify="space-between" mt="auto">
          <Group gap={6}>
            {card.languages.map((language) => (
              <Badge key={language} variant="default" tt="none" radius="sm">
                {isLanguage(language) ? languageNames[language] : language}
              </Badge>
            ))}
          </Group>
          {onChoose === null ? null : (
            <Button onClick={onChoose} aria-describedby={titleId}>
              {t('scenarios.newExercise')}
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  );
}
