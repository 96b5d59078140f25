/** The deck: injects that wait for somebody to play them, to be found, read and let go. */
import {
  Badge,
  Button,
  Collapse,
  Group,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelIcon } from '../../../../ui/channel-icon';
import { EmptyState } from '../../../../ui/empty-state';
import { useRoom, useTools } from '../../hooks/use-room';
import { type DeckCard, deckCards } from '../../logic/deck';
import { languageName } from '../../parts/written';
import { desk } from '../desk-styles';
import { InjectText } from '../inject-panel/inject-text';

export function DeckPanel() {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  const { names } = useTools();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<InjectId | null>(null);
  const { injects, events } = view;
  const cards = useMemo(
    () => deckCards({ injects, events }, search, names.text),
    [injects, events, search, names],
  );
  return (
    <section className={desk.panel} aria-label={t('cell.deck')}>
      <div className={desk.head}>
        <TextInput
          size="xs"
          flex={1}
          leftSection={<IconSearch size={14} aria-hidden />}
          aria-label={t('cell.search')}
          placeholder={t('cell.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <div className={desk.scroll} tabIndex={0}>
        {cards.length === 0 ? (
          <EmptyState
            title={t(search === '' ? 'cell.deckEmpty' : 'cell.deckNone')}
            text={t('cell.deckEmptyText')}
          />
        ) : null}
        <ul className={desk.list}>
          {cards.map((card) => (
            <Card
              key={card.id}
              card={card}
              isOpen={open === card.id}
              onToggle={() => setOpen(open === card.id ? null : card.id)}
            />
          ))}
        </ul>
      </div>
    </section>
  );
}

function Card(props: { card: DeckCard; isOpen: boolean; onToggle: () => void }) {
  const { card, isOpen, onToggle } = props;
  const { t } = useTranslation('facilitator');
  const { act, names, may } = useTools();
  const [isBusy, setIsBusy] = useState(false);
  const release = async () => {
    setIsBusy(true);
    await act(
      card.isHeld
        ? { type: 'UnholdInject', injectId: card.id }
        : { type: 'ReleaseInject', injectId: card.id },
    );
    setIsBusy(false);
  };
  const mayRelease = may.inject(card.isHeld ? 'UnholdInject' : 'ReleaseInject', card.id);
  return (
    <li className={desk.entry}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <ChannelIcon channel={card.channel} size={28} />
        <UnstyledButton
          flex={1}
          miw={0}
          aria-expanded={isOpen}
          onClick={onToggle}
          style={{ overflowWrap: 'anywhere' }}
        >
          <Text size="sm" fw={600}>
            {t('moment.inject', { number: card.number, title: names.text(card.title) })}
          </Text>
          <Text size="xs" c="dimmed">
            {names.text(card.from)} → {names.tables(card.to)}
          </Text>
        </UnstyledButton>
        {mayRelease ? (
          <Button
            size="compact-sm"
            variant="light"
            loading={isBusy}
            aria-label={t('cell.releaseLabel', { title: names.text(card.title) })}
            onClick={() => void release()}
          >
            {t(card.isHeld ? 'action.letGo' : 'action.release')}
          </Button>
        ) : null}
      </Group>
      {card.awaits.length === 0 ? null : (
        <Badge size="sm" radius="sm" variant="default" tt="none" mt={4}>
          {t('cell.awaits', { languages: card.awaits.map(languageName).join(t('listSeparator')) })}
        </Badge>
      )}
      <Collapse expanded={isOpen}>
        {isOpen ? (
          <Stack mt="xs">
            <InjectText inject={card} />
          </Stack>
        ) : null}
      </Collapse>
    </li>
  );
}
