/** What the gate and the settings look at: a name of the account, as the gateway lists it. */
interface ListedSender {
  readonly sender: string;
  readonly status: string;
  readonly usable: boolean;
}

export type SenderObstacle = 'sender_missing' | 'sender_unknown' | 'sender_pending' | 'sender_inactive';

/**
 * Why a name cannot be sent under, or null (S4). Only a name the gateway calls usable may be: without one the account's
 * default would go out ("Test" on a new account), and with an unapproved one the gateway refuses the whole batch.
 */
export function senderObstacle(sender: string | null, listed: readonly ListedSender[]): SenderObstacle | null {
  if (sender === null) return 'sender_missing';
  const found = listed.find((each) => each.sender === sender);
  if (!found) return 'sender_unknown';
  if (found.usable) return null;
  return found.status === 'pending' ? 'sender_pending' : 'sender_inactive';
}
