import { ActionIcon, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconLanguage, IconLogout, IconMoonStars, IconSun, IconUserCircle } from '@tabler/icons-react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { sessionQuery } from '../../api/queries.ts';
import { switchLanguage } from '../../i18n/index.ts';
import { chooseDensity, DENSITIES, useDensity } from '../../ui/density.ts';
import { notifyError } from '../../ui/notify.ts';
import { callHelper } from '../helpers/call-helper.ts';

/** Who one is, and how this browser shows things to one. */
export function PersonMenu() {
  const { t, i18n } = useTranslation();
  const density = useDensity();
  const { setColorScheme } = useMantineColorScheme();
  const other = useComputedColorScheme('light') === 'dark' ? 'light' : 'dark';
  const client = useQueryClient();
  const navigate = useNavigate();
  const { user } = useSuspenseQuery(sessionQuery).data;
  const name = user?.name ?? t('shell.person.key');
  const signOut = async () => {
    await api.signOut();
    client.clear();
    await navigate({ to: '/zaloguj' });
  };
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon size={30} radius="xl" aria-label={t('shell.person.menu', { name })}>
          <IconUserCircle size={22} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{name}</Menu.Label>
        <Menu.Item
          leftSection={<IconLanguage size={14} />}
          lang={i18n.language === 'en' ? 'pl' : 'en'}
          onClick={() => void switchLanguage(i18n.language === 'en' ? 'pl' : 'en').catch(notifyError)}
        >
          {t('shell.person.otherLanguage')}
        </Menu.Item>
        <Menu.Item
          leftSection={other === 'light' ? <IconSun size={14} /> : <IconMoonStars size={14} />}
          onClick={() => setColorScheme(other)}
        >
          {t(`shell.scheme.${other}`)}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={14} />} onClick={() => callHelper('shortcuts')}>
          {t('shell.shortcuts.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('shell.density.label')}</Menu.Label>
        <Menu.RadioGroup value={density} onChange={(chosen) => chooseDensity(chosen)}>
          {DENSITIES.map((each) => (
            <Menu.RadioItem key={each} value={each} closeMenuOnClick={false}>
              {t(`shell.density.${each}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={14} />} onClick={() => void signOut().catch(notifyError)}>
          {t('shell.person.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
