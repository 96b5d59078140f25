/** What participants said, for staff; the director closes the form and opens it again. */
import { Button, Group, List, Progress, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FeedbackComment } from '@trilogue/engine/protocol/feedback';
import { fewestToTellApart } from '@trilogue/engine/protocol/feedback-questions';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api } from '../../connection/api';
import { ErrorNote } from '../../ui/error-note';
import { Nothing, Part, SubPart } from './part';
import classes from './review.module.css';
import type { Reader } from './use-reader';
import { type Asker, pathOf } from './use-takeaway';

export function FeedbackResults(props: { reader: Reader; asker: Asker; mayClose: boolean }) {
  const { reader, asker, mayClose } = props;
  const { t, i18n } = useTranslation('review');
  const queries = useQueryClient();
  const closing = useMutation({
    mutationFn: (isClosed: boolean) => api.put(pathOf(asker, 'feedback/closing'), { isClosed }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['takeaway', asker.exerciseId] }),
  });
  const { feedback } = reader.takeaway;
  if (feedback === null) return null;
  const { answered, asked, isOpen, isClosedByHand, closesAtMs } = feedback;
  const until = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' });
  const texts: readonly (readonly [string, readonly FeedbackComment[]])[] = [
    [t('feedback.strengths'), feedback.strengths],
    [t('feedback.improvements'), feedback.improvements],
    [t('feedback.comments'), feedback.comments],
  ];
  return (
    <Part id="feedback" title={t('sections.feedback')}>
      <Group gap="md">
        <Text fw={600}>{t('feedback.answered', { answered, asked })}</Text>
        <Text size="sm" c="dimmed">
          {closesAtMs === null
            ? t('results.notYet')
            : isOpen
              ? t('results.until', { until: until.format(closesAtMs) })
              : t('results.closed')}
        </Text>
        {mayClose && closesAtMs !== null && (isOpen || isClosedByHand) && (
          <Button
            variant="default"
            size="compact-md"
            className={classes.noPrint}
            loading={closing.isPending}
            onClick={() => closing.mutate(isOpen)}
          >
            {t(isOpen ? 'results.close' : 'results.open')}
          </Button>
        )}
      </Group>
      {closing.isError && (
        <ErrorNote
          code={closing.error instanceof ApiProblem ? closing.error.code : 'server/unavailable'}
        />
      )}
      <Text size="sm" c="dimmed">
        {t('feedback.anonymous', { fewest: fewestToTellApart })}
      </Text>
      {answered === 0 ? <Nothing>{t('empty.feedback')}</Nothing> : <Statements reader={reader} />}
      {texts.map(([title, comments]) =>
        comments.length === 0 ? null : (
          <SubPart key={title} title={title}>
            <List spacing={4}>
              {comments.map(({ tableId, text }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two may have written the same
                <List.Item key={index}>
                  <span style={{ whiteSpace: 'pre-wrap' }}>{text}</span>
                  {tableId !== null && (
                    <Text span size="sm" c="dimmed">
                      {' '}
                      ({reader.table(tableId)})
                    </Text>
                  )}
                </List.Item>
              ))}
            </List>
          </SubPart>
        ),
      )}
    </Part>
  );
}

const tones = ['red.8', 'orange.8', 'gray.6', 'teal.7', 'teal.9'] as const;

function Statements({ reader }: { reader: Reader }) {
  const { t } = useTranslation('review');
  return (
    <div className={classes.scroll}>
      <Table fz="sm" verticalSpacing={6} miw={320}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('columns.statement')}</Table.Th>
            <Table.Th scope="col">{t('columns.average')}</Table.Th>
            <Table.Th scope="col">{t('columns.answers')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(reader.takeaway.feedback?.statements ?? []).map(
            ({ statement, average, count, distribution }) => {
              const [one, two, three, four, five] = distribution;
              const told = t('results.distribution', { one, two, three, four, five });
              return (
                <Table.Tr key={statement}>
                  <Table.Th scope="row" fw={400}>
                    {t(`statements.${statement}`)}
                    {count > 0 && (
                      <Progress.Root size={10} mt={4} role="img" aria-label={told} title={told}>
                        {distribution.map((given, index) => (
                          <Progress.Section
                            // biome-ignore lint/suspicious/noArrayIndexKey: marks from 1 to 5
                            key={index}
                            value={(given / count) * 100}
                            color={tones[index] ?? 'gray'}
                            aria-hidden
                          />
                        ))}
                      </Progress.Root>
                    )}
                  </Table.Th>
                  <Table.Td className="tabular" fw={650}>
                    {average === null ? '–' : average.toFixed(2)}
                  </Table.Td>
                  <Table.Td className="tabular">{count}</Table.Td>
                </Table.Tr>
              );
            },
          )}
        </Table.Tbody>
      </Table>
    </div>
  );
}
