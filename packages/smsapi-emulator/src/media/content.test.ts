import { describe, expect, it } from 'vitest';
import { judgePicture, judgeVoice } from './content.ts';

const SMIL = '<smil><body><par><img src="http://example.com/a.jpg"/></par></body></smil>';
const WAV = { filename: 'a.wav', contentType: 'audio/wav', bytes: Buffer.from('RIFF....WAVEfmt ') };

const fieldsOf = (fields: Readonly<Record<string, unknown>>) => new Map(Object.entries(fields));

const outcome = (judged: ReturnType<typeof judgePicture>) =>
  'refusal' in judged ? judged.refusal.code : judged.content;

describe('the content of an MMS', () => {
  it.each([
    [11, 'no subject', { smil: SMIL }],
    [11, 'no SMIL', { subject: 'a' }],
    [26, 'a subject of 31 characters', { subject: 'ą'.repeat(31), smil: SMIL }],
    [22, 'something else than SMIL', { subject: 'a', smil: '<html></html>' }],
    [22, 'half of a SMIL document', { subject: 'a', smil: '<smil><body>' }],
    [21, 'more than 300 kB', { subject: 'a', smil: `<smil>${'a'.repeat(300 * 1024)}</smil>` }],
  ])('is refused with %i for %s', (code, _, fields) => {
    expect(outcome(judgePicture(fieldsOf(fields)))).toBe(code);
  });

  it.each([SMIL, `<?xml version="1.0"?>\n<!DOCTYPE smil>\n${SMIL}`, '<SMIL xmlns="a">\n</SMIL>'])(
    'is taken: %s',
    (smil) => {
      expect(outcome(judgePicture(fieldsOf({ subject: ' Zdjęcie ', smil })))).toEqual({
        text: 'Zdjęcie',
        attachment: { kind: 'smil', smil },
      });
    },
  );
});

describe('the content of a voice message', () => {
  it.each([
    [11, 'neither words nor a file', {}],
    [35, 'a voice nobody has', { tts: 'a', tts_lector: 'hal' }],
    [24, 'a file that is no WAV', { file: { ...WAV, bytes: Buffer.from('ID3') } }],
    [23, 'an address that is none', { file: 'a.wav' }],
    [8, 'seven tries', { tts: 'a', try: '7' }],
    [8, 'tries that are no number', { tts: 'a', try: 'often' }],
    [8, 'a pause of a minute', { tts: 'a', interval: 60 }],
  ])('is refused with %i for %s', (code, _, fields) => {
    expect(outcome(judgeVoice(fieldsOf(fields)))).toBe(code);
  });

  it.each([
    [{ tts: ' Dzień dobry ' }, { text: 'Dzień dobry', attachment: { kind: 'speech', lector: 'ewa' } }],
    [{ tts: 'a', tts_lector: 'Jacek', try: 3, interval: 300 }, { attachment: { kind: 'speech', lector: 'jacek' } }],
    [
      { file: WAV },
      { text: '', attachment: { kind: 'sound', filename: 'a.wav', contentType: 'audio/wav', bytes: 16 } },
    ],
    [{ file: 'https://example.com/a.wav' }, { attachment: { kind: 'sound-at', url: 'https://example.com/a.wav' } }],
  ])('is taken: %j', (fields, content) => {
    expect(outcome(judgeVoice(fieldsOf(fields)))).toMatchObject(content);
  });
});
