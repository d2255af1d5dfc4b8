import { useSuspenseQuery } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import { sessionQuery } from '../api/queries.ts';
import { formatTime } from '../i18n/format.ts';
import { usePrinting } from '../ui/use-printing.ts';
import css from './frame.module.css';
import { useCompanyId } from './use-company-id.ts';

/** The first line on paper: whose it is, what it is, and of when. Paper is white, also for those who work in the dark. */
export function PrintHead() {
  const companyId = useCompanyId();
  const { companies } = useSuspenseQuery(sessionQuery).data;
  const since = usePrinting();
  const isPrinting = since !== null;
  useLayoutEffect(() => {
    if (!isPrinting) return undefined;
    const { dataset } = document.documentElement;
    const scheme = dataset['mantineColorScheme'];
    dataset['mantineColorScheme'] = 'light';
    return () => {
      dataset['mantineColorScheme'] = scheme;
    };
  }, [isPrinting]);
  if (since === null) return null;
  return (
    <div className={`${css['paper']} print-only`}>
      <span>{companies.find(({ id }) => id === companyId)?.name}</span>
      <b>{document.querySelector('main h1')?.textContent}</b>
      <span>{formatTime(since.toISOString())}</span>
    </div>
  );
}
