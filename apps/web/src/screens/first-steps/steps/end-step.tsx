import { Anchor, Button, Group, List, Text } from '@mantine/core';
import { IconAddressBook, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { gatewayQuery } from '../../../api/queries.ts';
import { useCompanyId } from '../../../shell/use-company-id.ts';
import { STEPS, type FirstStepsView } from '../step-list.ts';

/** Where the steps lead: to the first campaign, or to what it still needs. */
export function EndStep({ view }: { readonly view: FirstStepsView }) {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const emulator = useQuery(gatewayQuery(companyId)).data?.emulator === true;
  const open = STEPS.filter(({ step }) => view.steps.some((each) => each.step === step && !each.done));
  return (
    <>
      {open.length === 0 ? null : (
        <List spacing={6}>
          {open.map(({ step, slug }) => (
            <List.Item key={step}>
              <Anchor component={Link} to={`/firma/${companyId}/pierwsze-kroki/${slug}`} size="sm">
                {t(`wizard.${step}.name`)}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
      {emulator ? (
        <Text size="sm">
          {t('wizard.end.phones')}{' '}
          <Anchor component={Link} to={`/firma/${companyId}/telefony`} size="sm" underline="always">
            {t('wizard.end.toPhones')}
          </Anchor>
        </Text>
      ) : null}
      <Group gap="xs">
        <Button
          component={Link}
          to={`/firma/${companyId}/wysylki/nowa`}
          variant={view.done ? 'filled' : 'default'}
          leftSection={<IconSend size={14} />}
        >
          {t('wizard.end.first')}
        </Button>
        <Button
          component={Link}
          to={`/firma/${companyId}/kontrahenci`}
          variant="default"
          leftSection={<IconAddressBook size={14} />}
        >
          {t('wizard.end.contractors')}
        </Button>
      </Group>
    </>
  );
}
