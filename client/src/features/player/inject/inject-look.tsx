/** An inject as what it imitates: mail, a news page, a post, a call, an alert, an official letter. */
import { Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconPhone } from '@tabler/icons-react';
import type { PlayerInject } from '@trilogue/engine/views/player-view';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalizedText } from '../../../i18n/use-localized-text';
import { ChannelIcon } from '../../../ui/channel-icon';
import { ZoneClock } from '../../../ui/clocks';
import { ExerciseBanner } from '../../../ui/exercise-banner';
import { formatPlayTime } from '../../../ui/format-time';
import { LocalizedLine } from '../../../ui/localized-line';
import { TlpBadge } from '../../../ui/tlp-badge';
import { ownParty, usePlayer } from '../use-player';
import { initialsOf } from './initials-model';
import classes from './inject-look.module.css';

interface LookProps {
  readonly inject: PlayerInject;
  /** Its text. */
  readonly children: ReactNode;
}

const looks: Record<PlayerInject['channel'], ComponentType<LookProps>> = {
  email: MailLook,
  news: NewsLook,
  social: PostLook,
  call: CallLook,
  alert: AlertLook,
  letter: LetterLook,
};

/** Whatever it looks like, it says EXERCISE and who may be told. */
export function InjectLook({ inject, children }: LookProps) {
  const { t } = useTranslation('player');
  const { channel, tlp } = inject;
  const Look = looks[channel];
  return (
    <article className={classes.sheet} data-channel={channel}>
      <ExerciseBanner isSmall />
      <Group className={classes.strip ?? ''} justify="space-between" gap="xs">
        <Group gap={8}>
          <ChannelIcon channel={channel} size={26} />
          <Text size="sm" fw={600}>
            {t(`common:channels.${channel}`)}
          </Text>
        </Group>
        <TlpBadge label={tlp} size="md" />
      </Group>
      <Look inject={inject}>{children}</Look>
    </article>
  );
}

function MailLook({ inject, children }: LookProps) {
  const { t } = useTranslation('player');
  const { view } = usePlayer();
  return (
    <div className={classes.mail}>
      <Headline inject={inject} />
      <Group gap="sm" wrap="nowrap" align="flex-start" my="md">
        <Initials inject={inject} />
        <dl className={classes.fields}>
          <dt>{t('inject.from')}</dt>
          <dd>
            <Sender inject={inject} />
          </dd>
          <dt>{t('inject.to')}</dt>
          <dd lang={view.table.language ?? undefined}>{view.table.name}</dd>
          <dt>{t('inject.sent')}</dt>
          <dd>
            <When inject={inject} />
          </dd>
        </dl>
      </Group>
      <div className={classes.mailText}>{children}</div>
    </div>
  );
}

function NewsLook({ inject, children }: LookProps) {
  return (
    <div className={classes.news}>
      <div className={classes.masthead}>
        <Name text={inject.from.name} />
      </div>
      <p className={classes.dateline}>
        <Name text={inject.from.role} />
        <When inject={inject} />
      </p>
      <Headline inject={inject} />
      <div className={classes.story}>{children}</div>
    </div>
  );
}

function PostLook({ inject, children }: LookProps) {
  return (
    <div className={classes.feed}>
      <div className={classes.post}>
        <Group gap="sm" wrap="nowrap" mb="sm">
          <Initials inject={inject} />
          <div style={{ minWidth: 0 }}>
            <Text fw={700} lh={1.3}>
              <Name text={inject.from.name} />
            </Text>
            <Text size="xs" c="dimmed">
              <Name text={inject.from.role} />
            </Text>
          </div>
        </Group>
        <Headline inject={inject} />
        <div className={classes.postText}>{children}</div>
        <Text size="xs" c="dimmed" component="div" className={classes.postFoot ?? ''}>
          <When inject={inject} />
        </Text>
      </div>
    </div>
  );
}

function CallLook({ inject, children }: LookProps) {
  const { t } = useTranslation('player');
  return (
    <div className={classes.call}>
      <Group gap="md" wrap="nowrap" className={classes.caller ?? ''}>
        <span className={classes.receiver}>
          <IconPhone size={22} aria-hidden />
        </span>
        <div style={{ minWidth: 0 }}>
          <Text size="xs">{t('inject.caller')}</Text>
          <Text fw={650} lh={1.35}>
            <Sender inject={inject} />
          </Text>
          <Text size="xs" component="div">
            <When inject={inject} />
          </Text>
        </div>
      </Group>
      <div className={classes.transcript}>
        <Headline inject={inject} />
        <Text size="xs" fw={650} c="dimmed" mt="sm" mb={6}>
          {t('inject.transcript')}
        </Text>
        <div className={classes.spoken}>{children}</div>
      </div>
    </div>
  );
}

function AlertLook({ inject, children }: LookProps) {
  return (
    <div className={classes.alert}>
      <div className={classes.alertHead}>
        <IconAlertTriangle size={30} stroke={1.8} aria-hidden style={{ flexShrink: 0 }} />
        <Stack gap={2} style={{ minWidth: 0 }}>
          <Headline inject={inject} />
          <Text size="sm" component="div">
            <Sender inject={inject} />
          </Text>
          <Text size="xs" component="div">
            <When inject={inject} />
          </Text>
        </Stack>
      </div>
      <div className={classes.alertText}>{children}</div>
    </div>
  );
}

function LetterLook({ inject, children }: LookProps) {
  const { view } = usePlayer();
  return (
    <div className={classes.letter}>
      <div className={classes.letterhead}>
        <Text fw={650} fz="lg" inherit>
          <Name text={inject.from.name} />
        </Text>
        <Text size="sm" inherit>
          <Name text={inject.from.role} />
        </Text>
      </div>
      <p className={classes.letterDate}>
        <When inject={inject} />
      </p>
      <p className={classes.addressee} lang={view.table.language ?? undefined}>
        {view.table.name}
      </p>
      <Headline inject={inject} />
      <div className={classes.letterText}>{children}</div>
    </div>
  );
}

function Headline({ inject }: { inject: PlayerInject }) {
  const { defaultLanguage } = usePlayer();
  return (
    <Title order={1} className={classes.headline ?? ''} id={`inject-${inject.id}`}>
      <LocalizedLine text={inject.title} defaultLanguage={defaultLanguage} />
    </Title>
  );
}

function Sender({ inject }: { inject: PlayerInject }) {
  return (
    <>
      <b>
        <Name text={inject.from.name} />
      </b>
      {' · '}
      <Name text={inject.from.role} />
    </>
  );
}

function Name({ text }: { text: PlayerInject['title'] }) {
  const { defaultLanguage } = usePlayer();
  return <LocalizedLine text={text} defaultLanguage={defaultLanguage} />;
}

/** The story's date and hour at home, and play time, each under its name. */
function When({ inject }: { inject: PlayerInject }) {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const party = ownParty(view);
  return (
    <span className="tabular">
      {party !== undefined && inject.scenarioAtMs !== null && (
        <>
          <ZoneClock
            atMs={inject.scenarioAtMs}
            zone={party}
            defaultLanguage={defaultLanguage}
            inherit
          />
          {' · '}
        </>
      )}
      <span style={{ whiteSpace: 'nowrap' }}>
        {`${t('common:clock.play')} ${formatPlayTime(inject.playMs)}`}
      </span>
    </span>
  );
}

function Initials({ inject }: { inject: PlayerInject }) {
  const { defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  return (
    <span className={classes.avatar} aria-hidden>
      {initialsOf(read(inject.from.name, defaultLanguage).text)}
    </span>
  );
}
