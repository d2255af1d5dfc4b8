import { split } from '@goniec/sms-text';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { gatewayQuery } from '../../../api/queries.ts';
import css from './phone-preview.module.css';

/** What the recipient will see, exactly as it goes out; a thin line shows where one part ends. */
export function PhonePreview({ companyId, text }: { readonly companyId: string; readonly text: string }) {
  const { t } = useTranslation();
  const { data: gateway } = useQuery(gatewayQuery(companyId));
  const parts = split(text);
  return (
    <div className={css['phone']}>
      <div className={css['sender']}>{gateway?.sender ?? t('campaigns.editor.sender')}</div>
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
    </div>
  );
}
