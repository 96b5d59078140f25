/** One page a table for the printer: exercise, table, a big QR code, the code and the address. */
import { Portal } from '@mantine/core';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import { useTranslation } from 'react-i18next';
import { QrCode } from '../../../ui/qr-code';
import { useRoom } from '../hooks/use-room';
import { groupCode } from '../logic/start-checklist';
import { joinUrl } from './join-links';
import css from './print-sheet.module.css';

export interface PrintPage {
  readonly key: string;
  readonly name: string;
  readonly code: string;
  readonly teams: readonly LocalizedText[];
}

export function PrintSheet({ origin, pages }: { origin: string; pages: readonly PrintPage[] }) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  return (
    <Portal>
      <div className={css.sheet}>
        {pages.map(({ key, name, code, teams }) => (
          <section key={key} className={css.page}>
            <p className={css.banner}>EXERCISE EXERCISE EXERCISE</p>
            <p className={css.exercise}>{view.exercise.title}</p>
            <h1 className={css.name}>{name}</h1>
            <p className={css.exercise}>{teams.map(names.text).join(t('listSeparator'))}</p>
            <QrCode
              text={joinUrl(origin, code)}
              alt={t('lobby.qrFor', { what: name })}
              size={420}
            />
            <p className={css.code}>{groupCode(code)}</p>
            <p className={css.url}>{joinUrl(origin, code)}</p>
            <p className={css.exercise}>{t('lobby.printHint')}</p>
          </section>
        ))}
      </div>
    </Portal>
  );
}
