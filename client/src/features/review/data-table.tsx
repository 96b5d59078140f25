/**
 * A table of the take-away: on a phone each row becomes a card, elsewhere it scrolls sideways where it
 * must, by keyboard too. A long one is folded on a screen; paper has every row.
 */
import { Button, Table } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './data-table.module.css';
import classes from './review.module.css';

/** How many rows of a long table stand there at first; one that is hardly longer is shown whole. */
const foldAt = 12;
const spare = 4;
/** From so many columns on, a phone shows cards. */
const manyColumns = 4;

export function DataTable(props: {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  readonly minWidth?: number;
  /** Whether the first cell of a row names it. */
  readonly isNamed?: boolean;
  /** Rows against columns: it is no list of cards. */
  readonly isMatrix?: boolean;
}) {
  const { label, heads, rows, minWidth = 560, isNamed = false, isMatrix = false } = props;
  const { t } = useTranslation('review');
  const [isWhole, setWhole] = useState(false);
  const isLong = rows.length > foldAt + spare;
  const stacks = !isMatrix && heads.length >= manyColumns;
  return (
    <>
      {/* What scrolls has to be reached by keyboard; it is no landmark, the part around it is one. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div
        className={classes.scroll}
        role="group"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
      >
        <Table
          // Said again, since cards take a table's meaning away from those who hear it.
          role="table"
          className={css.table ?? ''}
          data-stacks={stacks || undefined}
          striped="even"
          verticalSpacing={6}
          style={{ '--at-least': `${minWidth}px` }}
          fz="sm"
        >
          <Table.Thead role="rowgroup">
            <Table.Tr role="row">
              {heads.map((head, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
                <Table.Th key={index} scope="col" role="columnheader">
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody role="rowgroup">
            {rows.map((cells, row) => (
              <Table.Tr
                // biome-ignore lint/suspicious/noArrayIndexKey: the record of what was does not move
                key={row}
                role="row"
                data-folded={(isLong && !isWhole && row >= foldAt) || undefined}
              >
                {cells.map((cell, index) =>
                  isNamed && index === 0 ? (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
                    <Table.Th key={index} scope="row" role="rowheader">
                      {cell}
                    </Table.Th>
                  ) : (
                    <Table.Td
                      // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
                      key={index}
                      role="cell"
                      className="tabular"
                      data-label={heads[index]}
                    >
                      {cell}
                    </Table.Td>
                  ),
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {isLong && (
        <div className={classes.noPrint}>
          <Button
            mt="xs"
            variant="default"
            size="compact-md"
            aria-expanded={isWhole}
            onClick={() => setWhole(!isWhole)}
          >
            {isWhole ? t('fold.less') : t('fold.all', { count: rows.length })}
          </Button>
        </div>
      )}
    </>
  );
}
