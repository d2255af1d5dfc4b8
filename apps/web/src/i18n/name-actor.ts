import i18next from 'i18next';

/** Who did it, as people say it: somebody or a key by name, the program itself, or a key that is no more. */
export function nameActor(actor: string, name: string | null): string {
  if (name !== null) return name;
  if (actor.startsWith('system:')) return 'Goniec';
  return actor.startsWith('key:') ? i18next.t('common.goneKey') : actor;
}
