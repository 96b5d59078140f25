/** Small parts that the panels of sharing, deciding and reporting have in common. */
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconCloudOff, IconLanguage } from '@tabler/icons-react';
import { isRedacted } from '@trilogue/engine/protocol/redaction';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrittenText } from '../../../i18n/use-localized-text';
import { Dialog } from '../../../ui/dialog';
import { ErrorNote } from '../../../ui/error-note';
import { usePlayer } from '../use-player';
import classes from './exchange.module.css';
import type { Sending } from './use-send';

/** A page inside a panel; the heading takes the focus, so that nobody is lost. */
export function PanelPage(props: {
  readonly title: ReactNode;
  /** Left out where the list stands beside it. */
  readonly onBack?: (() => void) | undefined;
  /** How often it was asked for. 0: it stands there by itself and takes nobody's focus. */
  readonly calls?: number;
  readonly children: ReactNode;
}) {
  const { onBack, calls = 1 } = props;
  const { t } = useTranslation('exchange');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (calls === 0) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [calls]);
  return (
    <Stack gap="md" className={classes.page ?? ''}>
      <div>
        {onBack !== undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            px={4}
            ml={-4}
            mb={4}
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={onBack}
          >
            {t('common:actions.back')}
          </Button>
        )}
        <Title ref={heading} order={2} size="h4" tabIndex={-1} className={classes.heading ?? ''}>
          {props.title}
        </Title>
      </div>
      {props.children}
    </Stack>
  );
}

/** Terms and what they are, side by side where there is room. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>;
}

export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What somebody wrote in play; a translation into the reader's language stands below it. */
export function PlayText(props: {
  readonly text: string;
  readonly textIn?: Readonly<Record<string, string>>;
}) {
  const { t, i18n } = useTranslation('exchange');
  const written = useWrittenText();
  const { text, textIn = {} } = props;
  const translation = isRedacted(text) ? undefined : textIn[i18n.language];
  return (
    <div>
      <Text size="sm" className={classes.written ?? ''}>
        {written(text)}
      </Text>
      {translation !== undefined && translation !== text && (
        <div className={classes.translation}>
          <Text size="xs" c="dimmed" className={classes.withIcon ?? ''}>
            <IconLanguage size={14} aria-hidden />
            {t('translation')}
          </Text>
          <Text size="sm" className={classes.written ?? ''} lang={i18n.language}>
            {written(translation)}
          </Text>
        </div>
      )}
    </div>
  );
}

/** Asks once more before what can't be taken back. Gone when REAL WORLD is called. */
export function Confirm(props: {
  readonly isOpen: boolean;
  readonly title: string;
  readonly text?: string;
  readonly action: string;
  readonly color?: string;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
  readonly cancel?: string;
  /** The safer way gets the focus. */
  readonly isCautious?: boolean;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('exchange');
  const { canAct } = usePlayer();
  const { isOpen, title, text, action, color, onCancel, onConfirm, isCautious = false } = props;
  const focus = { 'data-autofocus': true };
  return (
    <Dialog isOpen={isOpen && canAct} onClose={onCancel} title={title}>
      <Stack>
        {text !== undefined && <Text size="sm">{text}</Text>}
        {props.children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel} {...(isCautious ? focus : {})}>
            {props.cancel ?? t('common:actions.cancel')}
          </Button>
          <Button
            onClick={onConfirm}
            {...(color === undefined ? {} : { color })}
            {...(isCautious ? {} : focus)}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** How sending goes: waiting for the line, or refused. */
export function SendState({ sending }: { sending: Sending }) {
  const { t } = useTranslation('exchange');
  const { connection } = usePlayer();
  const { isSending, refusal, forgetRefusal } = sending;
  return (
    <div role="status">
      {isSending && connection.status !== 'live' && (
        <Alert color="orange" variant="light" icon={<IconCloudOff aria-hidden />}>
          {t('sending.waits')}
        </Alert>
      )}
      {refusal !== null && <ErrorNote code={refusal} onClose={forgetRefusal} />}
    </div>
  );
}
