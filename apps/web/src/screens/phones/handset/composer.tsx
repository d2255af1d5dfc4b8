import { ActionIcon, Alert, Anchor, Group, Text, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { notifyError } from '../../../ui/notify.ts';
import { SteadyButton } from '../../../ui/steady-button.tsx';
import css from './handset-pane.module.css';

interface ComposerProps {
  readonly companyId: string;
  readonly phone: string;
  readonly isOn: boolean;
  readonly takesReplies: boolean;
  /** Another number each time somebody asks for the keyboard to be here; 0: nobody has. */
  readonly focusCall: number;
  readonly onLeave: () => void;
}

const LONGEST = 1_000;

/** What the owner of the phone writes. Enter sends, Shift with Enter begins a line; Escape goes back to the list. */
export function Composer({ companyId, phone, isOn, takesReplies, focusCall, onLeave }: ComposerProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    if (focusCall > 0) field.current?.focus();
  }, [focusCall]);
  const reply = useMutation({
    mutationFn: (words: string) => api.replyFromHandset({ params: { companyId, phone }, body: { text: words } }),
    onSuccess: (_, words) => {
      if (words === text.trim()) setText('');
    },
    onError: notifyError,
    // Not waited for: the next reply need not wait until this one is on the screen.
    onSettled: () => void client.invalidateQueries({ queryKey: ['phones', companyId] }),
  });
  const send = (words: string) => {
    if (words !== '' && !reply.isPending) reply.mutate(words);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send(text.trim());
  };
  return (
    <div className={css['composer']}>
      {takesReplies ? null : (
        <Alert color="orange" p="xs">
          {t('phones.noAddress')}{' '}
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link {...props} to="/firma/$companyId/konfiguracja/wysylka-sms" params={{ companyId }} />
            )}
          >
            {t('phones.toAddress')}
          </Anchor>
        </Alert>
      )}
      <Group gap="xs" wrap="nowrap" align="end">
        <SteadyButton
          variant="default"
          disabled={!isOn || reply.isPending}
          onClick={() => send('STOP')}
          title={t('phones.stop')}
        >
          STOP
        </SteadyButton>
        <Textarea
          ref={field}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={LONGEST}
          value={text}
          disabled={!isOn}
          placeholder={t('phones.replyHint')}
          aria-label={t('phones.reply')}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          style={{ flex: 1 }}
        />
        <ActionIcon
          size={30}
          variant="filled"
          color="indigo"
          aria-label={t('phones.send')}
          title={t('phones.send')}
          loading={reply.isPending}
          disabled={!isOn || text.trim() === ''}
          onClick={() => send(text.trim())}
        >
          <IconSend size={16} />
        </ActionIcon>
      </Group>
      {isOn ? null : (
        <Text size="xs" c="dimmed">
          {t('phones.barred')}
        </Text>
      )}
    </div>
  );
}
