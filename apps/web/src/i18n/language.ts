export const LANGUAGES = ['pl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'goniec.language';

/** Polish unless the person chose otherwise in this browser. */
export function savedLanguage(): Language {
  return LANGUAGES.find((language) => language === localStorage.getItem(KEY)) ?? 'pl';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}

/** How Intl is to write: whoever reads English in a Polish company expects the day before the month. */
export const regionOf = (language: string): string => (language === 'en' ? 'en-GB' : language);
