/** Moments under the scrubber, the chosen one in sight. Only the rows in sight are drawn. */
import { Text, UnstyledButton } from '@mantine/core';
import type { RewindMoment } from '@trilogue/engine/views/rewind-reading';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../../ui/format-time';
import { useRowWindow } from '../../hooks/use-row-window';
import type { MomentWords } from './moment-words';
import css from './rewind.module.css';

const rowPx = 34;

export function MomentList(props: {
  moments: readonly RewindMoment[];
  /** Its place in the list. */
  chosen: number;
  onChoose: (seq: number) => void;
  words: MomentWords;
}) {
  const { moments, chosen, onChoose, words } = props;
  const { t } = useTranslation('facilitator');
  const staysTo = moments[chosen]?.staysTo ?? 0;
  const { box, from, until, onScroll } = useRowWindow(moments.length, rowPx);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const top = chosen * rowPx;
    const isSeen =
      top >= element.scrollTop && top + rowPx <= element.scrollTop + element.clientHeight;
    if (!isSeen) element.scrollTop = top - element.clientHeight / 2;
  }, [box, chosen]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <div ref={box} className={css.list} onScroll={onScroll} tabIndex={0}>
      <ul
        className={css.rows}
        aria-label={t('rewind.moments')}
        style={{ paddingTop: from * rowPx, paddingBottom: (moments.length - until) * rowPx }}
      >
        {moments.slice(from, until).map((moment, index) => {
          const isChosen = from + index === chosen;
          return (
            <li key={moment.seq} style={{ height: rowPx }}>
              <UnstyledButton
                className={css.row ?? ''}
                aria-pressed={isChosen}
                data-chosen={isChosen || undefined}
                data-undone={moment.seq > staysTo || undefined}
                onClick={() => onChoose(moment.seq)}
              >
                <Text span size="sm" c="dimmed" className="tabular" w={64}>
                  {formatPlayTime(moment.playMs)}
                </Text>
                <Text span size="sm" truncate="end">
                  {words(moment)}
                </Text>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
