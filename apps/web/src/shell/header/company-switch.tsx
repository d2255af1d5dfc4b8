import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconBuilding, IconCheck, IconPlus, IconSelector } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../api/queries.ts';
import css from './header.module.css';
import { useCompanyId } from '../use-company-id.ts';

/** Which company one works for; everything on the screen belongs to exactly one. */
export function CompanySwitch() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const { companies } = useSuspenseQuery(sessionQuery).data;
  const name = companies.find(({ id }) => id === companyId)?.name ?? t('shell.company.unknown');
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <UnstyledButton className={css['lamp']} aria-label={t('shell.company.switch', { name })}>
          <IconBuilding size={15} aria-hidden style={{ flex: 'none' }} />
          <Text span inherit truncate maw={{ base: 84, xs: 140, sm: 220 }}>
            {name}
          </Text>
          <IconSelector size={13} aria-hidden style={{ flex: 'none' }} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {companies.map((company) => (
          <Menu.Item
            key={company.id}
            component={Link}
            to={`/firma/${company.id}/kontrahenci`}
            leftSection={company.id === companyId ? <IconCheck size={14} /> : <span style={{ width: 14 }} />}
          >
            {company.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/pierwsze-kroki" leftSection={<IconPlus size={14} />}>
          {t('shell.company.add')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
