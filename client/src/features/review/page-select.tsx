/** Whose page is shown: for staff any, for a table its own and everybody's. */
import { NativeSelect } from '@mantine/core';
import type { Takeaway } from '@trilogue/engine/protocol/takeaway';
import { useTranslation } from 'react-i18next';
import { useReader } from './use-reader';
import type { PageOf } from './use-takeaway';

export function PageSelect(props: {
  page: PageOf;
  first: PageOf;
  known: Takeaway | null;
  onSelect: (key: string) => void;
}) {
  const { page, first, known, onSelect } = props;
  const { t } = useTranslation('review');
  if (known === null) return null;
  return <KnownSelect {...{ page, first, known, onSelect, t }} />;
}

function KnownSelect(props: {
  page: PageOf;
  first: PageOf;
  known: Takeaway;
  onSelect: (key: string) => void;
  t: (key: string) => string;
}) {
  const { page, first, known, onSelect, t } = props;
  const reader = useReader(known);
  const pages =
    first.kind === 'staff'
      ? [
          { value: 'staff', label: t('choose.staff') },
          { value: 'everybody', label: t('choose.all') },
          ...known.tables.map(({ tableId }) => ({
            value: `table ${tableId}`,
            label: reader.table(tableId),
          })),
        ]
      : first.kind === 'table'
        ? [
            { value: keyOf(first), label: t('choose.own') },
            { value: 'everybody', label: t('choose.all') },
          ]
        : [];
  if (pages.length === 0) return null;
  return (
    <NativeSelect
      label={t('choose.label')}
      data={pages}
      value={keyOf(page)}
      maw={460}
      onChange={(event) => onSelect(event.currentTarget.value)}
    />
  );
}

/** As it stands in the address. */
export function keyOf(page: PageOf): string {
  return page.kind === 'table' ? `table ${page.tableId}` : page.kind;
}
