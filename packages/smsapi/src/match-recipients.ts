/** A message in the gateway's reply, as far as it says whose it is. Numbers are digits only. */
export interface Claim {
  idx: string | null;
  number: string | null;
  submittedNumber: string | null;
}

/** A recipient we asked for. */
export interface Asked {
  idx: string;
  number: string;
}

/**
 * Finds out which recipient each message of a reply belongs to. Returns for every recipient the position of its claim,
 * or null if it has none; returns `'ambiguous'` when a message cannot be given to anybody although somebody is still
 * waiting, because then "refused" could be said about an SMS that went out.
 *
 * Number and idx together are certain. Then numbers decide: bad ones are missing from the reply, and a gateway that
 * handed out idx values by position would shift them all (dossier 2.5, 2.6). Then the idx alone, for a number the
 * gateway rewrote. Claims that say nothing at all (the plain-text dialect) are taken in order if their count fits.
 */
export function matchRecipients(asked: readonly Asked[], claims: readonly Claim[]): (number | null)[] | 'ambiguous' {
  const owners: (number | null)[] = asked.map(() => null);
  const positionByIdx = new Map(asked.map(({ idx }, at) => [idx, at]));
  const queueByNumber = Map.groupBy(asked.keys(), (at) => asked[at]?.number);

  const isWaiting = (at: number): boolean => owners[at] === null;
  const byIdx = (claim: Claim): number | undefined => positionByIdx.get(claim.idx ?? '');
  const byBoth = (claim: Claim): number | undefined => {
    const at = byIdx(claim);
    const number = at === undefined ? undefined : asked[at]?.number;
    return number === claim.submittedNumber || number === claim.number ? at : undefined;
  };
  const byNumber = ({ submittedNumber, number }: Claim): number | undefined =>
    [submittedNumber, number]
      .flatMap((each) => (each === null ? [] : (queueByNumber.get(each) ?? [])))
      .find((at) => isWaiting(at));

  let left = [...claims.entries()];
  for (const choose of [byBoth, byNumber, byIdx]) {
    left = left.filter(([position, claim]) => {
      const at = choose(claim);
      if (at === undefined || !isWaiting(at)) return true;
      owners[at] = position;
      return false;
    });
  }
  const waiting = [...owners.keys()].filter(isWaiting);
  if (left.length === 0 || waiting.length === 0) return owners;
  if (left.length !== waiting.length || !left.every(([, claim]) => isSilent(claim))) return 'ambiguous';
  for (const [place, at] of waiting.entries()) owners[at] = left[place]?.[0] ?? null;
  return owners;
}

function isSilent(claim: Claim): boolean {
  return claim.idx === null && claim.number === null && claim.submittedNumber === null;
}
