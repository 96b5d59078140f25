/** The fields of a share: what, to whom, under which marking, by which way, in which words. */

import { Checkbox, Input, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { tlpLabels } from '@trilogue/engine/protocol/parts';
import { useTranslation } from 'react-i18next';
import { TlpBadge } from '../../../ui/tlp-badge';
import { ChannelSelect } from '../exchange/channel-select';
import { longestPart } from '../exchange/limits';
import { MarkingPicker } from '../exchange/marking-picker';
import { RecipientPicker } from '../exchange/recipient-picker';
import { useItemTitle, useNames } from '../exchange/use-names';
import { usePlayer } from '../use-player';
import { type Marking, requestRows } from './holdings-model';
import { PersonPicker } from './person-picker';
import { type Offer, offers, type ShareField, type ShareForm } from './share-model';

interface ShareFieldsProps {
  readonly form: ShareForm;
  readonly isReadOnly: boolean;
  readonly missing: readonly ShareField[];
  /** In coach mode: the narrowest marking among what is chosen. */
  readonly narrowest: Marking | null;
  readonly onChange: (changes: Partial<ShareForm>) => void;
}

const confidences = ['low', 'moderate', 'high'] as const;

export function ShareFields({ form, isReadOnly, missing, narrowest, onChange }: ShareFieldsProps) {
  const { t } = useTranslation('exchange');
  const error = (field: ShareField) =>
    missing.includes(field) ? t(`share.errors.${field}`) : null;
  return (
    <fieldset disabled={isReadOnly} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <Stack gap="lg">
        <ReplyTo form={form} onChange={onChange} />
        <div data-field="items">
          <ItemPicker form={form} error={error('items')} onChange={onChange} />
        </div>
        <div data-field="to">
          <RecipientPicker
            label={t('share.to')}
            error={error('to')}
            teams={form.teams}
            onTeams={(teams) => onChange({ teams })}
            contacts={form.contacts}
            onContacts={(contacts) => onChange({ contacts })}
          />
        </div>
        <div data-field="marking">
          <MarkingPicker
            labels={tlpLabels}
            value={form.marking}
            error={error('marking')}
            hint={
              narrowest === null ? undefined : t('share.narrowest', { label: `TLP:${narrowest}` })
            }
            onChange={(marking) => onChange({ marking })}
          />
        </div>
        {form.marking === 'RED' && (
          <div data-field="persons">
            <PersonPicker form={form} error={error('persons')} onChange={onChange} />
          </div>
        )}
        <div data-field="channel">
          <ChannelSelect
            value={form.channel}
            error={error('channel')}
            onChange={(channel) => onChange({ channel })}
          />
        </div>
        <div data-field="facts">
          <Textarea
            label={t('share.facts')}
            description={t('share.factsHint')}
            error={error('facts')}
            withAsterisk
            autosize
            minRows={3}
            maxRows={14}
            maxLength={longestPart}
            value={form.facts}
            onChange={({ currentTarget }) => onChange({ facts: currentTarget.value })}
          />
        </div>
        <NativeSelect
          label={t('share.confidence')}
          value={form.confidence}
          onChange={({ currentTarget }) => onChange({ confidence: currentTarget.value })}
          data={[
            { value: '', label: t('confidence.none') },
            ...confidences.map((value) => ({ value, label: t(`confidence.${value}`) })),
          ]}
        />
        <Textarea
          label={t('share.ask')}
          description={t('share.askHint')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={longestPart}
          value={form.ask}
          onChange={({ currentTarget }) => onChange({ ask: currentTarget.value })}
        />
      </Stack>
    </fieldset>
  );
}

/** The request it answers, where the table was asked for anything. */
function ReplyTo({ form, onChange }: Pick<ShareFieldsProps, 'form' | 'onChange'>) {
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const names = useNames();
  const asked = requestRows(view).filter(
    ({ isOurs, request }) => !isOurs && request.kind === 'information',
  );
  if (asked.length === 0) return null;
  return (
    <NativeSelect
      label={t('share.inReplyTo')}
      value={String(form.inReplyTo)}
      onChange={({ currentTarget }) => onChange({ inReplyTo: Number(currentTarget.value) })}
      data={[
        { value: '0', label: t('share.noReply') },
        ...asked.map(({ request }) => ({
          value: String(request.seq),
          label: `${names.list(request.fromTeams.map(names.team))}: ${request.text.slice(0, 60)}`,
        })),
      ]}
    />
  );
}

interface ItemPickerProps extends Pick<ShareFieldsProps, 'form' | 'onChange'> {
  readonly error: string | null;
}

function ItemPicker({ form, error, onChange }: ItemPickerProps) {
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const all = offers(view);
  return (
    <Input.Wrapper
      label={t('share.items')}
      description={t('share.itemsHint')}
      error={error}
      labelElement="div"
    >
      <Stack gap="sm" mt={6}>
        {all.map((offer) => (
          <OfferedItem key={offer.itemId} offer={offer} form={form} onChange={onChange} />
        ))}
        {all.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('share.nothingHeld')}
          </Text>
        )}
      </Stack>
    </Input.Wrapper>
  );
}

/** One box an item; where it can be given in two forms, a box for each. */
function OfferedItem(props: Omit<ItemPickerProps, 'error'> & { readonly offer: Offer }) {
  const { offer, form, onChange } = props;
  const { t } = useTranslation('exchange');
  const title = useItemTitle();
  const keys = offer.forms.map((way) => `${offer.itemId} ${way.form}`);
  const others = form.items.filter((item) => !keys.includes(item));
  const choose = (key: string, isChosen: boolean) => {
    // In two forms at once it would only be told twice.
    onChange({ items: isChosen ? [...others, key] : others });
  };
  return (
    <div>
      {offer.forms.length > 1 && (
        <Text size="sm" fw={600} mb={4}>
          {title(offer.itemId)}
        </Text>
      )}
      <Stack gap={6} pl={offer.forms.length > 1 ? 'sm' : 0}>
        {offer.forms.map((way) => {
          const key = `${offer.itemId} ${way.form}`;
          const isOnly = offer.forms.length === 1;
          return (
            <Checkbox
              key={key}
              checked={form.items.includes(key)}
              onChange={({ currentTarget }) => choose(key, currentTarget.checked)}
              aria-label={isOnly ? undefined : `${title(offer.itemId)}: ${t(`form.${way.form}`)}`}
              label={
                <>
                  {isOnly ? title(offer.itemId) : t(`form.${way.form}`)}{' '}
                  <TlpBadge label={way.marking} size="xs" />
                </>
              }
            />
          );
        })}
      </Stack>
    </div>
  );
}
