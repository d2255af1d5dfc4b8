import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactView } from '../contractor-query.ts';
import type { Unsaved } from '../use-unsaved.ts';
import { AllowNumber } from './allow-number.tsx';
import { ConsentForm } from './consent-form.tsx';
import { ConsentLedger } from './consent-ledger.tsx';
import { SuppressForm } from './suppress-form.tsx';

interface NumberConsentsProps {
  readonly companyId: string;
  readonly contact: ContactView;
  readonly unsaved: Unsaved;
}

/** One number: what may be recorded of it, and what was. */
export function NumberConsents({ companyId, contact, unsaved }: NumberConsentsProps) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState<'given' | 'withdrawn' | 'suppress' | null>(null);
  const { report } = unsaved;
  useEffect(() => {
    report('consent', writing !== null);
    return () => report('consent', false);
  }, [report, writing]);
  const stop = () => setWriting(null);
  return (
    <Stack gap="sm">
      {contact.suppressed ? (
        <Alert color="red" variant="light" py={6} icon={<IconBan size={16} />}>
          {t('contractor.consents.suppressed')}
          <AllowNumber companyId={companyId} phone={contact.phone ?? ''} />
        </Alert>
      ) : null}
      {writing === null ? (
        <Group gap="xs">
          <Button variant={contact.consent === 'active' ? 'default' : 'light'} onClick={() => setWriting('given')}>
            {t('contractor.consents.give')}
          </Button>
          <Button variant="default" onClick={() => setWriting('withdrawn')}>
            {t('contractor.consents.withdraw')}
          </Button>
          {contact.suppressed ? null : (
            <Button variant="subtle" color="red" onClick={() => setWriting('suppress')}>
              {t('contractor.consents.suppress')}
            </Button>
          )}
        </Group>
      ) : writing === 'suppress' ? (
        <SuppressForm companyId={companyId} contact={contact} onDone={stop} />
      ) : (
        <ConsentForm companyId={companyId} contact={contact} event={writing} onDone={stop} />
      )}
      <ConsentLedger companyId={companyId} contact={contact} />
    </Stack>
  );
}
