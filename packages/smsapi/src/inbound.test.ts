import { describe, expect, it } from 'vitest';
import { parseInbound } from './inbound.ts';

describe('parseInbound', () => {
  it('reads a reply to our message', () => {
    const form = new URLSearchParams({
      sms_from: '48500100200',
      sms_to: '48661000000',
      sms_text: 'Nie, dziękuję, STOP',
      sms_date: '1625650925',
      username: 'firma',
      MsgId: '60123456789012345678',
    });
    expect(parseInbound(form.toString())).toEqual({
      from: '48500100200',
      to: '48661000000',
      text: 'Nie, dziękuję, STOP',
      receivedAt: new Date('2021-07-07T09:42:05Z'),
      inReplyTo: '60123456789012345678',
      username: 'firma',
    });
  });

  it('takes a text to a dedicated number, which answers nothing', () => {
    expect(parseInbound({ sms_from: '48500100200', sms_text: '', MsgId: '' })).toEqual({
      from: '48500100200',
      to: null,
      text: '',
      receivedAt: null,
      inReplyTo: null,
      username: null,
    });
  });

  it.each([[''], ['sms_text=STOP'], ['sms_from=%20'], ['MsgId=1&status=404']])(
    'is null without a sender: %s',
    (fields) => {
      expect(parseInbound(fields)).toBeNull();
    },
  );
});
