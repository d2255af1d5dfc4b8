/** What one campaign was meant to do; known to the driver from its own file of contractors, not from the database under test. */
export interface Expected {
  readonly name: string;
  /** The body, unlike that of any other campaign: by it the ledger's messages find their campaign. */
  readonly text: string;
  /** Digits with country code, as the ledger has them; each is to be taken once. */
  readonly sent: ReadonlySet<string>;
}

/** One handset of the emulator: what the gateway took for it, and what it showed. */
export interface Handset {
  readonly number: string;
  readonly accepted: readonly { readonly idx: string | null; readonly text: string; readonly status: string }[];
  readonly received: readonly { readonly text: string }[];
}

export interface Verdict {
  readonly accepted: number;
  readonly received: number;
  /** Taken or shown more than once: the number and the campaign. */
  readonly duplicates: readonly string[];
  /** Meant and never taken, or reported as delivered and never shown. */
  readonly losses: readonly string[];
  /** Taken although nobody meant it, or under an idx that was used before. */
  readonly strangers: readonly string[];
  /** Per campaign (by name): messages by the gateway's last word. */
  readonly statuses: ReadonlyMap<string, Readonly<Record<string, number>>>;
}

/** Compares the handsets with what was meant. Pure; `expected` are finished campaigns only. */
export function auditLedger(expected: readonly Expected[], handsets: readonly Handset[]): Verdict {
  const byText = new Map(expected.map((campaign) => [campaign.text, campaign]));
  const taken = new Set<string>();
  const idxSeen = new Set<string>();
  const statuses = new Map(expected.map(({ name }): [string, Record<string, number>] => [name, {}]));
  const duplicates: string[] = [];
  const losses: string[] = [];
  const strangers: string[] = [];
  let [accepted, received] = [0, 0];

  for (const { number, accepted: messages, received: screen } of handsets) {
    const shown = Map.groupBy(screen, ({ text }) => text);
    accepted += messages.length;
    received += screen.length;
    for (const { idx, text, status } of messages) {
      const campaign = byText.get(text);
      const what = `${number} in ${campaign?.name ?? 'no campaign'} (idx ${idx})`;
      if (idx === null || idxSeen.has(idx) || !campaign?.sent.has(number)) strangers.push(what);
      idxSeen.add(idx ?? '');
      if (!campaign) continue;
      const key = `${campaign.name}/${number}`;
      if (taken.has(key)) duplicates.push(`taken again: ${what}`);
      taken.add(key);
      const known = statuses.get(campaign.name) ?? {};
      known[status] = (known[status] ?? 0) + 1;
      if (status === 'DELIVERED' && !shown.has(text)) losses.push(`delivered, but never shown: ${what}`);
    }
    for (const [text, times] of shown)
      if (times.length > 1)
        duplicates.push(`shown ${times.length} times: ${number} in ${byText.get(text)?.name ?? 'no campaign'}`);
  }
  for (const { name, sent } of expected)
    for (const number of sent) if (!taken.has(`${name}/${number}`)) losses.push(`never taken: ${number} in ${name}`);
  return { accepted, received, duplicates, losses, strangers, statuses };
}
