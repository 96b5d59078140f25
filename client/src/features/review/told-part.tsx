/** Who told whom and how fast: nations, tables, what was held, what was kept, what was broken. */
import { Grid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataTable } from './data-table';
import { Nothing, Part, SubPart } from './part';
import { ToldPicture } from './told-picture';
import type { Reader } from './use-reader';

export function ToldPart({ reader }: { reader: Reader }) {
  const { t } = useTranslation('review');
  const { sharing, parties, tables, audience } = reader.takeaway;
  const named = tables.filter(({ tableId }) =>
    sharing.tables.some(({ from, to }) => from === tableId || to === tableId),
  );
  const isStaff = audience.kind === 'staff';
  return (
    <Part id="told" title={t('sections.told')}>
      <SubPart title={t('told.matrix')}>
        {sharing.parties.length === 0 ? (
          <Nothing>{t('empty.told')}</Nothing>
        ) : (
          <>
            <Text size="sm" c="dimmed" mb="xs">
              {t(isStaff ? 'told.matrixStaff' : 'told.matrixAbout')}
            </Text>
            <Grid gap="lg" align="center">
              <Grid.Col span={{ base: 12, sm: 5 }}>
                <ToldPicture
                  places={parties.map(({ id }) => ({ id, label: reader.party(id) }))}
                  flows={sharing.parties}
                />
              </Grid.Col>
              <Grid.Col span={{ base: 12, sm: 7 }}>
                <Matrix
                  label={t('told.matrix')}
                  places={parties.map(({ id }) => ({ id, label: reader.party(id) }))}
                  flows={sharing.parties}
                  play={reader.play}
                />
              </Grid.Col>
            </Grid>
          </>
        )}
      </SubPart>
      {sharing.tables.length > 0 && (
        <SubPart title={t(audience.kind === 'table' ? 'told.tablesOwn' : 'told.tables')}>
          <Grid gap="lg" align="flex-start">
            {/* With many tables its words are too small for a phone; the list beside it tells the same. */}
            <Grid.Col
              span={{ base: 12, sm: 5 }}
              {...(named.length > 5 && { visibleFrom: 'sm' as const })}
            >
              <ToldPicture
                places={named.map(({ tableId }) => ({ id: tableId, label: reader.table(tableId) }))}
                flows={sharing.tables}
              />
            </Grid.Col>
            <Grid.Col span={{ base: 12, sm: 7 }}>
              <DataTable
                label={t(audience.kind === 'table' ? 'told.tablesOwn' : 'told.tables')}
                isMatrix
                minWidth={0}
                heads={[t('columns.from'), t('columns.to'), t('columns.count'), t('columns.first')]}
                rows={[...sharing.tables]
                  .sort((a, b) => b.count - a.count)
                  .map(({ from, to, count, firstPlayMs }) => [
                    reader.table(from),
                    reader.table(to),
                    count,
                    reader.play(firstPlayMs),
                  ])}
              />
            </Grid.Col>
          </Grid>
        </SubPart>
      )}
      {sharing.items.length > 0 && <Held reader={reader} />}
      {sharing.needs !== null && sharing.needs.length > 0 && <Needs reader={reader} />}
      {audience.kind !== 'everybody' && <Faults reader={reader} />}
    </Part>
  );
}

function Matrix(props: {
  label: string;
  places: readonly { id: string; label: string }[];
  flows: readonly { from: string; to: string; count: number; firstPlayMs: number }[];
  play: (ms: number) => string;
}) {
  const { label, places, flows, play } = props;
  const { t } = useTranslation('review');
  return (
    <DataTable
      label={label}
      isNamed
      isMatrix
      minWidth={0}
      heads={[t('told.corner'), ...places.map((place) => place.label)]}
      rows={places.map((from) => [
        from.label,
        ...places.map((to) => {
          if (from.id === to.id) return '–';
          const flow = flows.find((one) => one.from === from.id && one.to === to.id);
          return flow === undefined ? '0' : `${flow.count} (${play(flow.firstPlayMs)})`;
        }),
      ])}
    />
  );
}

function Held({ reader }: { reader: Reader }) {
  const { t } = useTranslation('review');
  const isOwn = reader.takeaway.audience.kind === 'table';
  return (
    <SubPart title={t('told.items')}>
      <DataTable
        label={t('told.items')}
        isNamed
        minWidth={760}
        heads={[
          t('columns.item'),
          ...(isOwn ? [] : [t('columns.table')]),
          t('columns.held'),
          t('columns.firstShared'),
          t('columns.firstAbroad'),
          t('columns.heldFor'),
          t('columns.reached'),
        ]}
        rows={reader.takeaway.sharing.items.map((item) => [
          reader.text(item.title),
          ...(isOwn ? [] : [reader.table(item.tableId)]),
          reader.play(item.heldSincePlayMs),
          item.firstSharedPlayMs === null ? t('told.kept') : reader.play(item.firstSharedPlayMs),
          reader.play(item.firstAbroadPlayMs),
          item.firstSharedPlayMs === null
            ? ''
            : reader.duration(Math.max(0, item.firstSharedPlayMs - item.heldSincePlayMs)),
          reader.teams(item.toTeamIds),
        ])}
      />
    </SubPart>
  );
}

function Needs({ reader }: { reader: Reader }) {
  const { t } = useTranslation('review');
  return (
    <SubPart title={t('told.needs')}>
      <DataTable
        label={t('told.needs')}
        isNamed
        heads={[
          t('columns.item'),
          t('columns.team'),
          t('columns.within'),
          t('columns.got'),
          t('columns.status'),
        ]}
        rows={(reader.takeaway.sharing.needs ?? []).map((need) => [
          reader.text(need.title),
          reader.team(need.teamId),
          reader.duration(need.withinMs),
          need.metPlayMs === null
            ? t('told.never')
            : reader.duration(Math.max(0, need.metPlayMs - (need.heldSincePlayMs ?? 0))),
          t(`status.${need.metPlayMs === null ? 'missed' : need.isLate ? 'late' : 'met'}`),
        ])}
      />
    </SubPart>
  );
}

function Faults({ reader }: { reader: Reader }) {
  const { t } = useTranslation('review');
  const { broken, needless } = reader.takeaway.sharing;
  if (broken === null || needless === null) {
    return (
      <SubPart title={t('told.broken')}>
        <Nothing>{t('told.hidden')}</Nothing>
      </SubPart>
    );
  }
  const heads = [t('columns.play'), t('columns.table'), t('columns.item'), t('columns.to')];
  return (
    <>
      <SubPart title={t('told.broken')}>
        {broken.length === 0 ? (
          <Nothing>{t('empty.none')}</Nothing>
        ) : (
          <DataTable
            label={t('told.broken')}
            heads={[...heads, t('columns.breach')]}
            rows={broken.map(({ playMs, tableId, title, to, breach }) => [
              reader.play(playMs),
              reader.table(tableId),
              reader.text(title),
              reader.text(to),
              breach === null ? '' : t(`breach.${breach}`),
            ])}
          />
        )}
      </SubPart>
      <SubPart title={t('told.needless')}>
        {needless.length === 0 ? (
          <Nothing>{t('empty.none')}</Nothing>
        ) : (
          <DataTable
            label={t('told.needless')}
            heads={heads}
            rows={needless.map(({ playMs, tableId, title, to }) => [
              reader.play(playMs),
              reader.table(tableId),
              reader.text(title),
              reader.text(to),
            ])}
          />
        )}
      </SubPart>
    </>
  );
}
