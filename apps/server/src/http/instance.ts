import type { Contract, Result } from '@goniec/contract';
import { listCompanies } from '../db/companies.ts';
import { lastSent, readInstance } from '../db/instance.ts';
import { holdReason } from '../domain/hold.ts';
import { confirmRestore } from '../usecases/confirm-restore.ts';
import { runDoctor } from '../usecases/run-doctor.ts';
import type { HttpDeps } from './http-deps.ts';
import { identityOf } from './identity.ts';
import type { Handlers } from './mount.ts';
import { accept } from './problem.ts';

type InstanceView = Result<Contract['getInstance']>;

export function instanceHandlers(deps: HttpDeps): Pick<Handlers, 'getInstance' | 'confirmRestore' | 'runDoctor'> {
  const view = async (): Promise<InstanceView> => {
    const { installationId, epoch, holdReason: code, heldAt } = await readInstance(deps.db);
    return {
      version: deps.version,
      installationId,
      epoch,
      startedAt: deps.startedAt.toISOString(),
      hold:
        code === null || heldAt === null
          ? null
          : { since: heldAt.toISOString(), reason: holdReason(code), ...(await lastSign()) },
      credentials: (await allReadable()) ? 'readable' : 'unreadable',
    };
  };
  const lastSign = async () => {
    const { messageId, attemptAt } = await lastSent(deps.db);
    return {
      lastMessageId: messageId === null ? null : String(messageId),
      lastAttemptAt: attemptAt?.toISOString() ?? null,
    };
  };
  const allReadable = async () => {
    const keys = (await listCompanies(deps.db, 'all')).flatMap(({ id, wrappedKey }) =>
      wrappedKey === null ? [] : [{ id, wrappedKey }],
    );
    return keys.every(({ id, wrappedKey }) => deps.vault.companyKeyState(wrappedKey, String(id)) === 'readable');
  };
  return {
    getInstance: view,
    confirmRestore: async (_input, { request }) => {
      accept(await confirmRestore(deps, deps.mirror, { actor: identityOf(request).actor }));
      return view();
    },
    runDoctor: async () => {
      const { checks, drifts } = await runDoctor(deps);
      return { checks, drifts: [...drifts] };
    },
  };
}
