import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusHeir } from '../../../../ui/use-focus-heir.ts';
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
  const heir = useFocusHeir();
  const { report } = unsaved;
  useEffect(() => {
    report('consent', writing !== null);
    return () => report('consent', false);
  }, [report, writing]);
  const leaveTo = (button: 'given' | 'withdrawn' | 'suppress' | 'allow') => () => {
    heir.name(button);
    setWriting(null);
  };
  return (
    <Stack gap="sm">
      {contact.suppressed ? (
        <Alert color="red" variant="light" py={6} icon={<IconBan size={16} />}>
          {t('contractor.consents.suppressed')}
          <AllowNumber
            companyId={companyId}
            phone={contact.phone ?? ''}
            buttonRef={heir.refOf('allow')}
            onAllow={() => heir.name('suppress')}
          />
        </Alert>
      ) : null}
      {writing === null ? (
        <Group gap="xs">
          <Button
            ref={heir.refOf('given')}
            variant={contact.consent === 'active' ? 'default' : 'light'}
            onClick={() => setWriting('given')}
          >
            {t('contractor.consents.give')}
          </Button>
          <Button ref={heir.refOf('withdrawn')} variant="default" onClick={() => setWriting('withdrawn')}>
            {t('contractor.consents.withdraw')}
          </Button>
          {contact.suppressed ? null : (
            <Button ref={heir.refOf('suppress')} variant="subtle" color="red" onClick={() => setWriting('suppress')}>
              {t('contractor.consents.suppress')}
            </Button>
          )}
        </Group>
      ) : writing === 'suppress' ? (
        <SuppressForm
          companyId={companyId}
          contact={contact}
          onSuppressed={leaveTo('allow')}
          onCancel={leaveTo('suppress')}
        />
      ) : (
        <ConsentForm companyId={companyId} contact={contact} event={writing} onDone={leaveTo(writing)} />
      )}
      <ConsentLedger companyId={companyId} contact={contact} />
    </Stack>
  );
}
