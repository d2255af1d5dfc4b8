import { Button, Group, Stack } from '@mantine/core';
import { IconPlus, IconUserPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client.ts';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { notifyError } from '../../../../ui/notify.ts';
import { StatePanel } from '../../../../ui/state-panels.tsx';
import { useFocusHeir } from '../../../../ui/use-focus-heir.ts';
import { useDirectoryChanged, type ContactView, type ContractorView } from '../contractor-query.ts';
import type { Unsaved } from '../use-unsaved.ts';
import { ContactCard } from './contact-card.tsx';
import { ContactForm } from './contact-form.tsx';
import { useInsert } from './use-insert.ts';

interface ContactsTabProps {
  readonly companyId: string;
  readonly contractor: ContractorView;
  readonly unsaved: Unsaved;
  readonly shown: boolean;
}

/** *Dodaj kontakt*, and the contact that it begins. */
const NEW = 'new';

/** *Kontakty*: each in its place, one of them open for writing. */
export function ContactsTab({ companyId, contractor, unsaved, shown }: ContactsTabProps) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<ContactView | null>(null);
  const changed = useDirectoryChanged(companyId);
  const heir = useFocusHeir();
  const remove = useMutation({
    mutationFn: (contactId: string) => api.deleteContact({ params: { companyId, contactId } }),
    onSuccess: async () => {
      await changed();
      heir.name(NEW);
    },
    onError: notifyError,
    onSettled: () => setDeleting(null),
  });
  const stop = () => {
    if (writing !== null) heir.name(writing);
    setWriting(null);
  };
  const write = (contactId: string) => () => setWriting(contactId);
  const box = useRef<HTMLDivElement>(null);
  useInsert(box, shown, () => setWriting((now) => now ?? NEW));
  const form = (contact: ContactView | null) => (
    <ContactForm
      key={contact?.id ?? NEW}
      companyId={companyId}
      contractor={contractor}
      contact={contact}
      unsaved={unsaved}
      onDone={stop}
    />
  );
  return (
    <Stack ref={box} gap="xs">
      {contractor.contacts.length === 0 && writing === null ? (
        <StatePanel
          icon={IconUserPlus}
          title={t('contractor.contacts.empty')}
          hint={t('contractor.contacts.emptyHint')}
        >
          <Button ref={heir.refOf(NEW)} leftSection={<IconPlus size={14} />} onClick={write(NEW)}>
            {t('contractor.contacts.add')}
          </Button>
        </StatePanel>
      ) : null}
      {contractor.contacts.map((contact) =>
        writing === contact.id ? (
          form(contact)
        ) : (
          <ContactCard
            key={contact.id}
            contact={contact}
            locked={writing !== null}
            editRef={heir.refOf(contact.id)}
            onEdit={write(contact.id)}
            onDelete={() => setDeleting(contact)}
          />
        ),
      )}
      {writing === NEW ? form(null) : null}
      {contractor.contacts.length > 0 && writing === null ? (
        <Group>
          <Button ref={heir.refOf(NEW)} variant="default" leftSection={<IconPlus size={14} />} onClick={write(NEW)}>
            {t('contractor.contacts.add')}
          </Button>
        </Group>
      ) : null}
      <ConfirmDialog
        opened={deleting !== null}
        title={t('contractor.contacts.deleteTitle', { name: deleting?.name ?? t('contractor.contacts.unnamed') })}
        text={t('contractor.contacts.deleteText')}
        confirm={t('common.delete')}
        danger
        loading={remove.isPending}
        onClose={() => setDeleting(null)}
        onConfirm={() => deleting && remove.mutate(deleting.id)}
      />
    </Stack>
  );
}
