/** Two versions as one text: what was taken out struck through, what was put in underlined. */
import { Text, VisuallyHidden } from '@mantine/core';
import type { PositionView } from '@trilogue/engine/views/exchange-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrittenText } from '../../../i18n/use-localized-text';
import classes from '../exchange/exchange.module.css';
import { usePlayer } from '../use-player';
import { closestText, diffWords } from './word-diff';

export function TextDiff(props: {
  readonly position: PositionView;
  readonly from: number;
  /** A version, or a text that is none yet. */
  readonly to: number | string;
}) {
  const { t, i18n } = useTranslation('exchange');
  const { view } = usePlayer();
  const written = useWrittenText();
  const { position, from, to } = props;
  const after = typeof to === 'string' ? to : textOf(view, position, to);
  const before = textOf(view, position, from, after, i18n.language);
  const parts = useMemo(
    () => diffWords(written(before), written(after), i18n.language),
    [before, after, written, i18n.language],
  );
  const isSame = parts.every(({ kind }) => kind === 'same');
  return (
    <div>
      {isSame && (
        <Text size="sm" c="dimmed">
          {t('joint.noChanges')}
        </Text>
      )}
      <Text size="sm" component="div" className={`${classes.written} ${classes.diff}`}>
        {parts.map(({ kind, text }, index) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no names but their places
          if (kind === 'same') return <span key={index}>{text}</span>;
          const Mark = kind === 'added' ? 'ins' : 'del';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Mark key={index}>
              <VisuallyHidden>{`[${t(`joint.diff.${kind}`)}: `}</VisuallyHidden>
              {text}
              <VisuallyHidden>{']'}</VisuallyHidden>
            </Mark>
          );
        })}
      </Text>
    </div>
  );
}

/** Of the scenario's first version, in several languages, the one that the later text comes from. */
function textOf(
  { draftVersions }: PlayerView,
  position: PositionView,
  version: number,
  later = '',
  language = 'en',
): string {
  const draft = draftVersions[`${position.id} ${version}`];
  if (draft !== undefined) return draft.text;
  const { text } = position;
  if (text === null || typeof text === 'string') return text ?? '';
  return closestText(Object.values(text), later, language);
}
