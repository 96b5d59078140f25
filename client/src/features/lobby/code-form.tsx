/** The join code. Forgiving: case, spaces, full-width letters and whole links are all right. */
import { Button, Paper, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../../ui/error-note';
import { cleanCode, groupCode, shortestCode } from './join-code';

export function CodeForm(props: {
  readonly code: string;
  readonly problem: string | null;
  readonly onEnter: (code: string) => void;
}) {
  const { t } = useTranslation('lobby');
  const [typed, setTyped] = useState(groupCode(props.code));
  const code = cleanCode(typed);
  const isShort = code.length < shortestCode;

  const enter = (event: FormEvent) => {
    event.preventDefault();
    if (!isShort) props.onEnter(code);
  };

  return (
    <Paper withBorder p="lg" radius="md" shadow="xs">
      <form onSubmit={enter}>
        <Stack>
          <TextInput
            size="lg"
            label={t('code.label')}
            description={t('code.hint')}
            placeholder="ABCDE-FGHJK"
            value={typed}
            onChange={({ currentTarget: { value } }) => setTyped(value)}
            onBlur={() => setTyped(groupCode(typed))}
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            autoFocus
            styles={{ input: { letterSpacing: '0.08em', fontVariantNumeric: 'tabular-nums' } }}
          />
          {props.problem !== null && <ErrorNote code={props.problem} />}
          <Button type="submit" size="md" disabled={isShort}>
            {t('code.enter')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
