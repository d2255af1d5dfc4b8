import type { Contract, Result } from '@goniec/contract';
import { Button, Group, List, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { campaignQuery, quoteQuery } from '../../../api/campaign-queries.ts';
import { api } from '../../../api/client.ts';
import { formatCount, formatMoney } from '../../../i18n/format.ts';
import { useCounted } from '../../../i18n/use-counted.ts';
import { say } from '../../../ui/describe-error.ts';
import { notifyError } from '../../../ui/notify.ts';
import type { CampaignView, Draft } from '../use-draft.ts';

type Quote = Result<Contract['quoteCampaign']>;

interface SendButtonProps {
  readonly companyId: string;
  readonly campaign: CampaignView;
  readonly draft: Draft;
}

/** *Wyślij* with what it costs on the button itself; when something stands in the way it says everything that does. */
export function SendButton({ companyId, campaign, draft }: SendButtonProps) {
  const { t } = useTranslation();
  const counted = useCounted();
  const client = useQueryClient();
  const key = { companyId, campaignId: campaign.id };
  const [opened, { toggle, close }] = useDisclosure(false);
  const { data: quote, isFetching } = useQuery(quoteQuery(key));
  const send = useMutation({
    mutationFn: () =>
      api.sendCampaign(
        { params: key, body: quote ? { expect: { messages: quote.messages, points: quote.points } } : {} },
        { idempotencyKey: `send-${companyId}-${campaign.id}-${campaign.version}` },
      ),
    onSuccess: (sent) => client.setQueryData(campaignQuery(key).queryKey, sent),
    onError: notifyError,
    onSettled: () => {
      close();
      void client.invalidateQueries({ queryKey: campaignQuery(key).queryKey });
      void client.invalidateQueries({ queryKey: quoteQuery(key).queryKey });
    },
  });
  // The price belongs to the saved text: while that is changing there is none to agree to.
  const settled = quote !== undefined && !draft.dirty && !isFetching;
  const obstacles = quote?.obstacles ?? [];
  const mayBeSent = settled && obstacles.length === 0 && quote.messages > 0;
  const label = quote
    ? t('campaigns.send.label', {
        messages: formatCount(quote.messages),
        parts: counted('parts', quote.parts),
        price: formatMoney(quote.value),
      })
    : t('campaigns.send.bare');
  return (
    <Popover opened={opened} onChange={close} width={360} position="bottom-end" trapFocus returnFocus withArrow>
      <Popover.Target>
        <Button size="sm" leftSection={<IconSend size={15} />} loading={send.isPending} onClick={toggle}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          {mayBeSent ? (
            <>
              <Text size="sm">
                {t('campaigns.send.ask', {
                  messages: counted('messages', quote.messages),
                  price: formatMoney(quote.value),
                })}
              </Text>
              <LeftOut excluded={quote.excluded} />
            </>
          ) : (
            <>
              <Text size="sm" fw={600}>
                {t(settled ? 'campaigns.send.cannot' : 'campaigns.send.counting')}
              </Text>
              <List size="sm" spacing={6}>
                {obstacles.map(({ code, sentence, action }) => (
                  <List.Item key={code}>
                    {say(sentence)} {action ? say(action) : null}
                  </List.Item>
                ))}
              </List>
            </>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            {mayBeSent ? (
              <Button data-autofocus onClick={() => send.mutate()} loading={send.isPending}>
                {t('campaigns.send.confirm')}
              </Button>
            ) : null}
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Who will not get it, told once more before it goes out. */
function LeftOut({ excluded }: { readonly excluded: Quote['excluded'] }) {
  const { t } = useTranslation();
  if (excluded.length === 0) return null;
  return (
    <div>
      <Text size="sm">{t('campaign.send.leftOut')}</Text>
      <List size="sm">
        {excluded.map(({ reason, count }) => (
          <List.Item key={reason.code}>
            {formatCount(count)} × {say(reason.sentence)}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
