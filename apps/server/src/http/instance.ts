import type { Contract, Result } from '@goniec/contract';
import { listCompanies } from '../db/companies.ts';
import { lastSent, readInstance, type InstanceRow } from '../db/instance.ts';
import type { EpochMark, LifeSign } from '../domain/epoch.ts';
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
    const instance = await readInstance(deps.db);
    const { installationId, epoch, holdReason: code, heldAt } = instance;
    return {
      version: deps.version,
      installationId,
      epoch,
      startedAt: deps.startedAt.toISOString(),
      hold:
        code === null || heldAt === null
          ? null
          : { since: heldAt.toISOString(), reason: holdReason(code), ...(await copies(instance)) },
      credentials: (await allReadable()) ? 'readable' : 'unreadable',
    };
  };
  /** This database beside what the state folder remembers of the one it last worked with. */
  const copies = async ({ installationId, epoch, pulseAt }: InstanceRow) => {
    const { messageId, attemptAt, waiting } = await lastSent(deps.db);
    const file = await deps.mirror.readEpoch();
    const database = signView({ installationId, epoch }, { lastMessageId: messageId, at: pulseAt ?? attemptAt });
    return {
      lastMessageId: database.lastMessageId,
      lastAttemptAt: attemptAt?.toISOString() ?? null,
      database,
      file: file.kind === 'present' ? signView(file.mark, file.sign) : null,
      waiting,
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
    confirmRestore: async ({ body }, { request }) => {
      accept(await confirmRestore(deps, deps.mirror, { actor: identityOf(request).actor, ...body }));
      return view();
    },
    runDoctor: async () => {
      const { checks, drifts } = await runDoctor(deps);
      return { checks, drifts: [...drifts] };
    },
  };
}

function signView({ installationId, epoch }: Pick<EpochMark, 'installationId' | 'epoch'>, sign: LifeSign) {
  const { lastMessageId, at } = sign;
  return {
    installationId,
    epoch,
    lastMessageId: lastMessageId === null ? null : String(lastMessageId),
    at: at?.toISOString() ?? null,
  };
}
