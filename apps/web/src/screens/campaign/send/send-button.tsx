import type { Contract, Result } from '@goniec/contract';
import { Button, Group, List, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { campaignQuery, quoteKey, quoteQuery } from '../../../api/campaign-queries.ts';
import { api } from '../../../api/client.ts';
import { formatCount, formatMoney } from '../../../i18n/format.ts';
import { useCounted } from '../../../i18n/use-counted.ts';
import { BarrableButton } from '../../../ui/barrable-button.tsx';
import { describeError, say } from '../../../ui/describe-error.ts';
import { notifyError } from '../../../ui/notify.ts';
import { sayReason, sayReasons } from '../../../ui/say-reason.ts';
import { SteadyButton } from '../../../ui/steady-button.tsx';
import type { CampaignView, Draft } from '../use-draft.ts';

type Quote = Result<Contract['quoteCampaign']>;

interface SendButtonProps {
  readonly companyId: string;
  readonly campaign: CampaignView;
  readonly draft: Draft;
}

/** *Wyślij* with what it costs on the button itself; barred, with all that stands in the way, when there is nothing to send. */
export function SendButton({ companyId, campaign, draft }: SendButtonProps) {
  const { t } = useTranslation();
  const counted = useCounted();
  const client = useQueryClient();
  const key = { companyId, campaignId: campaign.id };
  const [opened, { toggle, close }] = useDisclosure(false);
  const { data: quote, isFetching, isPlaceholderData, error } = useQuery(quoteQuery(key, campaign.version));
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
      void client.invalidateQueries({ queryKey: quoteKey(key) });
    },
  });
  // The price belongs to the saved text: while that is changing there is none to agree to. What else may change it meanwhile is
  // caught by the server, which is told what was expected.
  const settled = quote !== undefined && !draft.dirty && !isPlaceholderData;
  const obstacles = quote?.obstacles ?? [];
  const offered = quote !== undefined && obstacles.length === 0 && quote.messages > 0;
  const counting = t('campaigns.send.counting');
  const barred =
    quote === undefined
      ? error
        ? describeError(error).title
        : counting
      : obstacles.length > 0
        ? settled && !isFetching
          ? sayReasons(obstacles)
          : counting
        : null;
  const hasText = !obstacles.some(({ code }) => code === 'campaign_without_text');
  const label =
    quote !== undefined && quote.messages > 0 && quote.parts > 0 && hasText
      ? t('campaigns.send.label', {
          messages: formatCount(quote.messages),
          parts: counted('parts', quote.parts),
          price: formatMoney(quote.value),
        })
      : t('campaigns.send.bare');
  return (
    <Popover opened={opened} onChange={close} width={360} position="bottom-end" trapFocus returnFocus withArrow>
      <Popover.Target>
        <BarrableButton
          size="sm"
          leftSection={<IconSend size={15} />}
          barred={barred}
          loading={send.isPending}
          onClick={toggle}
        >
          {label}
        </BarrableButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          {offered ? (
            <>
              <Text size="sm">
                {settled
                  ? t('campaigns.send.ask', {
                      messages: counted('messages', quote.messages),
                      price: formatMoney(quote.value),
                    })
                  : counting}
              </Text>
              <LeftOut excluded={quote.excluded} />
            </>
          ) : (
            <>
              <Text size="sm" fw={600}>
                {settled ? t('campaigns.send.cannot') : counting}
              </Text>
              <List size="sm" spacing={6}>
                {obstacles.map((obstacle) => (
                  <List.Item key={obstacle.code}>{sayReason(obstacle)}</List.Item>
                ))}
              </List>
            </>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            {offered ? (
              // it stays, with the keyboard, while the price is counted anew
              <SteadyButton data-autofocus disabled={!settled} loading={send.isPending} onClick={() => send.mutate()}>
                {t('campaigns.send.confirm')}
              </SteadyButton>
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
