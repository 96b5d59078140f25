/** An inject that nobody planned: who speaks, to whom, in which languages, and what is expected of it. */
import { Button, Group, Modal, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom, useTools } from '../../hooks/use-room';
import {
  emptyForm,
  type ImproviseForm,
  lackOf,
  languagesLacking,
  toCommand,
} from '../../logic/improvise-form';
import { dialogStyles } from '../../parts/dialog-styles';
import { languageName } from '../../parts/written';
import { AddressPart } from './address-part';
import { ExpectPart } from './expect-part';
import { FilesPart } from './files-part';
import { WordsPart } from './words-part';

export interface ImproviseDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What is filled in when it is opened for something in particular. */
  readonly start?: Partial<ImproviseForm>;
}

export interface FormPartProps {
  readonly form: ImproviseForm;
  readonly onChange: (changes: Partial<ImproviseForm>) => void;
}

/** What was begun outlives a press of Escape. */
let kept = emptyForm;

export function ImproviseDialog({ opened, onClose, start }: ImproviseDialogProps) {
  const { t } = useTranslation('facilitator');
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [form, setForm] = useState<ImproviseForm>(() =>
    start === undefined ? kept : { ...emptyForm, ...start },
  );
  const change = (next: ImproviseForm) => {
    if (start === undefined) kept = next;
    setForm(next);
  };
  return (
    <Modal
      styles={dialogStyles}
      opened={opened}
      onClose={onClose}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      title={t('improvise.title')}
      size="52rem"
      fullScreen={isNarrow}
    >
      <Form
        form={form}
        onChange={(changes) => change({ ...form, ...changes })}
        onSent={() => {
          change(emptyForm);
          onClose();
        }}
        onClose={onClose}
      />
    </Modal>
  );
}

function Form(
  props: FormPartProps & { readonly onSent: () => void; readonly onClose: () => void },
) {
  const { form, onChange, onSent, onClose } = props;
  const { t } = useTranslation('facilitator');
  const { act } = useTools();
  const { view } = useRoom();
  const [isBusy, setIsBusy] = useState(false);
  const lack = lackOf(form);
  const lacking = languagesLacking(form, view);
  const send = async () => {
    const command = toCommand(form);
    if (command === null || isBusy) return;
    setIsBusy(true);
    const isSent = await act(command);
    setIsBusy(false);
    if (isSent) onSent();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="md">
        <AddressPart form={form} onChange={onChange} />
        <WordsPart form={form} onChange={onChange} lacking={lacking} />
        <ExpectPart form={form} onChange={onChange} />
        <FilesPart form={form} onChange={onChange} />
        <Stack gap={6}>
          <SegmentedControl
            aria-label={t('improvise.when')}
            value={form.releaseNow ? 'now' : 'later'}
            onChange={(value) => onChange({ releaseNow: value === 'now' })}
            data={[
              { value: 'now', label: t('improvise.now') },
              { value: 'later', label: t('improvise.later') },
            ]}
          />
          <Switch
            label={t('improvise.untilTranslated')}
            description={
              form.to.length === 0
                ? undefined
                : lacking.length === 0
                  ? t('improvise.allThere')
                  : t('improvise.lacks', {
                      languages: lacking.map(languageName).join(t('listSeparator')),
                    })
            }
            checked={form.untilTranslated}
            onChange={(event) => onChange({ untilTranslated: event.currentTarget.checked })}
          />
        </Stack>
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed" role="status">
            {lack === null ? '' : t(`improvise.lack.${lack}`)}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={lack !== null}>
              {t(sendLabel(form, lacking))}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function sendLabel(form: ImproviseForm, lacking: readonly string[]) {
  if (form.untilTranslated && lacking.length > 0) return 'improvise.toTranslators' as const;
  return form.releaseNow ? ('improvise.send' as const) : ('improvise.keep' as const);
}
