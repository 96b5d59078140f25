/** Passing something on: written in peace, looked at once more, warned of in coach mode, and sent. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Answer } from '@trilogue/engine/protocol/socket';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '../../../ui/notify';
import { TlpBadge } from '../../../ui/tlp-badge';
import { useKeptForm } from '../exchange/kept-form';
import { Confirm, Fact, Facts, PanelPage, SendState } from '../exchange/parts';
import { useItemTitle, useNames, usePersonName } from '../exchange/use-names';
import { useSend } from '../exchange/use-send';
import { usePlayer } from '../use-player';
import { type Breach, BreachWarning, breachIn } from './breach-warning';
import type { Marking } from './holdings-model';
import { ShareFields } from './share-fields';
import {
  emptyShare,
  type ShareForm as Form,
  lacking,
  narrowestMarking,
  shareCommand,
  upToDate,
} from './share-model';

export const shareFormName = 'share';

export interface ShareStart {
  /** "item form". */
  readonly item?: string;
  readonly teams?: readonly string[];
  readonly inReplyTo?: number;
}

export function ShareForm(props: {
  readonly start: ShareStart;
  readonly onClose: () => void;
  readonly onSent: () => void;
}) {
  const { start, onClose, onSent } = props;
  const { t } = useTranslation('exchange');
  const { view, canAct } = usePlayer();
  const { form: kept, change, clear, handOver } = useKeptForm(shareFormName, emptyShare);
  const form = upToDate(kept, view);
  const isCoached = view.exercise.mode === 'coach';
  const sending = useSend();
  const [isTried, setTried] = useState(false);
  const [isAsking, { open: ask, close: stopAsking }] = useDisclosure();
  const [isClearing, clearing] = useDisclosure();
  const [breach, setBreach] = useState<Breach | null>(null);
  const box = useRef<HTMLFormElement>(null);
  useStart(start, form, change);

  const missing = lacking(form, view);
  const narrowest = narrowestMarking(form, view);

  const write = (changes: Partial<Form>) => {
    const next = { ...form, ...changes };
    // A coach puts the marking of what is passed on forward, as long as nobody chose another.
    const isUntouched = form.marking === '' || form.marking === (narrowest ?? '');
    if (isCoached && changes.items !== undefined && isUntouched) {
      next.marking = narrowestMarking(next, view) ?? '';
    }
    change(next);
  };

  const review = () => {
    setTried(true);
    const [first] = missing;
    if (first === undefined) return ask();
    box.current
      ?.querySelector(`[data-field="${first}"]`)
      ?.querySelector<HTMLElement>('input, select, textarea')
      ?.focus();
  };

  const settle = (answer: Answer) => {
    const found = answer.ok ? null : breachIn(answer);
    setBreach(found);
    if (found !== null) sending.forgetRefusal();
    if (!answer.ok) return;
    notify({ color: 'teal', message: t('share.sentToast') });
    onSent();
  };

  const send = async (evenSo: boolean) => {
    stopAsking();
    setBreach(null);
    settle(await handOver(() => sending.send(shareCommand(form, view, evenSo))));
  };

  return (
    <PanelPage title={t('share.title')} onBack={onClose}>
      <form
        ref={box}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          review();
        }}
      >
        <Stack gap="lg">
          <ShareFields
            form={form}
            isReadOnly={sending.isSending || !canAct}
            missing={isTried ? missing : []}
            narrowest={isCoached ? narrowest : null}
            onChange={write}
          />
          {isTried && missing.length > 0 && (
            <Alert color="red" variant="light" role="alert">
              {t('share.lacking', { count: missing.length })}
            </Alert>
          )}
          <SendState sending={sending} />
          <Group justify="space-between" gap="xs">
            <Button variant="default" disabled={sending.isSending} onClick={clearing.open}>
              {t('share.discard')}
            </Button>
            <Button type="submit" loading={sending.isSending} disabled={!canAct}>
              {t('share.review')}
            </Button>
          </Group>
        </Stack>
      </form>
      <Confirm
        isOpen={isAsking}
        title={t('share.confirmTitle')}
        text={t('share.confirmText')}
        action={t('common:actions.send')}
        onCancel={stopAsking}
        onConfirm={() => void send(false)}
      >
        <Summary form={form} />
      </Confirm>
      <Confirm
        isOpen={isClearing}
        isCautious
        title={t('share.discardTitle')}
        action={t('share.discard')}
        color="red.9"
        onCancel={clearing.close}
        onConfirm={() => {
          clearing.close();
          clear();
          setTried(false);
        }}
      />
      <BreachWarning
        breach={breach}
        onBack={() => setBreach(null)}
        onEvenSo={() => void send(true)}
      />
    </PanelPage>
  );
}

/** What the form was opened with is put in once, beside what was kept. */
function useStart(start: ShareStart, form: Form, change: (changes: Partial<Form>) => void) {
  const { view } = usePlayer();
  const isPut = useRef(false);
  useEffect(() => {
    if (isPut.current) return;
    isPut.current = true;
    const { item, teams = [], inReplyTo } = start;
    // A form that was opened and left empty is nothing to go on with.
    if (item === undefined && teams.length === 0 && inReplyTo === undefined) return;
    const isOther = (one: string) => one.split(' ')[0] !== item?.split(' ')[0];
    const items = item === undefined ? form.items : [...form.items.filter(isOther), item];
    const narrowest = narrowestMarking({ items }, view);
    const isUnmarked = form.marking === '' && view.exercise.mode === 'coach';
    change({
      items,
      teams: [...new Set([...form.teams, ...teams])],
      ...(inReplyTo === undefined ? {} : { inReplyTo }),
      ...(isUnmarked && narrowest !== null ? { marking: narrowest } : {}),
    });
  }, [start, form, change, view]);
}

function Summary({ form }: { form: Form }) {
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const names = useNames();
  const person = usePersonName();
  const to = [...form.teams.map(names.team), ...form.contacts.map(names.contact)];
  const seats = Object.values(view.people).filter(({ seatId }) => form.seatIds.includes(seatId));
  return (
    <Facts>
      <Fact term={t('share.to')}>{names.list(to)}</Fact>
      {form.marking === 'RED' && (
        <Fact term={t('share.persons')}>
          {names.list(seats.map(({ seatId }) => person(seatId)))}
        </Fact>
      )}
      <Fact term={t('share.marking')}>
        {/* Chosen among the labels. */}
        <TlpBadge label={form.marking as Marking} />
      </Fact>
      <Fact term={t('share.channel')}>{t(`common:shareChannels.${form.channel}`)}</Fact>
      <Fact term={t('share.items')}>
        {form.items.length === 0 ? t('share.noItems') : <ItemNames items={form.items} />}
      </Fact>
      <Fact term={t('share.facts')}>
        <Text size="sm" lineClamp={4}>
          {form.facts}
        </Text>
      </Fact>
    </Facts>
  );
}

function ItemNames({ items }: { items: readonly string[] }) {
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const title = useItemTitle();
  return (
    <Stack gap={2}>
      {items.map((item) => {
        const [itemId = '', form = 'full'] = item.split(' ');
        const hasForms = form === 'sanitised' || view.holdings[item]?.sanitised != null;
        return (
          <span key={item}>
            {title(itemId)}
            {hasForms && ` (${t(`form.${form}`)})`}
          </span>
        );
      })}
    </Stack>
  );
}
