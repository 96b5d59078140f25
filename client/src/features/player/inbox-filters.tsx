/** What of the inbox is listed. */
import { CloseButton, Group, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { channelsOf, filterRows, inboxFilters } from './inbox-model';
import type { InboxState } from './use-inbox';

export function InboxFilters({ inbox }: { inbox: InboxState }) {
  const { t } = useTranslation('player');
  const { rows, found, filter, search, setFilter, setSearch } = inbox;
  const { channel, words } = search;
  const channels = channelsOf(rows);
  return (
    <div style={{ padding: '10px 12px', flex: 'none' }}>
      <Group gap={8} wrap="nowrap" mb={8}>
        <TextInput
          type="search"
          size="xs"
          style={{ flex: 1 }}
          data-search
          aria-label={t('inbox.search')}
          placeholder={t('inbox.search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={
            words === '' ? null : (
              <CloseButton
                size="xs"
                aria-label={t('inbox.clear')}
                onClick={() => setSearch({ channel, words: '' })}
              />
            )
          }
          value={words}
          onChange={({ currentTarget: { value } }) => setSearch({ channel, words: value })}
        />
        <NativeSelect
          size="xs"
          w={132}
          aria-label={t('inbox.channel')}
          value={channel ?? ''}
          data={[
            { value: '', label: t('inbox.allChannels') },
            ...channels.map((value) => ({ value, label: t(`common:channels.${value}`) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            setSearch({ words, channel: channels.find((one) => one === value) ?? null })
          }
        />
      </Group>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('inbox.filter')}
        value={filter}
        onChange={(value) => setFilter(inboxFilters.find((name) => name === value) ?? 'all')}
        data={inboxFilters.map((name) => ({
          value: name,
          label: t(`inbox.filters.${name}`, { count: filterRows(found, name).length }),
        }))}
      />
    </div>
  );
}
