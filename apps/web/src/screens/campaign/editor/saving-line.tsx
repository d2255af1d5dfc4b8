import { checkLimit, toGsm } from '@goniec/sms-text';
import type { Contract, Result } from '@goniec/contract';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../../i18n/format.ts';
import { useCounted } from '../../../i18n/use-counted.ts';

interface SavingLineProps {
  readonly text: string;
  /** Whether the switch is on. */
  readonly on: boolean;
  /** Of the saved text; undefined while the text is changing, for then it is not known. */
  readonly quote: Result<Contract['quoteCampaign']> | undefined;
}

/** What *Bez polskich* does to this very text: parts of each SMS at once, the amount for the recipients once it is priced. */
export function SavingLine({ text, on, quote }: SavingLineProps) {
  const { t } = useTranslation();
  const counted = useCounted();
  const plain = toGsm(text);
  if (plain === text) return t(`campaign.saving.${text === '' ? 'hint' : 'nothing'}`);
  const [before, after] = [checkLimit(text).parts, checkLimit(plain).parts];
  if (before === after) return t('campaign.saving.samePrice', { parts: counted('parts', after) });
  const saved = quote?.withoutPolish ?? null;
  return (
    <>
      {t('campaign.saving.each', { before: counted('parts', before), after: counted('parts', after) })}
      {saved !== null && saved.savedParts > 0 ? (
        <Text span inherit fw={600} c="var(--goniec-good)">
          {' '}
          {t(on ? 'campaign.saving.saved' : 'campaign.saving.toSave', {
            parts: counted('parts', saved.savedParts),
            amount: formatMoney(saved.savedValue),
          })}
        </Text>
      ) : null}
    </>
  );
}
