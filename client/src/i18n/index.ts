/** The interface's words: which languages there are, which one is shown, and where words come from. */
import i18next, { type BackendModule, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['en', 'ja', 'fil'] as const;
export type Language = (typeof languages)[number];

/** Each language in its own words: never translated. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  ja: '日本語',
  fil: 'Filipino',
};

const storageKey = 'trilogue.language';

/** A feature, or a part of one that is loaded later, adds its words by adding files; nobody registers them. */
const files = import.meta.glob<ResourceKey>(['./common/*.json', '../features/**/i18n/*.json'], {
  import: 'default',
});

const byFile: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: async (language, namespace) => {
    const end =
      namespace === 'common' ? `./common/${language}.json` : `/${namespace}/i18n/${language}.json`;
    const load = Object.entries(files).find(([path]) => path.endsWith(end))?.[1];
    if (load === undefined) throw new Error(`no words at ${end}`);
    return load();
  },
};

export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(byFile)
    .use(initReactI18next)
    .init({
      lng: firstLanguage(localStorage.getItem(storageKey), navigator.languages),
      // Every language has every word (a test says so): nobody loads two.
      fallbackLng: false,
      supportedLngs: [...languages],
      load: 'currentOnly',
      ns: ['common'],
      defaultNS: 'common',
      fallbackNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  await i18next.changeLanguage(language);
}

export function isLanguage(tag: string): tag is Language {
  return (languages as readonly string[]).includes(tag);
}

/** The stored choice, else the first language of the browser's that the interface speaks, else English. */
export function firstLanguage(stored: string | null, wanted: readonly string[]): Language {
  if (stored !== null && isLanguage(stored)) return stored;
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(primary)) return primary;
    // Some systems still call Filipino by Tagalog's tag.
    if (primary === 'tl') return 'fil';
  }
  return 'en';
}
