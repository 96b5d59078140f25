/** What the table holds, what it passed on and was told, and what it asks and is asked. */
import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { IconQuestionMark, IconShare3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../exchange/exchange.module.css';
import { hasKeptForm, keepForm } from '../exchange/kept-form';
import '../exchange/words-ahead';
import { useRefusedBefore } from '../exchange/use-send';
import { usePlayer } from '../use-player';
import { AskForm, askFormName } from './ask-form';
import { HeldList } from './held-list';
import { requestsToAnswer } from './holdings-model';
import { ItemPage } from './item-page';
import { PermissionForm } from './permission-form';
import { RequestList } from './request-list';
import { ShareForm, type ShareStart, shareFormName } from './share-form';
import { ShareList } from './share-list';
import { formOfShare } from './share-model';

const lists = ['held', 'received', 'sent', 'requests'] as const;
type List = (typeof lists)[number];

type Page =
  | { readonly kind: 'list' }
  /** "item form". */
  | { readonly kind: 'item'; readonly key: string }
  | { readonly kind: 'share'; readonly start: ShareStart }
  | { readonly kind: 'ask' }
  | { readonly kind: 'permission'; readonly key: string };

export function HoldingsPanel() {
  const { seatId } = usePlayer();
  const [list, setList] = useState<List>('held');
  const [page, setPage] = useState<Page>({ kind: 'list' });
  const toList = (next: List = list) => {
    setList(next);
    setPage({ kind: 'list' });
  };
  useRefusedBefore('ShareInformation', (command) =>
    keepForm(seatId, shareFormName, formOfShare(command)),
  );

  return (
    <div className={classes.panel}>
      {page.kind === 'list' && (
        <Lists
          list={list}
          onList={setList}
          onShare={(start) => setPage({ kind: 'share', start })}
          onAsk={() => setPage({ kind: 'ask' })}
          onItem={(key) => setPage({ kind: 'item', key })}
        />
      )}
      {page.kind === 'item' && (
        <ItemPage
          itemKey={page.key}
          onBack={() => toList()}
          onShare={() => setPage({ kind: 'share', start: { item: page.key } })}
          onPermission={() => setPage({ kind: 'permission', key: page.key })}
        />
      )}
      {page.kind === 'share' && (
        <ShareForm start={page.start} onClose={() => toList()} onSent={() => toList('sent')} />
      )}
      {page.kind === 'ask' && (
        <AskForm onClose={() => toList()} onSent={() => toList('requests')} />
      )}
      {page.kind === 'permission' && (
        <PermissionForm
          itemKey={page.key}
          onClose={() => setPage({ kind: 'item', key: page.key })}
          onSent={() => toList('requests')}
        />
      )}
    </div>
  );
}

function Lists(props: {
  readonly list: List;
  readonly onList: (list: List) => void;
  readonly onShare: (start: ShareStart) => void;
  readonly onAsk: () => void;
  readonly onItem: (key: string) => void;
}) {
  const { list, onList, onShare, onAsk, onItem } = props;
  const { t } = useTranslation('exchange');
  const { view, seatId, canAct } = usePlayer();
  const waiting = requestsToAnswer(view).length;
  const begun = (name: string) => hasKeptForm(seatId, name);
  return (
    <Stack gap="md">
      {canAct && (
        <Group gap="xs">
          <Button leftSection={<IconShare3 size={17} aria-hidden />} onClick={() => onShare({})}>
            {t(begun(shareFormName) ? 'share.goOn' : 'share.open')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconQuestionMark size={17} aria-hidden />}
            onClick={onAsk}
          >
            {t(begun(askFormName) ? 'ask.goOn' : 'ask.open')}
          </Button>
        </Group>
      )}
      <SegmentedControl
        fullWidth
        classNames={{ label: classes.listLabel ?? '' }}
        aria-label={t('holdings.show')}
        value={list}
        onChange={(next) => onList(lists.find((known) => known === next) ?? 'held')}
        data={lists.map((value) => ({
          value,
          label:
            value === 'requests' && waiting > 0
              ? t('holdings.requestsWaiting', { count: waiting })
              : t(`holdings.lists.${value}`),
        }))}
      />
      {list === 'held' && <HeldList onOpen={onItem} />}
      {list === 'received' && <ShareList isSent={false} onItem={onItem} />}
      {list === 'sent' && <ShareList isSent onItem={onItem} />}
      {list === 'requests' && <RequestList onReply={onShare} />}
    </Stack>
  );
}
