/** What its readers should do, by when, and for how many points. */
import { Button, CloseButton, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExpectationForm } from '../../logic/improvise-form';
import type { FormPartProps } from './improvise-dialog';

/** As many as the engine takes. */
const most = 5;

export function ExpectPart({ form, onChange }: FormPartProps) {
  const { t } = useTranslation('facilitator');
  const { expectations } = form;
  const change = (index: number, changes: Partial<ExpectationForm>) =>
    onChange({
      expectations: expectations.map((one, at) => (at === index ? { ...one, ...changes } : one)),
    });
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {t('improvise.expected')}
      </Text>
      {expectations.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are told apart by their place alone
        <Group key={index} gap={6} align="flex-end" wrap="wrap">
          <Select
            size="xs"
            w={140}
            aria-label={t('improvise.expectedKind')}
            allowDeselect={false}
            data={(['acknowledge', 'respond'] as const).map((value) => ({
              value,
              label: t(`common:expectationKinds.${value}`),
            }))}
            value={one.kind}
            onChange={(value) => {
              if (value !== null) change(index, { kind: value as ExpectationForm['kind'] });
            }}
          />
          <NumberInput
            size="xs"
            w={110}
            label={t('improvise.within')}
            min={0.5}
            max={1_440}
            clampBehavior="strict"
            value={one.withinMinutes}
            onChange={(value) => {
              if (typeof value === 'number') change(index, { withinMinutes: value });
            }}
          />
          <NumberInput
            size="xs"
            w={90}
            label={t('feed.points')}
            min={0}
            max={1_000}
            allowDecimal={false}
            clampBehavior="strict"
            value={one.points}
            onChange={(value) => {
              if (typeof value === 'number') change(index, { points: value });
            }}
          />
          <CloseButton
            aria-label={t('improvise.dropExpected')}
            onClick={() => onChange({ expectations: expectations.filter((_, at) => at !== index) })}
          />
        </Group>
      ))}
      {expectations.length >= most ? null : (
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() =>
              onChange({
                expectations: [...expectations, { kind: 'respond', withinMinutes: 10, points: 5 }],
              })
            }
          >
            {t('improvise.addExpected')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
