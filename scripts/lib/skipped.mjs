/**
 * What `npm test` says about tests that it does not run, loudly: a green line must not hide that nobody looked.
 *
 * @typedef {{ file: string, count: number }} Skipped
 */

/** Where the tests are that need a browser. */
const IN_BROWSER = /^(?:test\/e2e\/journeys|apps\/web\/test\/components)\//u;

/**
 * Before the tests.
 *
 * @param {string} why
 */
export function noBrowserNotice(why) {
  return boxed('THE BROWSER TESTS WILL BE SKIPPED', why);
}

/**
 * After the tests; empty when nothing was skipped.
 *
 * @param {readonly Skipped[]} skipped
 * @param {string | undefined} noBrowser - why there is no browser
 */
export function skippedNotice(skipped, noBrowser) {
  const inBrowser = skipped.filter(({ file }) => IN_BROWSER.test(file));
  const others = skipped.filter(({ file }) => !IN_BROWSER.test(file));
  const notices = [];
  if (others.length > 0)
    notices.push(`\nSkipped here:\n${others.map(({ file, count }) => `  ${count} in ${file}`).join('\n')}`);
  const count = inBrowser.reduce((sum, file) => sum + file.count, 0);
  if (count > 0)
    notices.push(boxed(`${count} BROWSER TESTS WERE SKIPPED`, noBrowser ?? 'They were left out one by one.'));
  return notices.join('\n');
}

/**
 * @param {string} title
 * @param {string} text
 */
function boxed(title, text) {
  const line = '-'.repeat(78);
  return `\n${line}\n${title}\n${text}\n${line}\n`;
}
