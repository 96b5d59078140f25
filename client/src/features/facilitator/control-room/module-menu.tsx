/** The module that runs, what ends it, and the way into the next one by hand. */
import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDialogs } from '../hooks/use-dialogs';
import { useMay } from '../hooks/use-may';
import { ConfirmWay, useModuleWays, type Way, WayText } from './module-ways';

export function ModuleMenu() {
  const { t } = useTranslation('facilitator');
  const { opened, show, close } = useDialogs();
  const may = useMay();
  const { name, ways } = useModuleWays();
  const [chosen, setChosen] = useState<Way | null>(null);
  const shown = (
    <Text span truncate="end" size="sm" fw={600} maw="clamp(90px, 17vw, 420px)" title={name}>
      {name}
    </Text>
  );
  if (!may('TakeExit')) return shown;
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
            {shown}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{ways.length === 0 ? t('module.last') : t('module.goOn')}</Menu.Label>
          {ways.map((way) => (
            <Menu.Item key={`${way.phaseId} ${way.exit}`} onClick={() => setChosen(way)}>
              <WayText way={way} />
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ConfirmWay way={chosen} onClose={() => setChosen(null)} />
    </>
  );
}
