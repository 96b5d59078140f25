/** The events list in three forms: by module, as a table, on a timeline; with one set of filters. */
import { Group, SegmentedControl, Text, Title, VisuallyHidden } from '@mantine/core';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MselView, useMsel } from '../hooks/use-msel';
import { useTools } from '../hooks/use-room';
import { useSelection } from '../hooks/use-selection';
import { filterInjects, type MselFilter, noFilter } from '../logic/msel-filter';
import type { RunAction } from './action-dialogs';
import { MselFilters } from './msel-filters';
import { MselList } from './msel-list';
import { MselTable } from './msel-table';
import { classes } from './styles';
import { TimelineView } from './timeline/timeline-view';

export const mselForms = ['list', 'table', 'timeline'] as const;
export type MselForm = (typeof mselForms)[number];

export interface MselPanelProps {
  readonly form: MselForm;
  readonly onForm: (form: MselForm) => void;
  readonly isNarrow: boolean;
  readonly onAction: RunAction;
}

export function MselPanel(props: MselPanelProps) {
  return <MselBody msel={useMsel()} {...props} />;
}

/** Drawn anew only when the events list itself changed. */
const MselBody = memo(function MselBody(props: MselPanelProps & { msel: MselView }) {
  const { msel, form, onForm, isNarrow, onAction } = props;
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const { selected, select } = useSelection();
  const [filter, setFilter] = useState<MselFilter>(noFilter);
  // What is typed stands there at once; the list follows.
  const sought = useDeferredValue(filter);
  const { view, standings } = msel;
  const { injects, cast, phases } = view;
  const found = useMemo(
    () =>
      filterInjects(
        { injects, cast, phases },
        sought,
        standings,
        ({ number, title, to }) => `#${number} ${names.text(title)} ${names.tables(to)}`,
      ),
    [injects, cast, phases, sought, standings, names],
  );
  const shown = { msel, selected, onSelect: select, onAction };
  return (
    <section className={classes.panel} aria-label={t('msel.title')}>
      <Group gap="xs" className={classes.panelHead}>
        <VisuallyHidden>
          <Title order={2}>{t('msel.title')}</Title>
        </VisuallyHidden>
        <SegmentedControl
          size="xs"
          aria-label={t('msel.form')}
          value={form}
          onChange={onForm}
          data={mselForms.map((value) => ({ value, label: t(`msel.forms.${value}`) }))}
        />
        <MselFilters msel={msel} filter={filter} onChange={setFilter} found={found.length} />
      </Group>
      {found.length === 0 ? (
        <Text c="dimmed" ta="center" p="lg">
          {t('msel.nothingFound')}
        </Text>
      ) : form === 'timeline' ? (
        <TimelineView injects={found} isNarrow={isNarrow} {...shown} />
      ) : form === 'table' ? (
        <MselTable injects={found} {...shown} />
      ) : (
        <MselList wanted={sought === noFilter ? null : found} {...shown} />
      )}
    </section>
  );
});
