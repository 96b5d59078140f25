/** The take-away after EndEx: for a seat its table's page and everybody's, for staff every page. */
import { Alert, Anchor, Button, Center, Group, Loader, Stack, Text, Title } from '@mantine/core';
import type { Takeaway } from '@trilogue/engine/protocol/takeaway';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { ApiProblem } from '../../connection/api';
import { knownSeats, seatPath } from '../../connection/seat-store';
import { useSeatToken } from '../../connection/use-seat';
import { AppFrame } from '../../ui/app-frame';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNote } from '../../ui/error-note';
import { ExerciseBanner } from '../../ui/exercise-banner';
import { TlpBadge } from '../../ui/tlp-badge';
import { CascadePart } from './cascade-part';
import { ClocksPart, DecisionsPart, TogetherPart } from './decided-parts';
import { Downloads } from './downloads';
import { FeedbackCard } from './feedback-form';
import { FeedbackResults } from './feedback-results';
import { GlancePart } from './glance-part';
import { NotesPart, ScoresPart } from './judged-parts';
import { MomentsPart } from './moments-part';
import { keyOf, PageSelect } from './page-select';
import { Paper } from './paper';
import classes from './review.module.css';
import { ToldPart } from './told-part';
import { useMyPart } from './use-my-part';
import { useReader } from './use-reader';
import { type Asker, type PageOf, useTakeaway } from './use-takeaway';

export function ReviewPage() {
  const { exerciseId = '', seatId } = useParams();
  return seatId === undefined ? (
    <StaffReview key={exerciseId} exerciseId={exerciseId} />
  ) : (
    <SeatReview key={seatId} exerciseId={exerciseId} seatId={seatId} />
  );
}

function SeatReview({ exerciseId, seatId }: { exerciseId: string; seatId: string }) {
  const { t } = useTranslation('review');
  const token = useSeatToken(seatId);
  const seat = knownSeats().find((one) => one.seatId === seatId);
  if (token === undefined) {
    return (
      <AppFrame size="xs">
        <EmptyState title={t('page.noSeat')} text={t('page.noSeatText')} />
      </AppFrame>
    );
  }
  const tableId = seat?.tableId ?? null;
  const isStaff = seat !== undefined && seat.role !== 'player' && seat.role !== 'observer';
  return (
    <Review
      asker={{ exerciseId, token }}
      first={
        tableId !== null ? { kind: 'table', tableId } : { kind: isStaff ? 'staff' : 'everybody' }
      }
      isAsked={!isStaff}
      back={seat === undefined ? null : seatPath(seat)}
    />
  );
}

function StaffReview({ exerciseId }: { exerciseId: string }) {
  const { role, isPending } = useMyPart(exerciseId);
  if (isPending) return <AppFrame size="xl">{null}</AppFrame>;
  return (
    <Review
      asker={{ exerciseId, token: undefined }}
      first={role === 'observer' ? { kind: 'everybody' } : { kind: 'staff' }}
      back={`/control/${exerciseId}`}
      mayClose={role === 'director'}
    />
  );
}

interface ReviewProps {
  readonly asker: Asker;
  readonly first: PageOf;
  readonly back: string | null;
  readonly mayClose?: boolean;
  /** Whether they are asked how it was. */
  readonly isAsked?: boolean;
}

function Review({ asker, first, back, mayClose = false, isAsked = false }: ReviewProps) {
  const { t } = useTranslation('review');
  const [params, setParams] = useSearchParams();
  const page = pageIn(params.get('page')) ?? first;
  const found = useTakeaway(asker, page);
  // The list of tables stays while another page is on its way.
  const [tables, setTables] = useState<Takeaway | null>(null);
  const { data } = found;
  useEffect(() => {
    if (data !== undefined && data.tables.length >= (tables?.tables.length ?? 0)) {
      if (data.audience.kind === 'staff' || tables === null) setTables(data);
    }
  }, [data, tables]);
  useEffect(() => {
    document.title = `${t('page.title')} · ${data?.exercise.title ?? ''} · Trilogue`;
  }, [t, data]);
  const code = found.error instanceof ApiProblem ? found.error.code : 'server/unavailable';
  return (
    <AppFrame
      size="xl"
      banner={<ExerciseBanner />}
      actions={
        back === null ? undefined : (
          <Button component={Link} to={back} size="compact-sm" variant="subtle">
            {t('page.back')}
          </Button>
        )
      }
    >
      <Stack gap="xl" className={classes.page}>
        <div className={classes.noPrint}>
          <PageSelect
            page={page}
            first={first}
            known={tables}
            onSelect={(key) => setParams(key === keyOf(first) ? {} : { page: key })}
          />
        </div>
        {found.isPending && (
          <Center py={80}>
            <Stack align="center">
              <Loader aria-hidden />
              <Text role="status">{t('page.loading')}</Text>
            </Stack>
          </Center>
        )}
        {found.isError && (
          <ErrorNote code={code}>
            <Group mt="sm">
              {code === 'staff/no-session' ? (
                <Button component={Link} to="/staff">
                  {t('page.signIn')}
                </Button>
              ) : (
                <Button variant="default" onClick={() => void found.refetch()}>
                  {t('page.retry')}
                </Button>
              )}
            </Group>
          </ErrorNote>
        )}
        {data !== undefined && (
          <Page key={keyOf(page)} asker={asker} page={page} takeaway={data} mayClose={mayClose} />
        )}
        {isAsked && data !== undefined && <FeedbackCard asker={asker} />}
      </Stack>
    </AppFrame>
  );
}

function Page(props: { asker: Asker; page: PageOf; takeaway: Takeaway; mayClose: boolean }) {
  const { asker, page, takeaway, mayClose } = props;
  const { t } = useTranslation('review');
  const reader = useReader(takeaway);
  const { exercise, audience } = takeaway;
  const isWall = audience.kind === 'everybody';
  const forWhom =
    audience.kind === 'table'
      ? t('frame.forTable', { teams: reader.table(audience.tableId) })
      : t(isWall ? 'frame.forEverybody' : 'frame.forStaff');
  const about = { staff: 'aboutStaff', everybody: 'aboutEverybody', table: 'aboutTable' } as const;
  const contents = [
    ['glance', t('sections.glance')],
    ['key', t('sections.key')],
    ['cascade', t('sections.cascade')],
    ['told', t('sections.told')],
    ['together', t('sections.together')],
    ...(isWall
      ? []
      : [
          ['decisions', t('sections.decisions')],
          ['clocks', t('sections.clocks')],
        ]),
    ['notes', t('sections.notes')],
    ['scores', t('sections.scores')],
    ...(audience.kind === 'staff' ? [['feedback', t('sections.feedback')]] : []),
  ] as const;
  return (
    <>
      <Paper reader={reader} audience={forWhom} />
      <div>
        <Group justify="space-between" align="flex-start" gap="sm">
          <Text size="sm" c="dimmed">
            {t('frame.title')} · {reader.text(exercise.scenarioTitle)}
          </Text>
          <TlpBadge label={exercise.tlp} size="md" />
        </Group>
        <Title order={1} size="h2" style={{ overflowWrap: 'anywhere' }}>
          {exercise.title}
        </Title>
        <Text fw={600} mt={4}>
          {forWhom}
        </Text>
        <Text size="sm" c="dimmed" mt={4} maw={760}>
          {t(`frame.${about[audience.kind]}`)} {t('frame.exerciseOnly')}{' '}
          {t('frame.scenarioZone', { zone: reader.zone })}
        </Text>
        {exercise.isProvisional && (
          <Alert mt="sm" color="orange" variant="light">
            {t('frame.provisional')}
          </Alert>
        )}
      </div>
      <Downloads asker={asker} page={page} />
      <nav aria-label={t('page.contents')} className={classes.noPrint}>
        <Group gap="4px 16px" component="ul" className={classes.contents}>
          {contents.map(([id, title]) => (
            <li key={id}>
              <Anchor href={`#${id}`} size="sm">
                {title}
              </Anchor>
            </li>
          ))}
        </Group>
      </nav>
      <GlancePart reader={reader} />
      <MomentsPart reader={reader} />
      <CascadePart reader={reader} />
      <ToldPart reader={reader} />
      <TogetherPart reader={reader} />
      {!isWall && <DecisionsPart reader={reader} />}
      {!isWall && <ClocksPart reader={reader} />}
      <NotesPart reader={reader} />
      <ScoresPart reader={reader} />
      {audience.kind === 'staff' && (
        <FeedbackResults reader={reader} asker={asker} mayClose={mayClose} />
      )}
    </>
  );
}

function pageIn(key: string | null): PageOf | null {
  if (key === 'staff' || key === 'everybody') return { kind: key };
  const tableId = /^table (\S+)$/.exec(key ?? '')?.[1];
  return tableId === undefined ? null : { kind: 'table', tableId };
}
