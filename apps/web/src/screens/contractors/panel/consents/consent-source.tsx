import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** An import names itself, and since it is known its file. */
const IMPORT = /^import:([1-9]\d{0,15})(?: (.*))?$/;
const REPLY = /^inbound:([1-9]\d{0,15})$/;

/** The proof of an entry: a reply can be read, an import looked at, anything else is told as it was written down. */
export function ConsentSource({ companyId, source }: { readonly companyId: string; readonly source: string | null }) {
  const { t } = useTranslation();
  if (source === null) return null;
  const [, importId, fileName] = IMPORT.exec(source) ?? [];
  if (importId !== undefined)
    return (
      <>
        {' · '}
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/firma/$companyId/kontrahenci/import"
              params={{ companyId }}
              search={{ id: importId }}
            />
          )}
        >
          {fileName === undefined
            ? t('contractor.consents.importNo', { id: importId })
            : t('contractor.consents.importOf', { fileName })}
        </Anchor>
      </>
    );
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
