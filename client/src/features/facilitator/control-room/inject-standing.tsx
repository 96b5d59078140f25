/** Where an inject stands, as a badge for tables. */
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Standing } from '../logic/inject-standing';

const looks = {
  waiting: { color: 'gray', variant: 'outline' },
  armed: { color: 'harbour', variant: 'light' },
  next: { color: 'harbour', variant: 'filled' },
  due: { color: 'orange.4', variant: 'filled' },
  held: { color: 'grape', variant: 'light' },
  released: { color: 'teal', variant: 'light' },
  overdue: { color: 'red', variant: 'light' },
  skipped: { color: 'gray', variant: 'light' },
  recalled: { color: 'red', variant: 'outline' },
} as const satisfies Record<Standing, unknown>;

export function InjectStanding({ standing }: { standing: Standing }) {
  const { t } = useTranslation('facilitator');
  return (
    <Badge radius="sm" tt="none" size="md" {...looks[standing]}>
      {t(`standing.${standing}`)}
    </Badge>
  );
}
