import type { Contract, Result } from '@goniec/contract';

export type FirstStepsView = Result<Contract['getFirstSteps']>;
export type Step = FirstStepsView['steps'][number]['step'];

/** The steps in their order, with the word that stands for each in the address. */
export const STEPS = [
  { step: 'company', slug: 'firma' },
  { step: 'gateway', slug: 'bramka' },
  { step: 'token', slug: 'token' },
  { step: 'sender', slug: 'nadawca' },
  { step: 'service', slug: 'usluga' },
  { step: 'import', slug: 'import' },
] as const satisfies readonly { readonly step: Step; readonly slug: string }[];

/** The screen behind the last step. */
export const END = 'gotowe';

export type Slug = (typeof STEPS)[number]['slug'] | typeof END;

const SLUGS: readonly Slug[] = [...STEPS.map(({ slug }) => slug), END];

/** The screen an address names; null for a word that is none. */
export const readSlug = (word: string): Slug | null => SLUGS.find((slug) => slug === word) ?? null;

/** Where somebody who comes back goes on: the first step that is not done. */
export function slugToGoOn({ steps }: FirstStepsView): Slug {
  const open = steps.find(({ done }) => !done)?.step;
  return STEPS.find(({ step }) => step === open)?.slug ?? END;
}

export const slugAfter = (slug: Slug): Slug => SLUGS[SLUGS.indexOf(slug) + 1] ?? END;

export const slugBefore = (slug: Slug): Slug | null => SLUGS[SLUGS.indexOf(slug) - 1] ?? null;
