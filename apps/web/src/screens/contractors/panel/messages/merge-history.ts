/** Two lists that are loaded page by page, each newest first, and whether older ones are still to come. */
interface Loaded<T> {
  readonly items: readonly T[];
  readonly hasMore: boolean;
}

export type HistoryLine<M, R> =
  | { readonly kind: 'sent'; readonly message: M }
  | { readonly kind: 'reply'; readonly reply: R };

interface Sent {
  readonly acceptedAt: string | null;
  readonly reportedAt: string | null;
}

interface Reply {
  readonly receivedAt: string;
}

/**
 * What went to a contractor and what came back, newest first. Nothing is shown that is older than the end of a list of which
 * more is to come: what belongs between would jump in above it later.
 */
export function mergeHistory<M extends Sent, R extends Reply>(
  sent: Loaded<M>,
  replies: Loaded<R>,
): readonly HistoryLine<M, R>[] {
  const messages = withMoments(sent.items);
  const answers = replies.items.map((reply) => ({
    at: Date.parse(reply.receivedAt),
    line: { kind: 'reply', reply } as const,
  }));
  const horizon = Math.max(endOf(messages, sent.hasMore), endOf(answers, replies.hasMore));
  // Sorting keeps the order of equals: messages of one moment stay as the server gave them.
  return [...messages, ...answers]
    .filter(({ at }) => at >= horizon)
    .toSorted((a, b) => b.at - a.at)
    .map(({ line }) => line);
}

/** A message that did not go out has no moment of its own: it stays beside the newer one before it. */
function withMoments<M extends Sent>(messages: readonly M[]) {
  let latest = Number.POSITIVE_INFINITY;
  return messages.map((message) => {
    const own = message.acceptedAt ?? message.reportedAt;
    latest = Math.min(latest, own === null ? latest : Date.parse(own));
    return { at: latest, line: { kind: 'sent', message } as const };
  });
}

const endOf = (lines: readonly { readonly at: number }[], hasMore: boolean): number =>
  hasMore ? (lines.at(-1)?.at ?? Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY;
