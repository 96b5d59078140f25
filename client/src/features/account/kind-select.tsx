/** Chooses what an account may do on this server. */
import { NativeSelect } from '@mantine/core';
import type { AccountKind } from '@trilogue/engine/protocol/accounts';
import { accountKinds } from '@trilogue/engine/protocol/parts';
import { useTranslation } from 'react-i18next';

export function KindSelect(props: {
  readonly label?: string;
  readonly 'aria-label'?: string;
  readonly value: AccountKind;
  readonly isDisabled?: boolean;
  readonly onChange: (kind: AccountKind) => void;
}) {
  const { t } = useTranslation('account');
  const { value, isDisabled = false, onChange, ...named } = props;
  return (
    <NativeSelect
      {...named}
      value={value}
      disabled={isDisabled}
      // The options are these kinds.
      onChange={(event) => onChange(event.currentTarget.value as AccountKind)}
      data={accountKinds.map((kind) => ({ value: kind, label: t(`common:accountKinds.${kind}`) }))}
    />
  );
}
