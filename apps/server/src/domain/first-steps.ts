/** What the first steps are judged by: nothing but what is set. */
export interface StepFacts {
  /** Null before a provider was chosen. */
  readonly gateway: {
    readonly token: 'missing' | 'stored' | 'unreadable';
    /** When the gateway last answered with this token. */
    readonly verifiedAt: Date | null;
    readonly sender: string | null;
  } | null;
  readonly serviceEnabled: boolean;
  readonly hasContractors: boolean;
  /** Whether a campaign of the company ever went out. */
  readonly hasSent: boolean;
}

const STEPS = ['company', 'gateway', 'token', 'sender', 'service', 'import'] as const;
export type FirstStep = (typeof STEPS)[number];

/**
 * The way to the first campaign, in the order in which it is gone. A later error of the gateway or a service that has expired undoes no
 * step: the lamp and the banner show them. Who has sent something has come to the end of the way: what is changed afterwards, a new
 * token or a service switched off, is no beginner's step any more.
 */
export function firstSteps({ gateway, serviceEnabled, hasContractors, hasSent }: StepFacts): readonly {
  readonly step: FirstStep;
  readonly done: boolean;
}[] {
  if (hasSent) return STEPS.map((step) => ({ step, done: true }));
  return [
    { step: 'company', done: true },
    { step: 'gateway', done: gateway !== null },
    { step: 'token', done: gateway?.token === 'stored' && gateway.verifiedAt !== null },
    { step: 'sender', done: gateway !== null && gateway.sender !== null },
    { step: 'service', done: serviceEnabled },
    { step: 'import', done: hasContractors },
  ];
}
