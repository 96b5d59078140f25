/** One page a table, or a person, for the printer: exercise, name, a big QR code, the code and the address. */
import { Portal } from '@mantine/core';
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
  /** Stands below the name: a table's teams, a person's table. */
  readonly under: string;
  readonly hint: string;
}

export function PrintSheet({ origin, pages }: { origin: string; pages: readonly PrintPage[] }) {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  return (
    <Portal>
      <div className={css.sheet}>
        {pages.map(({ key, name, code, under, hint }) => (
          <section key={key} className={css.page}>
            <p className={css.banner}>EXERCISE EXERCISE EXERCISE</p>
            <p className={css.exercise}>{view.exercise.title}</p>
            <h1 className={css.name}>{name}</h1>
            <p className={css.exercise}>{under}</p>
            <QrCode
              text={joinUrl(origin, code)}
              alt={t('lobby.qrFor', { what: name })}
              size={420}
            />
            <p className={css.code}>{groupCode(code)}</p>
            <p className={css.url}>{joinUrl(origin, code)}</p>
            <p className={css.exercise}>{hint}</p>
          </section>
        ))}
      </div>
    </Portal>
  );
}
