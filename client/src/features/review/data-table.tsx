/** A table that scrolls sideways where it must, by keyboard too, and is named for those who hear it. */
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './review.module.css';

export function DataTable(props: {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  readonly minWidth?: number;
  /** Whether the first cell of a row names it. */
  readonly isNamed?: boolean;
}) {
  const { label, heads, rows, minWidth = 560, isNamed = false } = props;
  return (
    // A region that scrolls has to be reached by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      <Table striped="even" verticalSpacing={6} miw={minWidth} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {heads.map((head, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
              <Table.Th key={index} scope="col">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the record of what was does not move
            <Table.Tr key={row}>
              {cells.map((cell, index) =>
                isNamed && index === 0 ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
                  <Table.Th key={index} scope="row">
                    {cell}
                  </Table.Th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
                  <Table.Td key={index} className="tabular">
                    {cell}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
