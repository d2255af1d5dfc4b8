/** A contact as the choice sees it. */
export interface Candidate {
  readonly id: string;
  readonly phone: string;
}

/** Last digits by which the emulator's handsets decide their fate (packages/smsapi-emulator): one of each kind of trouble. */
const RARE = ['000', '001', '002', '003', '004', '005', '006', '007', '008', '009', '010'] as const;
const EVERYDAY = ['90', '91', '92', '93', '94', '95', '96', '97', '98', '99'] as const;
/** Those whose handset gets the text and never reports it. */
const SILENT: ReadonlySet<string> = new Set(['004', '98']);

const OF_EACH_RARE = 2;
const OF_EACH_EVERYDAY = 3;

/** The ending that decides about a number; null for one that is simply delivered. */
function fatefulEnding(phone: string): string | null {
  const [three, two] = [phone.slice(-3), phone.slice(-2)];
  return RARE.find((ending) => ending === three) ?? EVERYDAY.find((ending) => ending === two) ?? null;
}

export const isSilent = (phone: string): boolean => SILENT.has(fatefulEnding(phone) ?? '');

/**
 * Contacts for a demonstration: every fate a handset can have, a few of each, and ordinary ones up to `wanted`, in the order
 * given. The same directory gives the same choice.
 */
export function chooseContacts(candidates: readonly Candidate[], wanted: number): Candidate[] {
  const unique = [...new Map(candidates.map((each) => [each.phone, each])).values()];
  const groups = Map.groupBy(unique, ({ phone }) => fatefulEnding(phone));
  const fateful = [
    ...RARE.flatMap((ending) => (groups.get(ending) ?? []).slice(0, OF_EACH_RARE)),
    ...EVERYDAY.flatMap((ending) => (groups.get(ending) ?? []).slice(0, OF_EACH_EVERYDAY)),
  ].slice(0, wanted);
  return [...fateful, ...(groups.get(null) ?? []).slice(0, wanted - fateful.length)];
}
