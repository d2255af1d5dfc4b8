export { type PhoneFaultCode, phoneFaults, type PhoneNote, phoneNotes } from './codes.ts';
export { formatPhone, isE164, isPolishMobile, maskPhone } from './format.ts';
export { readPhones, type ReadOptions } from './read-phones.ts';
export type { E164, PhoneCell, PhoneFault, PhoneNumber } from './types.ts';
