/** TLP:RED is for persons: who at each table is meant. */
import { Checkbox, Input, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../exchange/exchange.module.css';
import { useNames, usePersonName } from '../exchange/use-names';
import { usePlayer } from '../use-player';
import { type ShareForm, tablesOf } from './share-model';

export function PersonPicker(props: {
  readonly form: ShareForm;
  readonly error: string | null;
  readonly onChange: (changes: Partial<ShareForm>) => void;
}) {
  const { form, error, onChange } = props;
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const names = useNames();
  const person = usePersonName();
  const tables = tablesOf(form.teams, view);
  const people = Object.values(view.people);
  return (
    <Input.Wrapper
      label={t('share.persons')}
      description={t('share.personsHint')}
      error={error}
      withAsterisk
      labelElement="div"
    >
      <Stack gap="sm" mt={6}>
        {tables.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('share.personsLater')}
          </Text>
        )}
        {tables.map((tableId) => {
          const seated = people.filter((one) => one.tableId === tableId);
          return (
            <Checkbox.Group
              key={tableId}
              label={names.table(tableId)}
              labelProps={{ fz: 'xs', c: 'dimmed', fw: 650 }}
              value={[...form.seatIds]}
              onChange={(seatIds) => onChange({ seatIds })}
            >
              {seated.length === 0 ? (
                <Text size="sm" c="dimmed">
                  {t('share.nobodySeated')}
                </Text>
              ) : (
                <div className={classes.options}>
                  {seated.map(({ seatId }) => (
                    <Checkbox key={seatId} value={seatId} label={person(seatId)} />
                  ))}
                </div>
              )}
            </Checkbox.Group>
          );
        })}
      </Stack>
    </Input.Wrapper>
  );
}
