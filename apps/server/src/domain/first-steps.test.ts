import { describe, expect, it } from 'vitest';
import { firstSteps, type StepFacts } from './first-steps.ts';

const ready: StepFacts = {
  gateway: { token: 'stored', verifiedAt: new Date(), sender: 'Test' },
  serviceEnabled: true,
  hasContractors: true,
  hasSent: false,
};
const open = (facts: StepFacts) =>
  firstSteps(facts)
    .filter(({ done }) => !done)
    .map(({ step }) => step);

describe('the first steps', () => {
  it.each<[string, StepFacts, readonly string[]]>([
    [
      'a company that has just been made',
      { gateway: null, serviceEnabled: false, hasContractors: false, hasSent: false },
      ['gateway', 'token', 'sender', 'service', 'import'],
    ],
    ['one that lacks nothing', ready, []],
    [
      'a token nobody has tried',
      { ...ready, gateway: { token: 'stored', verifiedAt: null, sender: 'Test' } },
      ['token'],
    ],
    [
      'a token of another server',
      { ...ready, gateway: { token: 'unreadable', verifiedAt: new Date(), sender: 'Test' } },
      ['token'],
    ],
    ['no sender name', { ...ready, gateway: { token: 'stored', verifiedAt: new Date(), sender: null } }, ['sender']],
    ['a service that was switched off', { ...ready, serviceEnabled: false }, ['service']],
    [
      'one that has sent and begun anew',
      { gateway: null, serviceEnabled: false, hasContractors: false, hasSent: true },
      [],
    ],
    ['an empty directory', { ...ready, hasContractors: false }, ['import']],
  ])('of %s', (_name, facts, left) => expect(open(facts)).toEqual(left));
});
