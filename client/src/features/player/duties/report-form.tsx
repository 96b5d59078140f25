/** The report of one duty, field by field; kept on this device until it is filed. */
import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ObligationView } from '@trilogue/engine/views/exchange-view';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalizedText } from '../../../i18n/use-localized-text';
import { LocalizedLine } from '../../../ui/localized-line';
import { notify } from '../../../ui/notify';
import classes from '../exchange/exchange.module.css';
import { useKeptForm } from '../exchange/kept-form';
import { longestPart } from '../exchange/limits';
import { Confirm, Fact, Facts, PanelPage, SendState } from '../exchange/parts';
import { useSend } from '../exchange/use-send';
import { usePlayer } from '../use-player';
import { emptyFields, type FieldTexts, filledFields } from './duties-model';
import { DutyState, DutyTimes } from './duty-clock';

export const reportFormName = (obligationId: string) => `report.${obligationId}`;

export function ReportForm({ duty, onClose }: { duty: ObligationView; onClose: () => void }) {
  const { t } = useTranslation('exchange');
  const { defaultLanguage, canAct } = usePlayer();
  const fresh = useMemo(
    (): FieldTexts => Object.fromEntries(duty.fields.map(({ id }) => [id, ''])),
    [duty.fields],
  );
  const { form, change, handOver } = useKeptForm(reportFormName(duty.id), fresh);
  const sending = useSend();
  const [isTried, setTried] = useState(false);
  const [isAsking, { open, close }] = useDisclosure();
  const box = useRef<HTMLFormElement>(null);
  const empty = emptyFields(duty, form);

  const review = () => {
    setTried(true);
    const [first] = empty;
    if (first === undefined) return open();
    box.current
      ?.querySelector<HTMLElement>(`[data-field="${first}"] :is(input, textarea)`)
      ?.focus();
  };

  const file = async () => {
    close();
    const fields = filledFields(duty, form);
    const answer = await handOver(() =>
      sending.send({ type: 'FileReport', obligationId: duty.id, fields }),
    );
    if (!answer.ok) return;
    notify({ color: 'teal', message: t('report.sentToast') });
    onClose();
  };

  return (
    <PanelPage
      title={<LocalizedLine text={duty.title} defaultLanguage={defaultLanguage} />}
      onBack={onClose}
    >
      <Group gap="xs">
        <DutyState duty={duty} />
      </Group>
      <DutyTimes duty={duty} />
      <Text size="sm" c="dimmed">
        {t('report.hint')}
      </Text>
      <form
        ref={box}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          review();
        }}
      >
        <Stack gap="md">
          {duty.fields.map((field) => (
            <Field
              key={field.id}
              field={field}
              text={form[field.id] ?? ''}
              isReadOnly={sending.isSending}
              isMissing={isTried && empty.includes(field.id)}
              onChange={(text) => change({ [field.id]: text })}
            />
          ))}
          {isTried && empty.length > 0 && (
            <Alert color="red" variant="light" role="alert">
              {t('report.lacking', { count: empty.length })}
            </Alert>
          )}
          <SendState sending={sending} />
          <Group justify="flex-end">
            <Button type="submit" loading={sending.isSending} disabled={!canAct}>
              {t('report.file')}
            </Button>
          </Group>
        </Stack>
      </form>
      <Confirm
        isOpen={isAsking}
        title={t('report.confirmTitle')}
        text={t('report.confirmText')}
        action={t('report.confirm')}
        onCancel={close}
        onConfirm={() => void file()}
      >
        <Filled duty={duty} fields={filledFields(duty, form)} />
      </Confirm>
    </PanelPage>
  );
}

function Field(props: {
  readonly field: ObligationView['fields'][number];
  readonly text: string;
  readonly isReadOnly: boolean;
  readonly isMissing: boolean;
  readonly onChange: (text: string) => void;
}) {
  const { field, text, isReadOnly, isMissing, onChange } = props;
  const { t } = useTranslation('exchange');
  const { defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  const label = read(field.label, defaultLanguage).text;
  const shared = {
    label: field.isRequired ? label : t('report.optional', { label }),
    withAsterisk: field.isRequired,
    error: isMissing ? t('report.empty') : null,
    maxLength: longestPart,
    value: text,
    readOnly: isReadOnly,
    'aria-required': field.isRequired,
  };
  return (
    <div data-field={field.id}>
      {field.isLong ? (
        <Textarea
          {...shared}
          autosize
          minRows={4}
          maxRows={16}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      ) : (
        <TextInput {...shared} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
      )}
    </div>
  );
}

/** A report as it is, or was, filed. */
export function Filled(props: {
  readonly duty: ObligationView;
  readonly fields: readonly { readonly fieldId: string; readonly text: string }[];
}) {
  const { defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  const labelOf = (fieldId: string) => {
    const field = props.duty.fields.find(({ id }) => id === fieldId);
    return field === undefined ? fieldId : read(field.label, defaultLanguage).text;
  };
  return (
    <Facts>
      {props.fields.map(({ fieldId, text }) => (
        <Fact key={fieldId} term={labelOf(fieldId)}>
          <span className={classes.written}>{text}</span>
        </Fact>
      ))}
    </Facts>
  );
}
