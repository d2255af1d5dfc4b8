import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const REPLY = /^inbound:([1-9]\d{0,15})$/;

/** The proof of an entry: a reply can be read, anything else is told as it was written down. */
export function ConsentSource({ companyId, source }: { readonly companyId: string; readonly source: string | null }) {
  const { t } = useTranslation();
  if (source === null) return null;
  const [, id] = REPLY.exec(source) ?? [];
  if (id === undefined) return <> · {source}</>;
  return (
    <>
      {' · '}
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link
            {...props}
            to="/firma/$companyId/odpowiedzi"
            params={{ companyId }}
            search={{ stan: 'wszystkie', id }}
          />
        )}
      >
        {t('contractor.consents.reply')}
      </Anchor>
    </>
  );
}
