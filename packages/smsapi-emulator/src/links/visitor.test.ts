import { describe, expect, it } from 'vitest';
import { mobileGroupOf, visitorOf } from './visitor.ts';

describe('a visitor', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Windows', 'Firefox', 'PC'],
    [
      'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36',
      'Android',
      'Chrome',
      'Mobile',
    ],
    [
      'Mozilla/5.0 (Linux; Android 13; SM-X200) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/24.0 Chrome/117.0 Safari/537.36',
      'Android',
      'Samsung Internet',
      'Tablet',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'iOS',
      'Safari',
      'Mobile',
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/126.0 Mobile/15E148 Safari/604.1',
      'iOS',
      'Chrome',
      'Tablet',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0',
      'macOS',
      'Edge',
      'PC',
    ],
    ['Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1) Edge/15.15063', 'Windows Phone', 'Edge', 'Mobile'],
    ['curl/8.5.0', 'Other', 'Other', 'Other'],
    ['', 'Other', 'Other', 'Other'],
  ])('that says %j is known', (userAgent, os, browser, device) => {
    expect(visitorOf(userAgent)).toEqual({ os, browser, device });
  });

  it('belongs to one of the four groups of the mobile statistics', () => {
    expect(['Android', 'iOS', 'Windows Phone', 'Windows', 'Other'].map(mobileGroupOf)).toEqual([
      'android',
      'ios',
      'wp',
      'other',
      'other',
    ]);
  });
});
