/** The participants' form: statements to rate, and room to write. Sent once, and changed until it closes. */
import { Alert, Button, Group, Paper, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FeedbackAnswers, FeedbackForm } from '@trilogue/engine/protocol/feedback';
import {
  feedbackMarks,
  feedbackStatements,
  feedbackTexts,
  maxFeedbackText,
} from '@trilogue/engine/protocol/feedback-questions';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api } from '../../connection/api';
import { ErrorNote } from '../../ui/error-note';
import classes from './review.module.css';
import { type Asker, headersOf, pathOf } from './use-takeaway';

const none: FeedbackAnswers = { ratings: {}, strengths: '', improvements: '', comments: '' };

export function FeedbackCard({ asker }: { asker: Asker }) {
  const form = useQuery({
    queryKey: ['feedback', asker.exerciseId, asker.token ?? ''],
    queryFn: () => api.get<FeedbackForm>(pathOf(asker, 'feedback'), headersOf(asker)),
    retry: (count, error) => count < 2 && !(error instanceof ApiProblem && error.status > 0),
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (form.data === undefined || form.data.closesAtMs === null) return null;
  return <OpenForm asker={asker} form={form.data} />;
}

function OpenForm({ asker, form }: { asker: Asker; form: FeedbackForm }) {
  const { t, i18n } = useTranslation('review');
  const queries = useQueryClient();
  const [answers, setAnswers] = useState<FeedbackAnswers>(form.answers ?? none);
  const sending = useMutation({
    mutationFn: (body: FeedbackAnswers) =>
      api.put<FeedbackForm>(pathOf(asker, 'feedback'), body, headersOf(asker)),
    onSuccess: (next) =>
      queries.setQueryData(['feedback', asker.exerciseId, asker.token ?? ''], next),
  });
  const { isOpen, closesAtMs } = form;
  const isEmpty =
    Object.keys(answers.ratings).length === 0 &&
    feedbackTexts.every((field) => answers[field].trim() === '');
  const until = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(closesAtMs ?? 0);
  const about = isOpen
    ? t('form.about', { until })
    : t(form.answers === null ? 'form.closedNone' : 'form.closed');
  const refusal = sending.error instanceof ApiProblem ? sending.error.code : 'server/unavailable';
  return (
    <Paper
      withBorder
      p="lg"
      component="section"
      aria-labelledby="feedback-form"
      className={classes.noPrint}
    >
      <Title order={2} size="h3" mb={4} id="feedback-form">
        {t('form.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {about}
      </Text>
      {(isOpen || form.answers !== null) && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            sending.mutate(answers);
          }}
        >
          <Stack gap="lg">
            <Text size="sm">{t('form.scale')}</Text>
            {feedbackStatements.map((statement) => (
              <Radio.Group
                key={statement}
                name={statement}
                label={t(`statements.${statement}`)}
                value={String(answers.ratings[statement] ?? '')}
                readOnly={!isOpen}
                onChange={(value) => setAnswers((now) => rated(now, statement, value))}
              >
                <Group gap="md" mt={6}>
                  {feedbackMarks.map((mark) => (
                    <Radio key={mark} value={String(mark)} label={mark} disabled={!isOpen} />
                  ))}
                  <Radio value="" label={t('form.skip')} disabled={!isOpen} />
                </Group>
              </Radio.Group>
            ))}
            <Stack gap="md">
              {feedbackTexts.map((field) => (
                <Textarea
                  key={field}
                  label={t(`feedback.${field}`)}
                  value={answers[field]}
                  readOnly={!isOpen}
                  maxLength={maxFeedbackText}
                  autosize
                  minRows={2}
                  maxRows={10}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    setAnswers((now) => ({ ...now, [field]: value }));
                  }}
                />
              ))}
            </Stack>
            {sending.isError && <ErrorNote code={refusal} />}
            <div role="status">
              {sending.isSuccess && <Alert color="teal">{t('form.thanks')}</Alert>}
            </div>
            {isOpen && (
              <Group gap="md">
                <Button type="submit" loading={sending.isPending} disabled={isEmpty}>
                  {t(form.answers === null ? 'form.send' : 'form.change')}
                </Button>
                <Text size="sm" c="dimmed">
                  {t('form.noNames')}
                </Text>
              </Group>
            )}
          </Stack>
        </form>
      )}
    </Paper>
  );
}

/** An empty value takes the answer back. */
function rated(
  answers: FeedbackAnswers,
  statement: (typeof feedbackStatements)[number],
  value: string,
): FeedbackAnswers {
  const { [statement]: _, ...others } = answers.ratings;
  return {
    ...answers,
    ratings: value === '' ? others : { ...others, [statement]: Number(value) },
  };
}
