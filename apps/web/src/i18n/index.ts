import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { pl, type Polish } from './pl/index.ts';
import { rememberLanguage, savedLanguage, type Language } from './language.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Polish };
  }
}

/** Starts in the saved language. Polish is at hand, English is fetched when it is asked for. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'pl',
    fallbackLng: 'pl',
    resources: { pl: { translation: pl } },
    interpolation: { escapeValue: false },
  });
  await switchLanguage(savedLanguage());
}

export async function switchLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en/index.ts');
    i18next.addResourceBundle('en', 'translation', en);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  rememberLanguage(language);
}
