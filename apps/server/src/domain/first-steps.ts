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
}

export type FirstStep = 'company' | 'gateway' | 'token' | 'sender' | 'service' | 'import';

/**
 * The way to the first campaign, in the order in which it is gone. A later error of the gateway or a service that has expired undoes no
 * step: the lamp and the banner show them, and the wizard does not come back because of a bad day.
 */
export function firstSteps({ gateway, serviceEnabled, hasContractors }: StepFacts): readonly {
  readonly step: FirstStep;
  readonly done: boolean;
}[] {
  return [
    { step: 'company', done: true },
    { step: 'gateway', done: gateway !== null },
    { step: 'token', done: gateway?.token === 'stored' && gateway.verifiedAt !== null },
    { step: 'sender', done: gateway !== null && gateway.sender !== null },
    { step: 'service', done: serviceEnabled },
    { step: 'import', done: hasContractors },
  ];
}
