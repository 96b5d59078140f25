/** Words and filters that narrow the events list, whichever form it is shown in. */
import {
  Badge,
  Button,
  Group,
  Indicator,
  MultiSelect,
  Popover,
  SimpleGrid,
  TextInput,
} from '@mantine/core';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MselView } from '../hooks/use-msel';
import { useTools } from '../hooks/use-room';
import { allStandings } from '../logic/inject-standing';
import {
  countFilters,
  type FilterField,
  filterFields,
  type MselFilter,
  noFilter,
} from '../logic/msel-filter';

export interface MselFiltersProps {
  readonly msel: MselView;
  readonly filter: MselFilter;
  readonly onChange: (filter: MselFilter) => void;
  readonly found: number;
}

export function MselFilters({ msel, filter, onChange, found }: MselFiltersProps) {
  const { t } = useTranslation('facilitator');
  const choices = useChoices(msel);
  const count = countFilters(filter);
  const all = Object.keys(msel.view.injects).length;
  const isNarrowed = count > 0 || filter.words !== '';
  return (
    <Group gap="xs" wrap="nowrap" flex="1 1 210px" justify="flex-end" miw={0}>
      {isNarrowed ? (
        <Badge variant="light" tt="none" radius="sm" role="status" style={{ flexShrink: 0 }}>
          {t('msel.found', { found, all })}
        </Badge>
      ) : null}
      <TextInput
        size="xs"
        flex="1 1 90px"
        miw={70}
        maw={{ md: 220 }}
        type="search"
        aria-label={t('msel.search')}
        placeholder={t('msel.search')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter.words}
        onChange={(event) => onChange({ ...filter, words: event.currentTarget.value })}
      />
      <Popover position="bottom-end" width={460} withinPortal trapFocus returnFocus>
        <Indicator label={count} disabled={count === 0} size={16}>
          <Popover.Target>
            <Button
              size="xs"
              px="xs"
              variant="default"
              leftSection={<IconFilter size={14} aria-hidden />}
            >
              {t('msel.filter')}
            </Button>
          </Popover.Target>
        </Indicator>
        <Popover.Dropdown aria-label={t('msel.filter')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
            {filterFields.map((field) => (
              <MultiSelect
                key={field}
                size="xs"
                label={t(`msel.fields.${field}`)}
                data={choices[field]}
                value={[...filter[field]]}
                clearable
                openOnFocus={false}
                searchable={choices[field].length > 8}
                comboboxProps={{ withinPortal: false }}
                onChange={(value) => onChange({ ...filter, [field]: value })}
              />
            ))}
            <Button
              size="xs"
              variant="subtle"
              disabled={count === 0}
              onClick={() => onChange({ ...noFilter, words: filter.words })}
            >
              {t('msel.clearFilters')}
            </Button>
          </SimpleGrid>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}

type Choices = Record<FilterField, { value: string; label: string }[]>;

/** Only what occurs in this scenario. */
function useChoices({ view }: MselView): Choices {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const injects = Object.values(view.injects);
  const kinds = new Set(injects.map(({ kind }) => kind));
  const channels = new Set(injects.map(({ channel }) => channel));
  return {
    standing: allStandings.map((value) => ({ value, label: t(`standing.${value}`) })),
    kind: [...kinds].map((value) => ({ value, label: t(`kind.${value}`) })),
    channel: [...channels].map((value) => ({ value, label: t(`common:channels.${value}`) })),
    nation: view.parties.map(({ id, name }) => ({ value: id, label: names.text(name) })),
    team: view.cast.teams.map(({ id, name }) => ({ value: id, label: names.text(name) })),
    phase: Object.values(view.phases)
      .sort((a, b) => a.order - b.order)
      .map(({ id, title }) => ({ value: id, label: names.text(title) })),
    objective: Object.values(view.objectives).map(({ id, title }) => ({
      value: id,
      label: names.text(title),
    })),
  };
}
