import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ContactView } from './contractor-query.ts';

const COLOR = { active: 'teal', withdrawn: 'red', none: 'gray' } as const;

/** Whether the number may be sent to; nothing where there is no number to speak of. */
export function ConsentBadge({ contact }: { readonly contact: ContactView }) {
  const { t } = useTranslation();
  if (contact.phone === null) return null;
  if (contact.suppressed) return <Badge color="red">{t('directory.consent.suppressed')}</Badge>;
  return <Badge color={COLOR[contact.consent]}>{t(`directory.consentFilter.${contact.consent}`)}</Badge>;
}
