import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format.ts';
import { notifyDone } from '../../ui/notify.ts';
import { noticesQuery } from './use-notices.ts';

/** Says on any screen that a campaign has just ended; what had ended before the company was opened is no news. */
export function useFinishMessage(companyId: string): void {
  const { t } = useTranslation();
  const { data } = useQuery(noticesQuery(companyId));
  const known = useRef<{ companyId: string; ids: ReadonlySet<string> } | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    const finished = data.items.filter((item) => item.kind === 'finished');
    const before = known.current?.companyId === companyId ? known.current.ids : null;
    known.current = { companyId, ids: new Set(finished.map(({ campaign }) => campaign.id)) };
    for (const { campaign, delivered, messages } of finished)
      if (before && !before.has(campaign.id))
        notifyDone(
          t('shell.notices.ended', {
            subject: campaign.subject,
            delivered: formatCount(delivered),
            messages: formatCount(messages),
          }),
        );
  }, [companyId, data, t]);
}
