import { describe, expect, it } from 'vitest';
import { json, listen } from '../test/listener.ts';
import { createSmsapi, type Smsapi } from './client.ts';

function clientOf(baseUrl: string): Smsapi {
  return createSmsapi({ baseUrl, token: 'sEcReT0123456789abcdefghijKLMNOPqrstuvWX', timeoutMs: 15_000 });
}

describe('status', () => {
  it('asks for several ids at once and reads their states', async () => {
    await using gateway = await listen(
      json(
        '{"count":3,"list":[' +
          '{"id":"901","points":0.165,"number":"48500100201","status":"DELIVERED","error":null,"idx":"g1-a"},' +
          '{"id":60123456789012345678,"points":"0.33","number":"48500100202","status":"QUEUE","idx":""},' +
          '{"id":"903","status":"ON_HOLD"},{"status":"SENT"}]}',
      ),
    );
    expect(await clientOf(gateway.baseUrl).status(['901', '60123456789012345678', '903'])).toEqual({
      ok: true,
      value: [
        {
          id: '901',
          idx: 'g1-a',
          status: { code: 404, name: 'DELIVERED', class: 'delivered', final: true },
          number: '48500100201',
          points: 1650,
        },
        {
          id: '60123456789012345678',
          idx: null,
          status: { code: 409, name: 'QUEUE', class: 'pending', final: false },
          number: '48500100202',
          points: 3300,
        },
        {
          id: '903',
          idx: null,
          status: { code: null, name: 'ON_HOLD', class: 'unknown', final: false },
          number: null,
          points: null,
        },
      ],
    });
    expect(
      gateway.seen.map(({ method, url, form }) => `${method} ${url} ${decodeURIComponent(form.toString())}`),
    ).toEqual(['POST /sms.do format=json&status=901|60123456789012345678|903']);
  });

  it('is refused for an id the gateway does not know', async () => {
    await using gateway = await listen(json({ error: 400, message: 'Invalid message status ID' }));
    expect(await clientOf(gateway.baseUrl).status(['1'])).toMatchObject({
      ok: false,
      failure: { kind: 'refused', error: { code: 400, name: 'status_id_invalid' } },
    });
  });

  it('has no readable answer in the reply to something else', async () => {
    await using gateway = await listen(json({ count: 1 }));
    expect(await clientOf(gateway.baseUrl).status(['1'])).toMatchObject({
      ok: false,
      failure: { kind: 'uncertain', cause: 'unreadable' },
    });
  });
});

describe('deleteScheduled', () => {
  it('takes messages back and tells which', async () => {
    await using gateway = await listen(json({ count: 1, list: [{ id: '901' }] }));
    expect(await clientOf(gateway.baseUrl).deleteScheduled(['901', '902'])).toEqual({ ok: true, value: ['901'] });
    expect(gateway.seen.map(({ url, form }) => `${url} ${decodeURIComponent(form.toString())}`)).toEqual([
      '/sms.do format=json&sch_del=901,902',
    ]);
  });

  it('is refused when it is too late', async () => {
    await using gateway = await listen(json({ error: 301, message: 'Not exists ID message' }));
    expect(await clientOf(gateway.baseUrl).deleteScheduled(['901'])).toMatchObject({
      ok: false,
      failure: { kind: 'refused', error: { code: 301, name: 'message_not_found' } },
    });
  });
});

describe('a list of ids', () => {
  it('asks nothing when it is empty', async () => {
    await using gateway = await listen(json({}));
    const smsapi = clientOf(gateway.baseUrl);
    expect(await smsapi.status([])).toEqual({ ok: true, value: [] });
    expect(await smsapi.deleteScheduled([])).toEqual({ ok: true, value: [] });
    expect(gateway.seen).toEqual([]);
  });

  it.each(['', '1|2', '1,2', 'a b', '../x'])('refuses the id %j, which would ask for something else', async (id) => {
    await using gateway = await listen(json({ count: 0, list: [] }));
    const smsapi = clientOf(gateway.baseUrl);
    await expect(smsapi.status([id])).rejects.toThrow(TypeError);
    await expect(smsapi.deleteScheduled(['1', id])).rejects.toThrow(TypeError);
    expect(gateway.seen).toEqual([]);
  });
});
