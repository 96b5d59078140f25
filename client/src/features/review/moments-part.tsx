/** Key moments in order; on request everything that happened. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TlpBadge } from '../../ui/tlp-badge';
import { Part } from './part';
import classes from './review.module.css';
import type { Reader } from './use-reader';

export function MomentsPart({ reader }: { reader: Reader }) {
  const { t } = useTranslation('review');
  const [areAll, setAll] = useState(false);
  const { moments } = reader.takeaway;
  const shown = areAll ? moments : moments.filter(({ isKey }) => isKey);
  return (
    <Part id="key" title={t(areAll ? 'sections.moments' : 'sections.key')}>
      <ol className={classes.moments}>
        {shown.map((moment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the record of what was does not move
          <li key={index} data-phase={moment.kind === 'phase' || undefined}>
            <span className={classes.at} title={t('columns.play')}>
              {reader.play(moment.playMs)}
            </span>
            <span className={classes.story} title={t('columns.scenario')}>
              {reader.story(moment.scenarioMs)}
            </span>
            <span className={classes.who}>{reader.who(moment)}</span>
            <span className={classes.what}>
              {reader.moment(moment)}{' '}
              {moment.tlp !== null && <TlpBadge label={moment.tlp} size="xs" />}
            </span>
          </li>
        ))}
      </ol>
      <div className={classes.noPrint}>
        <Button variant="default" size="compact-md" onClick={() => setAll(!areAll)}>
          {t(areAll ? 'key.only' : 'key.all')}
        </Button>
      </div>
    </Part>
  );
}
