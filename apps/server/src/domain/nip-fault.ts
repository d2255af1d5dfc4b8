import { readNip, type NipFault } from './nip.ts';
import type { Reason, Sentence } from './reason.ts';

/** What is wrong with a typed NIP, for the person who can look at it again. */
const SENTENCES: Readonly<Record<NipFault, Sentence>> = {
  check_digit: {
    pl: 'Cyfra kontrolna NIP-u się nie zgadza: w numerze jest literówka.',
    en: 'The check digit of the NIP does not agree: there is a slip in the number.',
  },
  too_few_digits: { pl: 'Za mało cyfr: NIP ma ich dziesięć.', en: 'Too few digits: a NIP has ten.' },
  too_many_digits: { pl: 'Za dużo cyfr: NIP ma ich dziesięć.', en: 'Too many digits: a NIP has ten.' },
  repeated_digit: { pl: 'Dziesięć takich samych cyfr to nie NIP.', en: 'Ten equal digits are no NIP.' },
  not_digits: {
    pl: 'NIP składa się z cyfr; litery może mieć tylko prefiks kraju na początku.',
    en: 'A NIP consists of digits; only the prefix of a country in front of it has letters.',
  },
  damaged: {
    pl: 'Arkusz kalkulacyjny zepsuł ten NIP i zgubił cyfry.',
    en: 'A spreadsheet has damaged this NIP and lost digits.',
  },
};

const ACTION: Sentence = {
  pl: 'Można go tak zostawić; popraw go, gdy poznasz właściwy.',
  en: 'It may stay like this; correct it once you know the right one.',
};

/** The fault of a contractor's NIP. It never stands in the way: ERP systems are full of such, and SMS need none. */
export function nipFaultOf(typed: string): Reason | null {
  const reading = readNip(typed);
  if (reading.kind !== 'faulty') return null;
  return { code: `nip_${reading.fault}`, sentence: SENTENCES[reading.fault], action: ACTION };
}
