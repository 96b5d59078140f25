/** Which answers are shown: by kind, team, nation and whether anybody deals with them. */
import { Button, Group, Select } from '@mantine/core';
import type { PartyId, TableId } from '@trilogue/engine/protocol/ids';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../hooks/use-room';
import { type FeedGroup, feedGroups } from '../../logic/answer-feed';
import { type FeedFilter, noFilter } from '../../logic/answer-state';

interface FeedFiltersProps {
  readonly filter: FeedFilter;
  readonly onChange: (filter: FeedFilter) => void;
}

const states = ['open', 'claimed', 'mine', 'done'] as const;

export function FeedFilters({ filter, onChange }: FeedFiltersProps) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const isNarrowed = Object.values(filter).some((value) => value !== null);
  return (
    <Group
      gap={6}
      px={12}
      py={6}
      style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}
    >
      <Filter
        label={t('feed.byKind')}
        placeholder={t('feed.allKinds')}
        value={filter.group}
        data={(Object.keys(feedGroups) as FeedGroup[]).map((value) => ({
          value,
          label: t(`feed.groups.${value}`),
        }))}
        onChange={(group) => onChange({ ...filter, group: group as FeedGroup | null })}
      />
      <Filter
        label={t('feed.byState')}
        placeholder={t('feed.allStates')}
        value={filter.state}
        data={states.map((value) => ({ value, label: t(`feed.states.${value}`) }))}
        onChange={(state) => onChange({ ...filter, state: state as FeedFilter['state'] })}
      />
      <Filter
        label={t('feed.byNation')}
        placeholder={t('feed.allNations')}
        value={filter.partyId}
        data={view.parties.map(({ id, name }) => ({ value: id, label: names.text(name) }))}
        onChange={(partyId) => onChange({ ...filter, partyId: partyId as PartyId | null })}
      />
      <Filter
        label={t('answers.filter')}
        placeholder={t('answers.allTables')}
        value={filter.tableId}
        data={view.cast.tables.map(({ tableId }) => ({
          value: tableId,
          label: names.table(tableId),
        }))}
        onChange={(tableId) => onChange({ ...filter, tableId: tableId as TableId | null })}
      />
      {isNarrowed ? (
        <Button size="compact-xs" variant="subtle" onClick={() => onChange(noFilter)}>
          {t('feed.showAll')}
        </Button>
      ) : null}
    </Group>
  );
}

function Filter(props: {
  label: string;
  placeholder: string;
  value: string | null;
  data: { value: string; label: string }[];
  onChange: (value: string | null) => void;
}) {
  const { label, placeholder, value, data, onChange } = props;
  return (
    <Select
      size="xs"
      flex="1 1 6rem"
      // What it says is to be read whole, in every language.
      miw={`max(6rem, ${placeholder.length * 0.4 + 2.1}rem)`}
      maw={190}
      clearable
      aria-label={label}
      placeholder={placeholder}
      data={data}
      value={value}
      onChange={onChange}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    />
  );
}
