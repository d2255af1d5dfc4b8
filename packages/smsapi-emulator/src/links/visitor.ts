/** What a click tells of the device, in the words of the vendor's examples ("Windows", "Firefox", "PC"). */
export interface Visitor {
  readonly os: string;
  readonly browser: string;
  readonly device: string;
}

type Rule = readonly [pattern: RegExp, name: string];

/** The first that fits: a browser names its forefathers too. */
const SYSTEMS: readonly Rule[] = [
  [/windows phone/i, 'Windows Phone'],
  [/android/i, 'Android'],
  [/iphone|ipad|ipod/i, 'iOS'],
  [/windows/i, 'Windows'],
  [/mac os x|macintosh/i, 'macOS'],
  [/cros/i, 'ChromeOS'],
  [/linux|x11/i, 'Linux'],
];

const BROWSERS: readonly Rule[] = [
  [/edg(?:e|a|ios)?\//i, 'Edge'],
  [/opr\/|opera/i, 'Opera'],
  [/samsungbrowser/i, 'Samsung Internet'],
  [/firefox|fxios/i, 'Firefox'],
  [/chrome|crios|chromium/i, 'Chrome'],
  [/safari/i, 'Safari'],
];

const DEVICES: readonly Rule[] = [
  [/ipad|tablet/i, 'Tablet'],
  [/mobi|iphone|ipod|windows phone/i, 'Mobile'],
  [/android/i, 'Tablet'],
  [/windows|macintosh|x11|cros|linux/i, 'PC'],
];

const OTHER = 'Other';

const firstFit = (rules: readonly Rule[], text: string): string =>
  rules.find(([pattern]) => pattern.test(text))?.[1] ?? OTHER;

/** @example visitorOf('Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0') // Windows, Firefox, PC */
export const visitorOf = (userAgent: string): Visitor => ({
  os: firstFit(SYSTEMS, userAgent),
  browser: firstFit(BROWSERS, userAgent),
  device: firstFit(DEVICES, userAgent),
});

/** The groups of `/short_url/clicks_by_mobile_device` (OAS). */
export const mobileGroupOf = (os: string): 'android' | 'ios' | 'wp' | 'other' => {
  if (os === 'Android') return 'android';
  if (os === 'iOS') return 'ios';
  return os === 'Windows Phone' ? 'wp' : 'other';
};
