import { Button } from '@mantine/core';
import { IconDeviceMobileMessage, IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addPolish } from '../../i18n/add-polish.ts';
import { phones } from '../../i18n/pl/phones.ts';
import { useCompanyId } from '../../shell/use-company-id.ts';
import { useEmulator } from '../../shell/use-emulator.ts';
import { StatePanel } from '../../ui/state-panels.tsx';

addPolish({ phones });

/** *Telefony testowe*: the handsets live in the emulator, and so does their page. */
export function PhonesScreen() {
  const { t } = useTranslation();
  const emulator = useEmulator(useCompanyId());
  if (emulator === null)
    return <StatePanel order={1} icon={IconDeviceMobileMessage} title={t('phones.none')} hint={t('phones.noneHint')} />;
  return (
    <StatePanel order={1} icon={IconDeviceMobileMessage} title={t('phones.title')} hint={t('phones.hint')}>
      <Button
        component="a"
        href={new URL('/_emulator/', emulator).href}
        target="_blank"
        rel="noreferrer"
        leftSection={<IconExternalLink size={14} />}
      >
        {t('phones.open')}
      </Button>
    </StatePanel>
  );
}
