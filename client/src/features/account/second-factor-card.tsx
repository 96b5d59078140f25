/** The second factor: turned on with an authenticator app, its recovery codes shown once, turned off. */
import {
  Badge,
  Button,
  Card,
  Code,
  Group,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { SecondFactorOffer } from '@trilogue/engine/protocol/accounts';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
} from '../../connection/account-api';
import { ErrorNote } from '../../ui/error-note';
import { QrCode } from '../../ui/qr-code';
import { RecoveryCodeList } from './recovery-code-list';
import { useAction } from './use-action';

export function SecondFactorCard(props: {
  readonly isOn: boolean;
  readonly recoveryCodesLeft: number;
}) {
  const { t } = useTranslation('account');
  const { isOn, recoveryCodesLeft } = props;
  const queries = useQueryClient();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const refresh = () => void queries.invalidateQueries({ queryKey: ['my-account'] });
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="factor-title">
      <Stack>
        <Group justify="space-between">
          <Title order={2} size="h4" id="factor-title">
            {t('factor.title')}
          </Title>
          <Badge color={isOn ? 'teal' : 'gray'} variant="light" tt="none">
            {t(isOn ? 'factor.on' : 'factor.off')}
          </Badge>
        </Group>
        <Text c="dimmed" size="sm">
          {t('factor.text')}
        </Text>
        {codes === null ? null : <RecoveryCodeList codes={codes} onDone={() => setCodes(null)} />}
        {isOn ? (
          codes === null && (
            <>
              <Text size="sm">{t('factor.codesLeft', { count: recoveryCodesLeft })}</Text>
              <TurnOff onDone={refresh} />
            </>
          )
        ) : (
          <TurnOn
            onDone={(made) => {
              setCodes(made);
              refresh();
            }}
          />
        )}
      </Stack>
    </Card>
  );
}

function TurnOn({ onDone }: { onDone: (recoveryCodes: readonly string[]) => void }) {
  const { t } = useTranslation('account');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [offer, setOffer] = useState<SecondFactorOffer | null>(null);
  const beginning = useAction(beginSecondFactor, setOffer);
  const confirming = useAction(confirmSecondFactor, ({ recoveryCodes }) => onDone(recoveryCodes));
  if (offer === null) {
    return (
      <Proof
        refusal={beginning.refusal}
        isBusy={beginning.isBusy}
        isReady={password !== ''}
        action={t('factor.turnOn')}
        onSubmit={() => beginning.run(password)}
      >
        <OwnPassword value={password} onChange={setPassword} />
      </Proof>
    );
  }
  return (
    <Proof
      refusal={confirming.refusal}
      isBusy={confirming.isBusy}
      isReady={code.trim() !== ''}
      action={t('factor.confirm')}
      onSubmit={() => confirming.run({ password, code })}
    >
      <Text>{t('factor.scan')}</Text>
      <QrCode text={offer.uri} alt={t('factor.qr')} size={208} />
      <Text size="sm">
        {t('factor.byHand')}{' '}
        <Code translate="no">{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</Code>
      </Text>
      <CodeInput label={t('factor.code')} value={code} onChange={setCode} />
    </Proof>
  );
}

function TurnOff({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('account');
  const [isAsked, setAsked] = useState(false);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { run, isBusy, refusal } = useAction(endSecondFactor, onDone);
  if (!isAsked) {
    return (
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('factor.turnOff')}
      </Button>
    );
  }
  return (
    <Proof
      refusal={refusal}
      isBusy={isBusy}
      isReady={password !== '' && code.trim() !== ''}
      action={t('factor.turnOff')}
      onSubmit={() => run({ password, code })}
    >
      <OwnPassword value={password} onChange={setPassword} />
      <CodeInput label={t('factor.codeOrRecovery')} value={code} onChange={setCode} />
    </Proof>
  );
}

function Proof(props: {
  readonly refusal: string | null;
  readonly isBusy: boolean;
  readonly isReady: boolean;
  readonly action: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}) {
  const { refusal, isBusy, isReady, action, onSubmit, children } = props;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Stack>
        {children}
        {refusal === null ? null : <ErrorNote code={refusal} />}
        <Button type="submit" variant="default" loading={isBusy} disabled={!isReady}>
          {action}
        </Button>
      </Stack>
    </form>
  );
}

function OwnPassword(props: { readonly value: string; readonly onChange: (text: string) => void }) {
  const { t } = useTranslation('account');
  return (
    <PasswordInput
      label={t('mine.current')}
      autoComplete="current-password"
      required
      value={props.value}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

function CodeInput(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  return (
    <TextInput
      label={props.label}
      autoComplete="one-time-code"
      spellCheck={false}
      maxLength={40}
      required
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
