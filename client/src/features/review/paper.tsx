/** What stands on every sheet when the page is printed: whose it is, its marking, its number. */
import { useTranslation } from 'react-i18next';
import { exerciseMark } from '../../ui/exercise-banner';
import { tlpColours } from '../../ui/tlp-badge';
import { usePrintsOnWhite } from './use-printing';
import type { Reader } from './use-reader';

export function Paper({ reader, audience }: { reader: Reader; audience: string }) {
  const { t } = useTranslation('review');
  usePrintsOnWhite();
  const { title, tlp } = reader.takeaway.exercise;
  const small = 'font: 7.5pt sans-serif; color: #333;';
  const marking = `content: ${cssText(`TLP:${tlp}`)}; font: 700 8pt/1.6 sans-serif; background: #000; color: ${tlpColours[tlp]}; text-align: center; height: 5mm; width: 32mm; margin: auto 0;`;
  return (
    <style>{`@page { size: A4; margin: 18mm 13mm 17mm;
  @top-left { content: ${cssText(`${title} · ${t('frame.title')}`)}; ${small} text-align: left; }
  @top-center { content: ${cssText(exerciseMark)}; ${small} font-weight: 700; letter-spacing: .06em; }
  @top-right { ${marking} }
  @bottom-left { content: ${cssText(audience)}; ${small} text-align: left; }
  @bottom-center { content: counter(page) " / " counter(pages); ${small} }
  @bottom-right { ${marking} }
}
@media print {
  :root { font-size: 12px; print-color-adjust: exact; }
}`}</style>
  );
}

/** People's text inside a style sheet: only letters and digits stand as they are. */
export function cssText(text: string): string {
  const escaped = [...text.replace(/\s+/g, ' ')].map((letter) =>
    /[\p{L}\p{N} ]/u.test(letter) ? letter : `\\${letter.codePointAt(0)?.toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}
