import { z } from 'zod';
import { call } from './call.ts';
import { readIsoDate, readPage } from './collection.ts';
import { text } from './reply-body.ts';
import type { Connection } from './connection.ts';
import type { Result } from './result.ts';

export type SenderNameStatus = 'active' | 'inactive' | 'pending' | 'rejected' | 'deleted' | 'unknown';

/** A sender name of the account. Only an active one is `usable`: any other makes the gateway refuse with error 14. */
export interface SenderName {
  sender: string;
  isDefault: boolean;
  status: SenderNameStatus;
  usable: boolean;
  createdAt: Date | null;
}

const statuses: readonly SenderNameStatus[] = ['active', 'inactive', 'pending', 'rejected', 'deleted'];

const senderNameReply = z.object({
  sender: z.string().min(1),
  is_default: z.union([z.boolean(), z.string()]).catch(false),
  status: text,
  created_at: text,
});

function readSenderName(entry: unknown): SenderName | undefined {
  const parsed = senderNameReply.safeParse(entry).data;
  if (parsed === undefined) return undefined;
  // The sources disagree about the words and their case (dossier 7.2): an unknown one is never usable
  const word = parsed.status?.toLowerCase();
  const status = statuses.find((each) => each === word) ?? 'unknown';
  return {
    sender: parsed.sender,
    isDefault: parsed.is_default === true || parsed.is_default === '1' || parsed.is_default === 'true',
    status,
    usable: status === 'active',
    createdAt: readIsoDate(parsed.created_at),
  };
}

/** `GET /sms/sendernames`. */
export function fetchSenderNames(connection: Connection, signal?: AbortSignal): Promise<Result<readonly SenderName[]>> {
  return call(
    connection,
    { method: 'GET', path: 'sms/sendernames' },
    (data) => readPage(data, readSenderName)?.entries,
    signal,
  );
}
