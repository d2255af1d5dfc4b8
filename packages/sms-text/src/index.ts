export { GSM_BASIC, GSM_EXTENSION, gsmSeptets, isGsm } from './alphabet.ts';
export { explain, type UnicodeCharacter } from './explain.ts';
export { checkLimit, type LimitCheck, TEXT_LIMIT } from './limit.ts';
export { type Measure, measure, split } from './measure.ts';
export { normalize } from './normalize.ts';
export { type Encoding, PART_OCTETS, PART_UNITS, partCapacity, type PartOptions, SINGLE_PART_UNITS } from './parts.ts';
export { removeEmoji, toGsm } from './to-gsm.ts';
