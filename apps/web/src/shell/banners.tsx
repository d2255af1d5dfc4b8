import { Alert, Anchor, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconClock, IconCloudOff, IconLock, type Icon } from '@tabler/icons-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SIGNED_OUT } from '../api/query-client.ts';
import { instanceQuery, servicesQuery } from '../api/queries.ts';
import { say } from '../ui/describe-error.ts';
import { useCompanyId } from './use-company-id.ts';

interface BannerProps {
  readonly icon: Icon;
  readonly color: 'red' | 'orange' | 'gray';
  readonly text: string;
  readonly children?: ReactNode;
}

function Banner({ icon: Sign, color, text, children }: BannerProps) {
  return (
    <Alert role="status" color={color} variant="light" radius={0} py={6} icon={<Sign size={16} />}>
      <Group gap="sm">
        <Text size="sm">{text}</Text>
        {children}
      </Group>
    </Alert>
  );
}

/** What concerns everything one does here: no server, sending held after a restore, an entitlement that ends. */
export function Banners({ connected }: { readonly connected: boolean }) {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const signedOut = useQuery({ queryKey: SIGNED_OUT, queryFn: skipToken, initialData: false }).data;
  const instance = useQuery(instanceQuery).data;
  const services = useQuery(servicesQuery(companyId)).data?.items ?? [];
  return (
    <div className="no-print">
      {signedOut ? (
        <Banner icon={IconLock} color="red" text={t('shell.signedOut.text')}>
          <Anchor href="/zaloguj" target="_blank" size="sm">
            {t('shell.signedOut.signIn')}
          </Anchor>
        </Banner>
      ) : null}
      {connected || signedOut ? null : (
        <Banner icon={IconCloudOff} color="gray" text={`${t('common.offline')}. ${t('common.offlineHint')}`} />
      )}
      {instance?.hold ? (
        <Banner icon={IconAlertTriangle} color="red" text={say(instance.hold.reason.sentence)}>
          <Anchor component={Link} size="sm" to={`/firma/${companyId}/konfiguracja/wysylka-sms`}>
            {t('shell.hold.see')}
          </Anchor>
        </Banner>
      ) : null}
      {services.flatMap(({ code, notice, usable }) =>
        notice ? (
          <Banner key={code} icon={IconClock} color={usable ? 'orange' : 'red'} text={say(notice.sentence)}>
            <Anchor component={Link} size="sm" to={`/firma/${companyId}/konfiguracja/uslugi`}>
              {t('shell.service.see')}
            </Anchor>
          </Banner>
        ) : (
          []
        ),
      )}
    </div>
  );
}
