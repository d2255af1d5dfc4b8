import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Stands where the cards will: as high as they are, so that nothing jumps when they come. */
export function SettingsSkeleton({ heights }: { readonly heights: readonly number[] }) {
  const { t } = useTranslation();
  return (
    <>
      <span role="status" aria-label={t('common.loading')} style={{ position: 'absolute' }} />
      {heights.map((height, at) => (
        <Skeleton key={`${at}/${height}`} height={height} />
      ))}
    </>
  );
}
