import { checkLimit } from '@goniec/sms-text';
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCounted } from '../../../i18n/use-counted.ts';

/** How many parts a text is billed as, and in which encoding it goes. */
export function LengthBadges({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const counted = useCounted();
  const { encoding, withinLimit, parts } = checkLimit(text);
  return (
    <>
      <Badge color={withinLimit ? 'indigo' : 'red'}>{counted('parts', parts)}</Badge>
      <Badge color={encoding === 'gsm7' ? 'gray' : 'orange'}>{t(`campaigns.editor.encoding.${encoding}`)}</Badge>
    </>
  );
}
