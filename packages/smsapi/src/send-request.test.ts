import { describe, expect, it } from 'vitest';
import { sendForm, type SendRequest } from './send-request.ts';

const one: SendRequest = {
  recipients: [{ number: '48500100201', idx: 'g1-a' }],
  message: 'Zażółć gęślą jaźń',
  checkIdx: true,
};

function fields(request: SendRequest): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(sendForm(request).toString()));
}

describe('sendForm', () => {
  it('asks for JSON and UTF-8 and nothing that was not wished for', () => {
    expect(fields(one)).toEqual({
      format: 'json',
      encoding: 'utf-8',
      to: '48500100201',
      message: 'Zażółć gęślą jaźń',
      'idx[0]': 'g1-a',
      check_idx: '1',
    });
  });

  it('writes one idx and one value of each param per recipient, in order', () => {
    expect(
      fields({
        recipients: [
          { number: '48500100201', idx: 'g1-a', params: ['Anna|Nowak', '10'] },
          { number: '48500100202', idx: 'g1-b', params: ['Jan', '[%kod%]'] },
        ],
        message: '[%1%], rabat [%2%] i [%3%]',
        checkIdx: false,
      }),
    ).toEqual({
      format: 'json',
      encoding: 'utf-8',
      to: '48500100201,48500100202',
      message: '[%1%], rabat [%2%] i (%3%)',
      'idx[0]': 'g1-a',
      'idx[1]': 'g1-b',
      'param1[0]': 'Anna|Nowak',
      'param2[0]': '10',
      'param1[1]': 'Jan',
      'param2[1]': '(%kod%)',
    });
  });

  it('passes every option in the form the gateway documents', () => {
    expect(
      fields({
        ...one,
        from: 'Sklep',
        maxParts: 3,
        notifyUrl: 'https://sms.example/callbacks/smsapi/a1?x=1&y=2',
        test: true,
        date: new Date('2026-03-29T08:00:00.900Z'),
        expirationDate: new Date('2026-03-29T12:00:00Z'),
      }),
    ).toMatchObject({
      from: 'Sklep',
      max_parts: '3',
      notify_url: 'https://sms.example/callbacks/smsapi/a1?x=1&y=2',
      test: '1',
      date: '1774771200',
      date_validate: '1',
      expiration_date: '1774785600',
    });
  });

  it('sends no test flag when it is false', () => {
    expect(fields({ ...one, test: false })).not.toHaveProperty('test');
  });

  it('drops the plus of a number', () => {
    expect(fields({ ...one, recipients: [{ number: '+48500100201', idx: 'a' }] })).toMatchObject({ to: '48500100201' });
  });

  it('allows duplicates when a number stands twice, so that the second message is not lost', () => {
    const recipients = [
      { number: '48500100201', idx: 'a' },
      { number: '+48500100201', idx: 'b' },
    ];
    expect(fields({ ...one, recipients })).toMatchObject({ to: '48500100201,48500100201', allow_duplicates: '1' });
    expect(fields(one)).not.toHaveProperty('allow_duplicates');
  });

  it('lets no macro through in the message', () => {
    expect(fields({ ...one, message: 'Wygrałeś [%idzdo:http://zly.example%]' })).toMatchObject({
      message: 'Wygrałeś (%idzdo:http://zly.example%)',
    });
  });

  it('does not change the request it was given', () => {
    const request: SendRequest = structuredClone({ ...one, date: new Date(0) });
    sendForm(request);
    expect(request).toEqual({ ...one, date: new Date(0) });
  });

  const recipient = { number: '48500100201', idx: 'a' };
  it.each([
    ['no recipients', { recipients: [] }, 'recipients'],
    [
      'too many',
      { recipients: Array.from({ length: 10_001 }, (_, at) => ({ number: '48500100201', idx: `${at}` })) },
      '10001',
    ],
    [
      'a list inside a number',
      { recipients: [{ ...recipient, number: '48500100201,48500100202' }] },
      'recipients[0].number',
    ],
    ['blanks in a number', { recipients: [recipient, { number: '48 500 100 202', idx: 'b' }] }, 'recipients[1].number'],
    ['an empty number', { recipients: [{ ...recipient, number: '+' }] }, 'recipients[0].number'],
    ['a pipe in an idx', { recipients: [{ ...recipient, idx: 'a|b' }] }, 'recipients[0].idx'],
    ['a comma in an idx', { recipients: [{ ...recipient, idx: 'a,b' }] }, 'recipients[0].idx'],
    ['an empty idx', { recipients: [{ ...recipient, idx: '' }] }, 'recipients[0].idx'],
    ['an idx of 256 characters', { recipients: [{ ...recipient, idx: 'x'.repeat(256) }] }, 'recipients[0].idx'],
    ['an idx used twice', { recipients: [recipient, { ...recipient, number: '48500100202' }] }, 'same idx'],
    ['five params', { recipients: [{ ...recipient, params: ['1', '2', '3', '4', '5'] }] }, 'at most 4'],
    [
      'params for some',
      {
        recipients: [
          { ...recipient, params: ['1'] },
          { number: '48500100202', idx: 'b' },
        ],
      },
      'same number of params',
    ],
    ['a date that is none', { date: new Date(Number.NaN) }, 'date'],
    ['an expiration that is none', { expirationDate: new Date('') }, 'expirationDate'],
  ])('refuses %s and names the place, not the number', (_, change, place) => {
    const attempt = (): unknown => sendForm({ ...one, ...change });
    expect(attempt).toThrow(TypeError);
    expect(attempt).toThrow(place);
    expect(attempt).not.toThrow(/\d{8}/);
  });
});
