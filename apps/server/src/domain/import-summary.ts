import type { RowPlan } from './import-plan.ts';
import type { ContactDraft, RowRemark } from './import-row.ts';
import type { Sentence } from './reason.ts';

/** What an import comes to, in numbers. */
export interface ImportSummary {
  readonly rows: number;
  readonly create: number;
  readonly update: number;
  readonly same: number;
  readonly rejected: number;
  readonly contacts: { readonly create: number; readonly update: number; readonly same: number };
  readonly numbers: {
    readonly mobile: number;
    readonly landline: number;
    readonly other: number;
    readonly faulty: number;
  };
  readonly consents: { readonly given: number; readonly withdrawn: number; readonly keptWithdrawn: number };
  readonly remarks: readonly {
    readonly code: string;
    readonly severity: string;
    readonly count: number;
    readonly sentence: Sentence;
  }[];
}

/** One line of the file: what would become of it, or nothing of a rejected one. */
export interface SummedRow {
  readonly plan: RowPlan | null;
  readonly contacts: readonly ContactDraft[];
  readonly remarks: readonly RowRemark[];
}

export function summarise(rows: readonly SummedRow[]): ImportSummary {
  const count = <T>(items: readonly T[], which: (item: T) => boolean) => items.filter(which).length;
  const plans = rows.flatMap(({ plan }) => plan ?? []);
  const contacts = plans.flatMap((plan) => plan.contacts);
  const consents = plans.flatMap((plan) => plan.consents);
  const drafts = rows.flatMap((row) => (row.plan ? row.contacts : []));
  return {
    rows: rows.length,
    create: count(plans, ({ outcome }) => outcome === 'create'),
    update: count(plans, ({ outcome }) => outcome === 'update'),
    same: count(plans, ({ outcome }) => outcome === 'same'),
    rejected: count(rows, ({ plan }) => plan === null),
    contacts: {
      create: count(contacts, ({ kind }) => kind === 'create'),
      update: count(contacts, ({ kind }) => kind === 'update'),
      same: count(contacts, ({ kind }) => kind === 'same'),
    },
    numbers: {
      mobile: count(drafts, ({ phoneKind }) => phoneKind === 'mobile'),
      landline: count(drafts, ({ phoneKind }) => phoneKind === 'landline'),
      other: count(drafts, ({ phoneKind }) => phoneKind === 'other'),
      faulty: count(drafts, ({ phoneFault }) => phoneFault !== null),
    },
    consents: {
      given: count(consents, ({ kind }) => kind === 'given'),
      withdrawn: count(consents, ({ kind }) => kind === 'withdrawn'),
      keptWithdrawn: count(consents, ({ kind }) => kind === 'kept_withdrawn'),
    },
    remarks: gathered(
      rows.flatMap(({ remarks }) =>
        remarks.map(({ code, severity, pl, en }) => ({ code, severity, count: 1, sentence: { pl, en } })),
      ),
    ),
  };
}

/** What two parts of one file come to together. */
export function addSummaries(a: ImportSummary, b: ImportSummary): ImportSummary {
  const together = <T extends Readonly<Record<string, number>>>(one: T, other: T) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same names, each with a number
    Object.fromEntries(Object.entries(one).map(([name, count]) => [name, count + (other[name] ?? 0)])) as T;
  return {
    ...together(countsOf(a), countsOf(b)),
    contacts: together(a.contacts, b.contacts),
    numbers: together(a.numbers, b.numbers),
    consents: together(a.consents, b.consents),
    remarks: gathered([...a.remarks, ...b.remarks]),
  };
}

const countsOf = ({ rows, create, update, same, rejected }: ImportSummary) => ({
  rows,
  create,
  update,
  same,
  rejected,
});

const weight = ['rejected_row', 'rejected_value', 'warning', 'note'];

type Counted = ImportSummary['remarks'][number];

/** How often each remark was made, the gravest first. */
function gathered(remarks: readonly Counted[]): Counted[] {
  const groups = [...Map.groupBy(remarks, ({ code }) => code).values()];
  return groups
    .flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const sentence = {
        pl: inCommon(group.map((each) => each.sentence.pl)),
        en: inCommon(group.map((each) => each.sentence.en)),
      };
      return [{ ...first, count: group.reduce((sum, { count }) => sum + count, 0), sentence }];
    })
    .toSorted((a, b) => weight.indexOf(a.severity) - weight.indexOf(b.severity) || b.count - a.count);
}

/** The sentences that all remarks of a kind share: what is said of one row only (a number, a line) is left to that row. */
function inCommon(texts: readonly string[]): string {
  const [first = '', ...others] = new Set(texts);
  const sentences = first.split(/(?<=[.!?…]) (?=\p{Lu})/u);
  const shared = sentences.filter((sentence) => others.every((text) => text.includes(sentence)));
  const hasCause = sentences[0] !== undefined && shared[0] === sentences[0];
  return hasCause ? shared.join(' ') : first;
}
