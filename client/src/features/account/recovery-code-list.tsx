/** Recovery codes, shown this once. */
import { Alert, Button, Code, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from './copy-button';

export function RecoveryCodeList(props: {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('account');
  const shown = props.codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'));
  return (
    <Alert color="harbour" role="status" title={t('factor.codesTitle')}>
      <Stack gap="sm">
        <Text size="sm">{t('factor.codesText')}</Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          {shown.map((code) => (
            <Code key={code} translate="no" fz="sm">
              {code}
            </Code>
          ))}
        </SimpleGrid>
        <Group>
          <CopyButton text={shown.join('\n')} />
          <Button size="compact-sm" onClick={props.onDone}>
            {t('factor.codesKept')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
