import { Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ChangeEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client.ts';
import { formatPhone } from '../../../../i18n/format-phone.ts';
import { say } from '../../../../ui/describe-error.ts';
import { useTyping } from '../use-typing.ts';

/** Typing is followed, but not digit by digit. */
const PAUSE_MS = 250;

interface PhoneFieldProps {
  readonly value?: string;
  readonly onChange?: (event: ChangeEvent<HTMLInputElement>) => void;
  /** What saving found; typing takes its place again. */
  readonly error?: ReactNode;
}

/**
 * A number as it is typed, and below it as it would be stored, or, once the field is left, why it cannot be. The line below is always
 * there.
 */
export function PhoneField({ value = '', onChange, error, ...others }: PhoneFieldProps) {
  const { t } = useTranslation();
  const { isTyping, ...following } = useTyping(value);
  const [typed] = useDebouncedValue(value.trim(), PAUSE_MS);
  const check = useQuery({
    queryKey: ['check-phone', typed],
    queryFn: ({ signal }) => api.checkPhone({ body: { phone: typed } }, { signal }),
    enabled: typed !== '',
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const found = typed === '' || value.trim() === '' ? undefined : check.data;
  const isOld = typed !== value.trim() || check.isPlaceholderData;
  const fault = found?.fault ?? null;
  const verdict = () => {
    if (value.trim() === '' || (fault !== null && isTyping))
      return <Text {...LINE}>{t('contractor.contacts.phoneHint')}</Text>;
    if (check.error && !isOld) return <Text {...LINE}>{t('contractor.contacts.notChecked')}</Text>;
    if (!found || isOld) return <Text {...LINE}>{t('contractor.contacts.checking')}</Text>;
    if (found.fault)
      return (
        <Text {...LINE} c="var(--goniec-bad)">
          {say(found.fault.sentence)} {found.fault.action ? say(found.fault.action) : null}
        </Text>
      );
    return (
      <Text {...LINE} c={found.notice ? 'var(--goniec-warn)' : 'var(--goniec-good)'}>
        {found.phone === null ? null : formatPhone(found.phone)}
        {found.kind === null ? null : ` · ${t(`contractor.contacts.kind.${found.kind}`)}`}
        {found.notice ? `. ${say(found.notice.sentence)}` : null}
      </Text>
    );
  };
  return (
    <div {...following}>
      <TextInput
        label={t('contractor.contacts.phone')}
        type="tel"
        maxLength={100}
        autoComplete="off"
        value={value}
        onChange={onChange}
        error={error ?? (fault !== null && !isOld && !isTyping)}
        {...others}
      />
      <div role="status" style={{ minHeight: 20, marginTop: 3 }}>
        {error ? null : verdict()}
      </div>
    </div>
  );
}

const LINE = { size: 'xs', c: 'dimmed' } as const;
