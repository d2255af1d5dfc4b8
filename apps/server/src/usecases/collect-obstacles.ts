import { isHeld } from '../db/instance.ts';
import { recordGatewayError, type GatewayRow } from '../db/gateways.ts';
import { judgeFunds } from '../domain/balance.ts';
import type { Reason } from '../domain/reason.ts';
import { reasonOf } from '../domain/refusal.ts';
import { senderObstacle } from '../domain/sender.ts';
import { checkEntitlement } from './check-entitlement.ts';
import type { Deps } from './deps.ts';
import { noteGatewayTrouble } from './note-gateway-trouble.ts';
import { openGateway, readToken, reasonFrom, type OpenGateway } from './open-gateway.ts';
import { recordProfile } from './record-profile.ts';

export interface Gate {
  /** Everything that stands in the way of sending now, each once. */
  readonly obstacles: readonly Reason[];
  readonly balance: {
    readonly points: number | null;
    readonly enough: boolean | null;
    readonly readAt: Date;
  } | null;
  readonly gateway: GatewayRow | null;
}

type Checks = Pick<Deps, 'db' | 'clock' | 'line' | 'vault' | 'providers' | 'log'>;

/**
 * The send gate (design section 4, step 2): all obstacles at once, so that a person removes them in one go. Fails closed: a
 * check that breaks is an obstacle itself.
 */
export async function collectObstacles(
  deps: Checks,
  companyId: number,
  need: { readonly points: number },
): Promise<Gate> {
  const broken = (error: unknown) => {
    deps.log.error({ err: error, companyId }, 'gate.check_failed');
    return reasonOf('check_failed');
  };
  const [hold, service, account] = await Promise.all([
    holdObstacle(deps).catch(broken),
    checkEntitlement(deps, companyId).then(({ obstacle }) => obstacle, broken),
    checkAccount(deps, companyId, need.points).catch((error: unknown) => ({
      obstacles: [broken(error)],
      balance: null,
      gateway: null,
    })),
  ]);
  const all = [hold, service, ...account.obstacles].filter((reason) => reason !== null);
  return { ...account, obstacles: [...new Map(all.map((reason) => [reason.code, reason])).values()] };
}

async function holdObstacle(deps: Pick<Deps, 'db'>): Promise<Reason | null> {
  return (await isHeld(deps.db)) ? reasonOf('restore_hold') : null;
}

async function checkAccount(deps: Checks, companyId: number, neededPoints: number): Promise<Gate> {
  const opened = await openGateway(deps, companyId);
  if (opened.ok) return askAccount(deps, opened.value, neededPoints);
  const gateway = (await readToken(deps, companyId))?.gateway ?? null;
  const noSender = gateway !== null && gateway.sender === null ? [reasonOf('sender_missing')] : [];
  return { obstacles: [reasonOf(opened.refusal.code), ...noSender], balance: null, gateway };
}

/** What only the gateway knows: whether the token is good, the sender approved, and the money enough. */
async function askAccount(deps: Checks, open: OpenGateway, neededPoints: number): Promise<Gate> {
  const { gateway, kind, provider } = open;
  const readAt = deps.clock();
  const [profile, senders] = await Promise.all([provider.profile(), provider.senders()]);
  const failed = [profile, senders].flatMap((answer) => (answer.ok ? [] : [answer.code]));
  if (failed[0] !== undefined) {
    const { id: gatewayId, companyId } = gateway;
    await recordGatewayError(deps.db, companyId, failed[0]);
    await noteGatewayTrouble(deps, { companyId, gatewayId, operation: 'check', code: failed[0] });
  }
  const sender = senderObstacle(gateway.sender, senders.ok ? senders.value : []);
  const obstacles = [
    ...failed.map((code) => reasonFrom(kind, code)),
    ...(sender !== null && (senders.ok || sender === 'sender_missing') ? [reasonOf(sender)] : []),
  ];
  if (!profile.ok) return { obstacles, balance: null, gateway };

  if (senders.ok) await recordProfile(deps, gateway, { ...profile.value, partPrice: null, readAt });
  const { enough, obstacle } = judgeFunds(profile.value, neededPoints);
  return {
    obstacles: obstacle === null ? obstacles : [...obstacles, reasonOf(obstacle)],
    balance: { points: profile.value.points, enough, readAt },
    gateway,
  };
}
