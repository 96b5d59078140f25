/** An inject's prose in each of the scenario's languages, with what only controllers may read. */
import {
  Badge,
  Group,
  Loader,
  Paper,
  SegmentedControl,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type {
  FacilitatorInject,
  FacilitatorInjectBody,
} from '@trilogue/engine/views/facilitator-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, languageNames } from '../../../../i18n';
import { Attachments } from '../../../../ui/attachments';
import { MarkdownText } from '../../../../ui/markdown-text';
import { useInjectBody } from '../../hooks/use-inject-body';
import { useRoom } from '../../hooks/use-room';
import { textIn } from '../../logic/text-in';
import { alarmText } from '../../parts/colors';

export function InjectText({ inject }: { inject: FacilitatorInject }) {
  const { t, i18n } = useTranslation('facilitator');
  const { view, seatId } = useRoom();
  const { languages, defaultLanguage } = view.exercise;
  const [chosen, setChosen] = useState<string | null>(null);
  const language = chosen ?? (languages.includes(i18n.language) ? i18n.language : defaultLanguage);
  const body = useInjectBody(inject.id);
  if (body === undefined) return <Loader size="sm" role="status" aria-label={t('loading')} />;
  if (body === null) return <Text c="dimmed">{t('inject.noText')}</Text>;
  return (
    <Stack gap="sm">
      <SegmentedControl
        size="xs"
        aria-label={t('inject.language')}
        value={language}
        onChange={setChosen}
        data={languages.map((value) => ({
          value,
          label: isLanguage(value) ? languageNames[value] : value,
        }))}
      />
      <Paper withBorder p="sm">
        <Text fw={700} lang={language} mb={4}>
          {textIn(inject.title, language, defaultLanguage) ?? t('inject.untranslated')}
        </Text>
        <Prose text={body.body} language={language} />
      </Paper>
      <Attachments
        exerciseId={view.exercise.exerciseId ?? ''}
        injectId={inject.id}
        seatId={seatId}
        attachments={body.attachments}
        defaultLanguage={defaultLanguage}
      />
      <OtherReaders body={body} language={language} />
      <Choices body={body} language={language} />
      <Expected body={body} language={language} />
      {body.attack.length === 0 ? null : (
        <Group gap={4}>
          <Text size="xs" c="dimmed">
            {t('inject.attack')}
          </Text>
          {body.attack.map((id) => (
            <Badge key={id} variant="default" radius="sm" size="sm" translate="no">
              {id}
            </Badge>
          ))}
        </Group>
      )}
    </Stack>
  );
}

function Prose({ text, language }: { text: LocalizedText; language: string }) {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  const own = textIn(text, language, view.exercise.defaultLanguage);
  return own === null ? (
    <Text size="sm" c={alarmText}>
      {t('inject.untranslated')}
    </Text>
  ) : (
    <MarkdownText text={{ [language]: own }} defaultLanguage={language} />
  );
}

function Line({ text, language }: { text: LocalizedText; language: string }) {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  const own = textIn(text, language, view.exercise.defaultLanguage);
  return <span lang={language}>{own ?? t('inject.untranslated')}</span>;
}

interface PartProps {
  readonly body: FacilitatorInjectBody;
  readonly language: string;
}

/** What some recipients read instead. */
function OtherReaders({ body, language }: PartProps) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const nameOf = (id: string) => {
    const found =
      view.cast.teams.find((team) => team.id === id) ??
      view.parties.find((party) => party.id === id);
    return found === undefined ? t('timeline.everyone') : names.text(found.name);
  };
  return body.perRecipient.map(({ to, title, body: text }) => (
    <Paper key={to.join(' ')} withBorder p="sm">
      <Text size="xs" c="dimmed">
        {t('inject.insteadFor', { names: to.map(nameOf).join(t('listSeparator')) })}
      </Text>
      <Text fw={700} mb={4}>
        <Line text={title} language={language} />
      </Text>
      <Prose text={text} language={language} />
    </Paper>
  ));
}

function Choices({ body, language }: PartProps) {
  const { t } = useTranslation('facilitator');
  if (body.choices.length === 0) return null;
  return (
    <section>
      <Title order={3} size="sm" mb={4}>
        {t('inject.choices')}
      </Title>
      <Table fz="sm" verticalSpacing={4} horizontalSpacing={6}>
        <Table.Tbody>
          {body.choices.map(({ id, label, points, rationale }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Text size="sm" fw={600}>
                  <Line text={label} language={language} />
                </Text>
                {rationale === null ? null : (
                  <Text size="xs" c="dimmed">
                    <Line text={rationale} language={language} />
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right" className="tabular" style={{ whiteSpace: 'nowrap' }}>
                {t('inject.points', { count: points })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Expected({ body, language }: PartProps) {
  const { t } = useTranslation('facilitator');
  if (body.expectations.length === 0) return null;
  return (
    <section>
      <Title order={3} size="sm" mb={4}>
        {t('inject.expected')}
      </Title>
      <Stack gap={6}>
        {body.expectations.map((expectation) => (
          <div key={expectation.id}>
            <Text size="sm">
              {t('inject.expectation', {
                what: t(`common:expectationKinds.${expectation.kind}`),
                minutes: expectation.withinMinutes,
                points: expectation.points,
                late: expectation.latePoints,
              })}
              {expectation.isAnnounced ? null : ` · ${t('inject.hidden')}`}
            </Text>
            {expectation.action === null ? null : (
              <Text size="sm" c="dimmed">
                <Line text={expectation.action} language={language} />
              </Text>
            )}
            {expectation.objective === null ? null : (
              <Text size="xs" c="dimmed">
                {t('inject.objective')} <Line text={expectation.objective} language={language} />
              </Text>
            )}
          </div>
        ))}
      </Stack>
    </section>
  );
}
