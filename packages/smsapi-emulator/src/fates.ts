/** What becomes of a message; the handset's number decides. */
export type Fate =
  | 'delivered'
  | 'undelivered'
  | 'expired'
  | 'rejected'
  | 'late'
  | 'silent'
  | 'invalid'
  | 'blacklisted'
  | 'unknown-then-delivered'
  | 'duplicated'
  | 'disordered'
  | 'failed'
  | 'unknown';

export interface FateRule {
  /** The last digits of the number, as a text. */
  readonly ending: string;
  readonly fate: Fate;
  readonly meaning: string;
}

/**
 * Three digits pick one fate on purpose: for tests that need exactly this.
 * The tens 90-99 are everyday trouble: with them a demo's campaign looks like a real one, about nine in ten delivered.
 * The README shows this table; a test compares the two.
 */
export const FATE_RULES: readonly FateRule[] = [
  { ending: '000', fate: 'undelivered', meaning: 'UNDELIVERED' },
  { ending: '001', fate: 'expired', meaning: 'EXPIRED' },
  { ending: '002', fate: 'rejected', meaning: 'REJECTED by the operator' },
  { ending: '003', fate: 'late', meaning: 'DELIVERED, a minute late' },
  { ending: '004', fate: 'silent', meaning: 'reaches the handset, but no report is ever sent' },
  { ending: '005', fate: 'invalid', meaning: 'refused at sending as an invalid number (13)' },
  { ending: '006', fate: 'blacklisted', meaning: 'refused at sending as blacklisted (57)' },
  { ending: '007', fate: 'unknown-then-delivered', meaning: 'UNKNOWN, then DELIVERED a minute late' },
  { ending: '008', fate: 'duplicated', meaning: 'DELIVERED, every report sent twice' },
  { ending: '009', fate: 'disordered', meaning: 'DELIVERED is reported before SENT and QUEUE' },
  { ending: '010', fate: 'failed', meaning: 'FAILED in the gateway' },
  { ending: '90', fate: 'undelivered', meaning: 'UNDELIVERED' },
  { ending: '91', fate: 'undelivered', meaning: 'UNDELIVERED' },
  { ending: '92', fate: 'undelivered', meaning: 'UNDELIVERED' },
  { ending: '93', fate: 'undelivered', meaning: 'UNDELIVERED' },
  { ending: '94', fate: 'expired', meaning: 'EXPIRED' },
  { ending: '95', fate: 'expired', meaning: 'EXPIRED' },
  { ending: '96', fate: 'rejected', meaning: 'REJECTED by the operator' },
  { ending: '97', fate: 'late', meaning: 'DELIVERED, a minute late' },
  { ending: '98', fate: 'silent', meaning: 'reaches the handset, but no report is ever sent' },
  { ending: '99', fate: 'unknown', meaning: 'UNKNOWN' },
];

const BY_ENDING: ReadonlyMap<string, Fate> = new Map(FATE_RULES.map((rule) => [rule.ending, rule.fate]));

/**
 * The fate of a number in the calm profile.
 * @param number digits with country code
 * @example fateOf('48500100002') // 'rejected'
 */
export const fateOf = (number: string): Fate =>
  BY_ENDING.get(number.slice(-3)) ?? BY_ENDING.get(number.slice(-2)) ?? 'delivered';
