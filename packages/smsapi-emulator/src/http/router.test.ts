import { describe, expect, it } from 'vitest';
import type { Route } from './call.ts';
import { createRouter } from './router.ts';

const route = (method: Route['method'], path: string): Route => ({
  method,
  path,
  access: 'rest',
  handler: () => ({ status: 200, contentType: null, body: '' }),
});

const find = createRouter([
  route('GET', '/sms.do'),
  route('GET', '/lists/settings'),
  route('DELETE', '/lists/:id'),
  route('POST', '/lists/:id/commands/run'),
]);

describe('the router', () => {
  it.each([
    ['GET', '/sms.do', {}],
    ['GET', '/api/sms.do', {}],
    ['GET', '/sms.do/', {}],
    ['DELETE', '/lists/a%20b', { id: 'a b' }],
    ['POST', '/lists/7/commands/run', { id: '7' }],
    ['GET', '/lists/settings', {}],
  ])('finds %s %s', (method, path, params) => {
    expect(find(method, path)).toMatchObject({ params });
  });

  it.each([
    ['GET', '/smsXdo', 'nothing'],
    ['GET', '/lists/7/other', 'nothing'],
    ['DELETE', '/lists/%zz', 'nothing'],
    ['POST', '/sms.do', 'other-method'],
    ['GET', '/lists/7', 'other-method'],
  ])('answers %s %s with %s', (method, path, answer) => {
    expect(find(method, path)).toBe(answer);
  });
});
