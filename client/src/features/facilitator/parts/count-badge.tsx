/** How many things wait behind a name; nothing where none does. */
import { Badge } from '@mantine/core';

export function CountBadge({ count }: { count: number }) {
  return count === 0 ? null : (
    <Badge size="sm" circle color="orange.4" variant="filled">
      {count}
    </Badge>
  );
}
