import { useTranslation } from 'react-i18next';
import { formatCount } from './format.ts';

type Counted = 'messages' | 'parts' | 'contractors' | 'contacts' | 'rows' | 'marked' | 'phones';

/** `1 wiadomość`, `2 wiadomości`, `1 842 wiadomości`: the noun in the form its number asks for. */
export function useCounted(): (noun: Counted, count: number) => string {
  const { t } = useTranslation();
  return (noun, count) => t(`common.${noun}`, { count, formatted: formatCount(count) });
}
