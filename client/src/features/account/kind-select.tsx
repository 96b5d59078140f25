/** Chooses what an account may do on this server. */
import { NativeSelect } from '@mantine/core';
import type { AccountKind } from '@trilogue/engine/protocol/accounts';
import { useTranslation } from 'react-i18next';

const kinds = [
  'administrator',
  'designer',
  'facilitator',
  'evaluator',
  'translator',
  'observer',
] as const satisfies readonly AccountKind[];

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
      data={kinds.map((kind) => ({ value: kind, label: t(`common:accountKinds.${kind}`) }))}
    />
  );
}
