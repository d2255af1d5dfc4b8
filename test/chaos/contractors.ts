/** A group of contractors of the file: a campaign goes to one of them. */
interface Group {
  readonly name: string;
  readonly size: number;
}

/** Campaigns of several sizes; batches come from the gateway's settings of each company. */
export const groups: readonly [Group, ...Group[]] = [
  { name: 'Mała', size: 6 },
  { name: 'Średnia', size: 20 },
  { name: 'Duża', size: 45 },
  { name: 'Największa', size: 90 },
];

/** One in so many is reported a minute late: long after the lease of a dead worker, which a report would else come before. */
const LATE_EACH = 10;
const LATE = /97$/u;
/** Of these no report ever comes: their campaign would wait for 72 h. */
const SILENT = /(?:004|98)$/u;
/**
 * Refused by the gateway at sending. When that answer is lost, error 53 on the repeat says only that the request had been taken, so
 * they count as handed over until 72 h without a report have passed: true, but too long for a test.
 */
const REFUSED = /(?:005|006)$/u;

export interface ContractorFile {
  readonly csv: string;
  /** The numbers of each group, digits with country code. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

/** One company's contractors as people export them, all with consent: the driver's own knowledge of who is to get what. */
export function makeContractors(): ContractorFile {
  const late = numbersWhere((number) => LATE.test(number));
  const usual = numbersWhere((number) => ![LATE, SILENT, REFUSED].some((ending) => ending.test(number)));
  const members = new Map(
    groups.map(({ name, size }): [string, readonly string[]] => [
      name,
      Array.from({ length: size }, (_, nth) => (nth % LATE_EACH === 0 ? late() : usual())),
    ]),
  );
  const rows = [...members].flatMap(([group, numbers]) =>
    numbers.map((number) => `K${number.slice(-6)};Kontrahent ${number.slice(-6)};${number};${group};T;2026-01-15`),
  );
  return { csv: ['Kod;Nazwa;Telefon SMS;Grupa;Zgoda SMS;Data zgody', ...rows].join('\r\n'), members };
}

/** Mobile numbers that fit, one after another. */
function numbersWhere(fits: (number: string) => boolean): () => string {
  let last = 48_501_000_000;
  return () => {
    do last += 1;
    while (!fits(String(last)));
    return String(last);
  };
}
