import { contract } from '@goniec/contract';
import { listBalanceReadings } from '../db/balance-readings.ts';
import { listGatewayErrors, type GatewayErrorRow } from '../db/gateway-errors.ts';
import { readPace, type Pace } from '../db/gateway-pace.ts';
import { findGateway, type GatewayRow } from '../db/gateways.ts';
import { inboundSteps, panelUrl, tokenSteps } from '../domain/gateway-panel.ts';
import { isOver } from '../domain/gateway-trouble.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import { connectEmulator } from '../usecases/connect-emulator.ts';
import { listSenderNames } from '../usecases/list-sender-names.ts';
import { readToken, unexplained, type StoredToken } from '../usecases/open-gateway.ts';
import { isEmulator } from '../usecases/open-handsets.ts';
import { readBalance, type Balance } from '../usecases/read-balance.ts';
import { readBalanceHistory } from '../usecases/read-balance-history.ts';
import { inboundUrl, registerInbound } from '../usecases/register-inbound.ts';
import { saveGateway } from '../usecases/save-gateway.ts';
import { saveGatewayToken } from '../usecases/save-gateway-token.ts';
import { testGateway } from '../usecases/test-gateway.ts';
import { explainerOf } from './explain.ts';
import type { HttpDeps } from './http-deps.ts';
import { companyOf, identityOf } from './identity.ts';
import type { Exchange, Handlers } from './mount.ts';
import { accept } from './problem.ts';

type GatewayHandlers = Pick<
  Handlers,
  | 'getGateway'
  | 'saveGateway'
  | 'saveGatewayToken'
  | 'testGateway'
  | 'registerInbound'
  | 'connectEmulator'
  | 'listSenderNames'
  | 'listGatewayErrors'
  | 'getBalance'
  | 'getBalanceHistory'
  | 'listBalanceReadings'
>;

export function gatewayHandlers(deps: HttpDeps): GatewayHandlers {
  const explain = explainerOf(deps);
  const view = async (companyId: number) => {
    const found = accept(present(await readToken(deps, companyId)));
    const pace = accept(present(await readPace(deps.db, companyId)));
    const emulator = await isEmulator(deps, found);
    return gatewayView({ ...found, pace, emulator, inboundUrl: inboundUrl(deps, found.gateway) }, explain);
  };
  return {
    getGateway: async ({ params }, exchange) => view(whose(exchange, params).companyId),
    saveGateway: async ({ params, body }, exchange) => {
      const who = whose(exchange, params);
      accept(
        await saveGateway(deps, {
          ...who,
          settings: { ...body, sender: body.sender ?? null, lowBalance: body.lowBalance ?? null },
        }),
      );
      return view(who.companyId);
    },
    saveGatewayToken: async ({ params, body }, exchange) => {
      const who = whose(exchange, params);
      accept(await saveGatewayToken(deps, { ...who, ...body }));
      return view(who.companyId);
    },
    testGateway: async ({ params }, exchange) => {
      const { balance, ...tested } = accept(await testGateway(deps, whose(exchange, params).companyId));
      return { ...tested, balance: balance && balanceShape(balance) };
    },
    registerInbound: async ({ params }, exchange) => accept(await registerInbound(deps, whose(exchange, params))),
    connectEmulator: async ({ params }, exchange) => {
      const who = whose(exchange, params);
      const usual = contract.saveGateway.body.parse({ provider: 'smsapi' });
      accept(await connectEmulator(deps, { ...who, defaults: { ...usual, sender: null, lowBalance: null } }));
      return view(who.companyId);
    },
    listSenderNames: async ({ params }, exchange) => ({
      items: [...accept(await listSenderNames(deps, whose(exchange, params).companyId))],
    }),
    listGatewayErrors: async ({ params, query }, exchange) => {
      const { companyId } = whose(exchange, params);
      const { provider, verifiedAt } = accept(present(await findGateway(deps.db, companyId)));
      const errors = await listGatewayErrors(deps.db, companyId, query.limit);
      const overNow = (error: GatewayErrorRow) =>
        isOver(error, deps.providers.get(provider)?.proofOf(error.code) ?? null, verifiedAt);
      return { items: errors.map((error) => ({ ...gatewayErrorView(error, explain), over: overNow(error) })) };
    },
    getBalance: async ({ params }, exchange) =>
      balanceShape(accept(await readBalance(deps, whose(exchange, params).companyId))),
    getBalanceHistory: async ({ params, query }, exchange) => {
      const { companyId } = whose(exchange, params);
      const history = accept(await readBalanceHistory(deps, { companyId, days: Number(query.days) }));
      const items = history.items.map(({ points, readAt }) => ({ points, readAt: readAt.toISOString() }));
      return { ...history, items };
    },
    listBalanceReadings: async ({ params, query }, exchange) => {
      const { companyId } = whose(exchange, params);
      const gateway = accept(present(await findGateway(deps.db, companyId)));
      const readings = await listBalanceReadings(deps.db, { companyId, gatewayId: gateway.id, limit: query.limit });
      return { items: readings.map(({ points, readAt }) => ({ points, readAt: readAt.toISOString() })) };
    },
  };
}

const whose = ({ request }: Exchange, params: { readonly companyId: string }) => ({
  companyId: companyOf(request, params.companyId),
  actor: identityOf(request).actor,
});

const present = <T>(found: T | null | undefined): Outcome<T> => (found ? done(found) : refuse('gateway_missing'));

interface GatewayFacts {
  readonly gateway: GatewayRow;
  readonly token: StoredToken;
  readonly pace: Pace;
  readonly emulator: boolean;
  readonly inboundUrl: string;
}

function gatewayView(facts: GatewayFacts, explain: ReturnType<typeof explainerOf>) {
  const { gateway, token, pace, emulator, inboundUrl: url } = facts;
  const { lastErrorCode, lastErrorAt } = gateway;
  const error = lastErrorCode === null || lastErrorAt === null ? null : explain(lastErrorCode);
  return {
    provider: 'smsapi' as const,
    baseUrl: gateway.baseUrl,
    sender: gateway.sender,
    timeoutMs: gateway.timeoutMs,
    batchSize: gateway.batchSize,
    requestsPerSecond: gateway.requestsPerSecond,
    concurrency: gateway.concurrency,
    maxParts: gateway.maxParts,
    settleAutomatically: gateway.settleAutomatically,
    pointValue: gateway.pointValue,
    lowBalance: gateway.lowBalance,
    token: token.state,
    partPrice: gateway.partPrice,
    paymentType: gateway.paymentType,
    accountName: gateway.accountName,
    emulator,
    verifiedAt: gateway.verifiedAt?.toISOString() ?? null,
    pace: { requestsPerSecond: Math.round(pace.requestsPerSecond * 100) / 100, concurrency: pace.concurrency },
    lastError: error && lastErrorAt && { ...error, at: lastErrorAt.toISOString() },
    inbound: { url, steps: inboundSteps(gateway.baseUrl).map((step) => ({ ...step })) },
    tokenSteps: tokenSteps(gateway.baseUrl).map((step) => ({ ...step })),
  };
}

function gatewayErrorView(row: GatewayErrorRow, explain: ReturnType<typeof explainerOf>) {
  const { id, operation, code, times, firstAt, lastAt } = row;
  const reason = { ...(explain(code) ?? unexplained(code)) };
  return { ...reason, id: String(id), operation, times, firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString() };
}

function balanceShape({ gateway, readAt, canBuy, ...balance }: Balance) {
  return {
    ...balance,
    canBuy,
    buyUrl: canBuy ? panelUrl(gateway.baseUrl) : null,
    readAt: readAt.toISOString(),
  };
}
