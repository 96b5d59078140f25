/** A new password, typed twice. */
import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface NewPassword {
  readonly password: string;
  readonly again: string;
}

export const noPassword: NewPassword = { password: '', again: '' };

export function isReady({ password, again }: NewPassword): boolean {
  return password !== '' && password === again;
}

export function PasswordFields(props: {
  readonly value: NewPassword;
  readonly onChange: (value: NewPassword) => void;
}) {
  const { t } = useTranslation('account');
  const { value, onChange } = props;
  const isOther = value.again !== '' && !value.password.startsWith(value.again);
  const toggle = { 'aria-label': t('showPassword') };
  return (
    <>
      <PasswordInput
        label={t('newPassword')}
        description={t('passwordText')}
        autoComplete="new-password"
        required
        value={value.password}
        visibilityToggleButtonProps={toggle}
        onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('again')}
        autoComplete="new-password"
        required
        value={value.again}
        error={isOther ? t('notTheSame') : null}
        visibilityToggleButtonProps={toggle}
        onChange={(event) => onChange({ ...value, again: event.currentTarget.value })}
      />
    </>
  );
}
