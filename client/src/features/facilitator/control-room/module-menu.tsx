/** The module that runs, what ends it, and the way into the next one by hand. */
import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { PhaseId } from '@trilogue/engine/protocol/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDialogs } from '../hooks/use-dialogs';
import { useMay } from '../hooks/use-may';
import { useRoom } from '../hooks/use-room';
import { causeOf } from '../logic/why-it-waits';
import { ConfirmDialog } from '../parts/confirm-dialog';
import { causeWords } from '../parts/wait-text';

interface Way {
  readonly phaseId: PhaseId;
  readonly exit: number;
  readonly to: string;
  readonly waitsFor: string;
}

export function ModuleMenu() {
  const { t } = useTranslation('facilitator');
  const { view, act, names } = useRoom();
  const { opened, show, close } = useDialogs();
  const may = useMay();
  const [chosen, setChosen] = useState<Way | null>(null);
  const active = Object.values(view.phases)
    .filter(({ enteredPlayMs, leftPlayMs }) => enteredPlayMs !== null && leftPlayMs === null)
    .sort((a, b) => a.order - b.order);
  const ways = active.flatMap((phase) =>
    phase.exits.map(({ to, when }, exit): Way => {
      const target = view.phases[to];
      return {
        phaseId: phase.id,
        exit,
        to: target === undefined ? to : names.text(target.title),
        waitsFor: causeWords(t, names, causeOf(view, when, phase.id)),
      };
    }),
  );
  const name = (
    <Text span truncate="end" size="sm" fw={600} maw="min(420px, 48vw)">
      {active.map(({ title }) => names.text(title)).join(' · ')}
    </Text>
  );
  if (!may('TakeExit')) return name;
  return (
    <>
      <Menu
        position="bottom-start"
        width={340}
        opened={opened === 'module'}
        onChange={(isOpen) => (isOpen ? show('module') : close())}
      >
        <Menu.Target>
          <Button
            size="sm"
            px="xs"
            variant="default"
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{ways.length === 0 ? t('module.last') : t('module.goOn')}</Menu.Label>
          {ways.map((way) => (
            <Menu.Item key={`${way.phaseId} ${way.exit}`} onClick={() => setChosen(way)}>
              <Text size="sm" fw={600}>
                {way.to}
              </Text>
              <Text size="xs" c="dimmed">
                {t('module.byItself', { what: way.waitsFor })}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={chosen !== null}
        title={t('module.confirmTitle', { phase: chosen?.to ?? '' })}
        action={t('module.confirm')}
        onClose={() => setChosen(null)}
        onConfirm={() =>
          chosen === null
            ? undefined
            : act({ type: 'TakeExit', phaseId: chosen.phaseId, exit: chosen.exit })
        }
      >
        <Text>{t('module.confirmText')}</Text>
      </ConfirmDialog>
    </>
  );
}
