import { refuse, type Refusal } from '../errors.ts';
import { filledText, integerOf, type Fields } from '../http/fields.ts';
import { fileOf, type UploadedFile } from '../http/multipart.ts';
import { LECTORS, type Content } from './shapes.ts';

/** Limits of a list of 2014 (ERR-PL, D): codes 21 to 35 of dossier section 6. */
const MMS_BYTES = 300 * 1024;
const SUBJECT_LENGTH = 30;

type Judged = { readonly content: Content } | { readonly refusal: Refusal };

/** SMIL is XML with one element around everything; what is inside is the phone's business. */
const isSmil = (text: string): boolean =>
  /^(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE[^>]*>\s*)?<smil[\s>][\s\S]*<\/smil>$/i.test(text);

/** `mms.do`: a subject and a SMIL document. */
export const judgePicture = (fields: Fields): Judged => {
  const subject = filledText(fields, 'subject');
  const smil = filledText(fields, 'smil');
  if (subject === null || smil === null) return { refusal: refuse(11) };
  if (Array.from(subject).length > SUBJECT_LENGTH) return { refusal: refuse(26) };
  if (Buffer.byteLength(smil) > MMS_BYTES) return { refusal: refuse(21) };
  return isSmil(smil) ? { content: { text: subject, attachment: { kind: 'smil', smil } } } : { refusal: refuse(22) };
};

const RIFF = 'RIFF';
const WAVE = 'WAVE';

const isWave = ({ bytes }: UploadedFile): boolean =>
  bytes.toString('latin1', 0, 4) === RIFF && bytes.toString('latin1', 8, 12) === WAVE;

const isBetween = (value: number | null, least: number, most: number): boolean =>
  value === null || (value >= least && value <= most);

const isHttpUrl = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

const judgeSpeech = (fields: Fields, words: string): Judged => {
  const asked = filledText(fields, 'tts_lector') ?? LECTORS[0];
  const lector = LECTORS.find((known) => known === asked.toLowerCase());
  return lector === undefined
    ? { refusal: refuse(35) }
    : { content: { text: words, attachment: { kind: 'speech', lector } } };
};

const judgeSound = (file: UploadedFile | null, url: string | null): Judged => {
  if (file !== null) {
    const { filename, contentType, bytes } = file;
    if (!isWave(file)) return { refusal: refuse(24) };
    return { content: { text: '', attachment: { kind: 'sound', filename, contentType, bytes: bytes.length } } };
  }
  if (url === null) return { refusal: refuse(11, 'No WAV file and no text to be spoken') };
  return isHttpUrl(url) ? { content: { text: '', attachment: { kind: 'sound-at', url } } } : { refusal: refuse(23) };
};

/** `vms.do`: words to be spoken, a WAV file, or the address of one; `try` and `interval` say how often it is rung. */
export const judgeVoice = (fields: Fields): Judged => {
  if (!isBetween(integerOf(fields, 'try'), 1, 6)) return { refusal: refuse(8, 'Wrong try') };
  if (!isBetween(integerOf(fields, 'interval'), 300, 7_200)) return { refusal: refuse(8, 'Wrong interval') };
  const words = filledText(fields, 'tts');
  return words === null ? judgeSound(fileOf(fields, 'file'), filledText(fields, 'file')) : judgeSpeech(fields, words);
};
