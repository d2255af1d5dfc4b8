import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../../i18n/format-phone.ts';
import type { ContactView } from './contractor-query.ts';

/** The number of a contact with its kind; as it was typed when it is faulty. */
export function PhoneLine({ contact }: { readonly contact: ContactView }) {
  const { t } = useTranslation();
  const { phone, phoneKind, phoneRaw, phoneFault } = contact;
  if (phone === null)
    return (
      <Text size="sm" c={phoneFault ? 'var(--goniec-bad)' : 'dimmed'} style={{ overflowWrap: 'anywhere' }}>
        {phoneFault ? phoneRaw : t('directory.noPhone')}
      </Text>
    );
  return (
    <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
      {formatPhone(phone)}
      {phoneKind === null ? null : (
        <Text span size="xs" c="dimmed">
          {' '}
          {t(`contractor.contacts.kind.${phoneKind}`)}
        </Text>
      )}
    </Text>
  );
}
