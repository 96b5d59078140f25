/** One item: what it says, where it is from, who may have it, and to whom it went. */
import { Alert, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconLockQuestion, IconShare3 } from '@tabler/icons-react';
import type { HoldingView } from '@trilogue/engine/views/exchange-view';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state';
import { formatPlayTime } from '../../../ui/format-time';
import { LocalizedLine } from '../../../ui/localized-line';
import { MarkdownText } from '../../../ui/markdown-text';
import { TlpBadge } from '../../../ui/tlp-badge';
import { Fact, Facts, PanelPage } from '../exchange/parts';
import { type Names, useNames, usePersonName } from '../exchange/use-names';
import { usePlayer } from '../use-player';
import { HoldingTags } from './held-list';
import { passedOn } from './holdings-model';

export function ItemPage(props: {
  /** "item form". */
  readonly itemKey: string;
  readonly onBack: () => void;
  readonly onShare: () => void;
  readonly onPermission: () => void;
}) {
  const { itemKey, onBack, onShare, onPermission } = props;
  const { t } = useTranslation('exchange');
  const { view, defaultLanguage, canAct } = usePlayer();
  const holding = view.holdings[itemKey];
  if (holding === undefined) {
    return (
      <PanelPage title={t('item.gone.title')} onBack={onBack}>
        <EmptyState title={t('item.gone.title')} text={t('item.gone.text')} />
      </PanelPage>
    );
  }
  return (
    <PanelPage
      title={<LocalizedLine text={holding.title} defaultLanguage={defaultLanguage} />}
      onBack={onBack}
    >
      <HoldingTags holding={holding} />
      {holding.hasPersonalData && (
        <Alert color="orange" variant="light">
          {t('item.personalDataText')}
        </Alert>
      )}
      <MarkdownText text={holding.body} defaultLanguage={defaultLanguage} />
      {canAct && (
        <Group gap="xs">
          <Button leftSection={<IconShare3 size={17} aria-hidden />} onClick={onShare}>
            {t('item.share')}
          </Button>
          {!holding.isOwn && (
            <Button
              variant="default"
              leftSection={<IconLockQuestion size={17} aria-hidden />}
              onClick={onPermission}
            >
              {t('item.permission')}
            </Button>
          )}
        </Group>
      )}
      <About holding={holding} />
      {holding.sanitised !== null && <Sanitised sanitised={holding.sanitised} />}
      <Passed itemId={holding.itemId} />
    </PanelPage>
  );
}

function About({ holding }: { holding: HoldingView }) {
  const { t } = useTranslation('exchange');
  const { view, defaultLanguage } = usePlayer();
  const names = useNames();
  const person = usePersonName();
  const { seatIds, permitted } = holding;
  const came = holding.shareSeqs.map((seq) => view.shares[seq]).filter((s) => s !== undefined);
  return (
    <section>
      <Title order={3} size="h6" mb="xs">
        {t('item.about')}
      </Title>
      <Facts>
        <Fact term={t('item.originator')}>
          {holding.isOwn ? (
            t('item.own')
          ) : (
            <LocalizedLine text={holding.originator} defaultLanguage={defaultLanguage} />
          )}
        </Fact>
        <Fact term={t('item.came')}>
          {came.length === 0
            ? t('item.cameByItself', { time: formatPlayTime(holding.sincePlayMs) })
            : came.map((share) => (
                <div key={share.seq}>
                  {t('item.cameFrom', {
                    from: names.list(share.fromTeams.map(names.team)),
                    channel: t(`common:shareChannels.${share.channel}`),
                    time: formatPlayTime(share.playMs),
                  })}
                </div>
              ))}
        </Fact>
        {seatIds !== null && (
          <Fact term={t('item.heldBy')}>{names.list(seatIds.map((id) => person(id)))}</Fact>
        )}
        <Fact term={t('item.marking')}>
          <TlpBadge label={holding.marking} />{' '}
          <Text span size="sm">
            {t(`tlp.${holding.marking}`)}
          </Text>
        </Fact>
        <Fact term={t('item.releasable')}>
          {releasable(holding.releasableTo, names) ?? t('item.nobodyBesides')}
        </Fact>
        {permitted.length > 0 && (
          <Fact term={t('item.permitted')}>{names.list(permitted.map(names.team))}</Fact>
        )}
      </Facts>
    </section>
  );
}

function releasable(recipients: HoldingView['releasableTo'], names: Names): string | null {
  const said = recipients.map((one) => names.recipient(one)).filter((name) => name !== null);
  return said.length === 0 ? null : names.list(said);
}

function Sanitised({ sanitised }: { sanitised: NonNullable<HoldingView['sanitised']> }) {
  const { t } = useTranslation('exchange');
  const { defaultLanguage } = usePlayer();
  const names = useNames();
  const to = releasable(sanitised.releasableTo, names);
  return (
    <Paper component="section" withBorder p="sm">
      <Group gap="xs" mb={4}>
        <Title order={3} size="h6">
          {t('item.sanitised')}
        </Title>
        <TlpBadge label={sanitised.tlp} />
      </Group>
      <Text size="xs" c="dimmed" mb="xs">
        {t('item.sanitisedText')}
        {to !== null && ` ${t('item.sanitisedTo', { to })}`}
      </Text>
      <MarkdownText text={sanitised.body} defaultLanguage={defaultLanguage} />
    </Paper>
  );
}

function Passed({ itemId }: { itemId: string }) {
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const names = useNames();
  const passed = passedOn(view, itemId);
  return (
    <section>
      <Title order={3} size="h6" mb="xs">
        {t('item.passed')}
      </Title>
      {passed.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('item.notPassed')}
        </Text>
      ) : (
        <List size="sm" spacing={6}>
          {passed.map(({ share, form }) => (
            <List.Item key={`${share.seq} ${form}`}>
              <Stack gap={2}>
                <span>
                  {t('item.passedTo', {
                    to: names.list([
                      ...share.to.teams.map(names.team),
                      ...share.to.contacts.map(names.contact),
                    ]),
                    time: formatPlayTime(share.playMs),
                  })}
                </span>
                <Text span size="xs" c="dimmed">
                  <TlpBadge label={share.marking} size="xs" /> {t(`form.${form}`)}
                  {' · '}
                  {t(`common:shareChannels.${share.channel}`)}
                </Text>
              </Stack>
            </List.Item>
          ))}
        </List>
      )}
    </section>
  );
}
