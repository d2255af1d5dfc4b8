import { Button, Center, Loader, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconCloudOff, IconLock, IconMapPinOff, IconMoodSad, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from './describe-error.ts';

interface StatePanelProps {
  readonly icon: Icon;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly children?: ReactNode;
  /** 1 where the panel is the whole page. */
  readonly order?: 1 | 2;
}

/** The middle of a screen that has nothing else to show: what is so, and what to do next. */
export function StatePanel({ icon: Sign, title, hint, children, order = 2 }: StatePanelProps) {
  return (
    <Center h="100%" mih={220} p="md">
      <Stack align="center" gap="xs" maw={460} ta="center">
        <Sign size={36} stroke={1.4} color="var(--mantine-color-dimmed)" aria-hidden />
        <Title order={order} fz="md">
          {title}
        </Title>
        {hint === undefined ? null : (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
        {children}
      </Stack>
    </Center>
  );
}

interface PageProps {
  /** It stands for the whole screen, and so has its heading. */
  readonly page?: boolean;
}

export function LoadingPanel({ page = false }: PageProps) {
  const { t } = useTranslation();
  return (
    <Center h="100%" mih={220} role="status">
      {page ? <VisuallyHidden component="h1">{t('common.loading')}</VisuallyHidden> : null}
      <Loader size="sm" aria-hidden />
      <Text ml="sm" size="sm" c="dimmed">
        {t('common.loading')}
      </Text>
    </Center>
  );
}

interface ErrorPanelProps extends PageProps {
  readonly error: Error;
  readonly onRetry?: (() => void) | undefined;
  /** What to say of a thing that is not there, and the way back: asking again would not bring it. */
  readonly missing?: { readonly title: string; readonly back: ReactNode };
}

/** A screen that could not be read: the server's own sentence where there is one. */
export function ErrorPanel({ error, onRetry, missing, page = false }: ErrorPanelProps) {
  const { t } = useTranslation();
  const { title, hint, kind } = describeError(error);
  if (kind === 'missing' && missing)
    return (
      <StatePanel icon={IconMapPinOff} title={missing.title} hint={t('common.missingHint')} order={page ? 1 : 2}>
        {missing.back}
      </StatePanel>
    );
  const icon = kind === 'offline' ? IconCloudOff : kind === 'forbidden' ? IconLock : IconMoodSad;
  return (
    <StatePanel icon={icon} title={title} hint={hint} order={page ? 1 : 2}>
      {onRetry === undefined ? null : (
        <Button variant="default" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </StatePanel>
  );
}
