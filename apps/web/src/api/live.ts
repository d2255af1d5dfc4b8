import type { ServerEvent } from '@goniec/contract';
import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** Which cached answers an event makes old: a query's key begins with its resource and its company. */
export function touchedBy({ type, companyId, id }: ServerEvent): readonly QueryKey[] {
  switch (type) {
    case 'campaign.changed':
      return [
        ['campaigns', companyId],
        ['campaign', companyId, id],
        ['messages', companyId, id],
        ['recipients', companyId, id],
        ['uncertain', companyId],
        ['notices', companyId],
      ];
    case 'campaign.presence':
      return [['editors', companyId, id]];
    case 'balance.changed':
      return [['balance', companyId]];
    case 'directory.changed':
      return [
        ['contractors', companyId],
        ['groups', companyId],
        ['first-steps', companyId],
        ['recipients', companyId],
        ['quote', companyId],
      ];
    case 'import.changed':
      return [['imports', companyId]];
    case 'import.progress':
      return [['import-tasks', companyId]];
    case 'gateway.changed':
      return [
        ['gateway', companyId],
        ['balance', companyId],
        ['services', companyId],
        ['first-steps', companyId],
      ];
    case 'inbound.received':
    case 'inbound.changed':
      return [
        ['inbound', companyId],
        ['notices', companyId],
      ];
    case 'phones.changed':
      return [['phones', companyId]];
    case 'instance.changed':
      return [['instance']];
    case 'events.missed':
      return [[]];
  }
}

const TYPES: readonly ServerEvent['type'][] = [
  'campaign.changed',
  'campaign.presence',
  'balance.changed',
  'directory.changed',
  'import.changed',
  'import.progress',
  'gateway.changed',
  'inbound.received',
  'inbound.changed',
  'phones.changed',
  'instance.changed',
  'events.missed',
];

/**
 * The server counts back from when it is asked, which on a slow line is later: so much more than the age of the page is asked for.
 * What is told once too often costs a question.
 */
const SLACK_MS = 5_000;

/** Events of a running campaign come many times a second; the screen follows a few times a second. */
const GATHER_MS = 300;

/** The browser connects again by itself unless it got an answer that is no stream, as from a proxy without a server behind it. */
const AGAIN_MS = 5_000;

/**
 * Follows the server's events until the returned function is called, beginning with those since the page was opened: what it
 * has read by then may have changed before the stream is open. After a gap everything is asked for again, for what was missed
 * is not known.
 */
export function followServer(client: QueryClient, onConnected: (connected: boolean) => void): () => void {
  const gathered = new Map<string, QueryKey>();
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource;
  let wasLost = false;

  const flush = () => {
    gathering = undefined;
    for (const queryKey of gathered.values()) void client.invalidateQueries({ queryKey });
    gathered.clear();
  };
  const onEvent = (message: MessageEvent<string>) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server checked it against the contract
    for (const key of touchedBy(JSON.parse(message.data) as ServerEvent)) gathered.set(JSON.stringify(key), key);
    gathering ??= setTimeout(flush, GATHER_MS);
  };
  const connect = () => {
    source = new EventSource(`/api/v1/events?withinMs=${Math.ceil(performance.now()) + SLACK_MS}`);
    source.addEventListener('open', () => {
      if (wasLost) void client.invalidateQueries();
      wasLost = false;
      onConnected(true);
    });
    source.addEventListener('error', () => {
      // The first request that is refused tells whether the session has ended.
      if (!wasLost) void client.invalidateQueries({ queryKey: ['instance'] });
      wasLost = true;
      onConnected(false);
      if (source.readyState === EventSource.CLOSED) again = setTimeout(connect, AGAIN_MS);
    });
    for (const type of TYPES) source.addEventListener(type, onEvent);
  };
  connect();
  return () => {
    clearTimeout(gathering);
    clearTimeout(again);
    source.close();
  };
}
