import { split } from '@goniec/sms-text';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../../i18n/format-phone.ts';
import { useCounted } from '../../../i18n/use-counted.ts';
import type { Addressee } from '../use-addressee.ts';
import css from './phone-preview.module.css';

interface PhonePreviewProps {
  readonly text: string;
  /** The name that the phone shows above it; null until the gateway has one. */
  readonly sender: string | null;
  /** Whose phone it is: the row under the cursor. */
  readonly addressee: Addressee | null;
}

/** What the recipient will see, exactly as it goes out; a thin line shows where one part ends. */
export function PhonePreview({ text, sender, addressee }: PhonePreviewProps) {
  const { t } = useTranslation();
  const counted = useCounted();
  const parts = split(text);
  return (
    <div>
      <Text size="sm" fw={500} mb={6}>
        {t('campaigns.editor.preview')}
      </Text>
      <figure className={css['phone']} aria-label={t('campaigns.editor.preview')}>
        {addressee === null ? null : (
          <figcaption className={css['to']}>
            <span className={css['name']} title={addressee.name}>
              {t('campaign.preview.to', { name: addressee.name })}
            </span>
            {addressee.phone === null ? null : <span className={css['number']}>{formatPhone(addressee.phone)}</span>}
          </figcaption>
        )}
        <div className={css['sender']}>{sender ?? t('campaigns.editor.sender')}</div>
        {addressee?.obstacle ? (
          <div className={css['barred']}>{t('campaign.preview.barred', { reason: addressee.obstacle })}</div>
        ) : (
          <div className={css['bubble']}>
            {parts.length === 0 ? <span className={css['empty']}>{t('campaigns.editor.empty')}</span> : null}
            {parts.map((part, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- parts have no other name than their place
              <span
                key={at}
                className={css['part']}
                data-border={at > 0 || undefined}
                title={t('campaigns.editor.part', { nth: at + 1 })}
              >
                {part}
              </span>
            ))}
          </div>
        )}
        {parts.length > 1 ? <div className={css['foot']}>{counted('parts', parts.length)}</div> : null}
      </figure>
    </div>
  );
}
