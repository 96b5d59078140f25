/** The take-away as files: to print, for a spreadsheet, as data. */
import { Alert, Button, Group, Menu } from '@mantine/core';
import {
  IconAlertTriangle,
  IconChevronDown,
  IconFileTypeCsv,
  IconFileTypeHtml,
  IconJson,
  IconPrinter,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { takeawayTables } from '@trilogue/engine/protocol/parts';
import type { TakeawayTable } from '@trilogue/engine/protocol/takeaway';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../connection/api';
import { ErrorNote } from '../../ui/error-note';
import classes from './review.module.css';
import { type Asker, type FileWish, type PageOf, takeFile } from './use-takeaway';

/** What everybody's page has nothing of. */
const ofTables: readonly TakeawayTable[] = ['shares', 'obligations', 'tasks', 'decisions'];

export function Downloads({ asker, page }: { asker: Asker; page: PageOf }) {
  const { t, i18n } = useTranslation('review');
  const taking = useMutation({
    mutationFn: (wish: Omit<FileWish, 'language'>) =>
      takeFile(asker, page, { ...wish, language: i18n.language }),
  });
  const shown = takeawayTables.filter(
    (name) => page.kind !== 'everybody' || !ofTables.includes(name),
  );
  return (
    <div className={classes.noPrint}>
      <Group gap="xs">
        <Button
          leftSection={<IconFileTypeHtml size={18} aria-hidden />}
          loading={taking.isPending}
          onClick={() => taking.mutate({ format: 'html' })}
        >
          {t('take.html')}
        </Button>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="default"
              leftSection={<IconFileTypeCsv size={18} aria-hidden />}
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              {t('take.csv')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {shown.map((table) => (
              <Menu.Item key={table} onClick={() => taking.mutate({ format: 'csv', table })}>
                {t(`tables.${table}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button
          variant="default"
          leftSection={<IconJson size={18} aria-hidden />}
          onClick={() => taking.mutate({ format: 'json' })}
        >
          {t('take.json')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('take.print')}
        </Button>
      </Group>
      {taking.isError && (
        <ErrorNote
          code={taking.error instanceof ApiProblem ? taking.error.code : 'server/unavailable'}
        />
      )}
      {page.kind === 'staff' && (
        <Alert mt="sm" color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          {t('take.staffWarning')}
        </Alert>
      )}
    </div>
  );
}
