/**
 * The door of every command. Written in syntax that even Node 12 reads, so that an old Node answers with a sentence
 * and not with a SyntaxError; the command itself is loaded only after the check.
 *
 * @param {() => Promise<{ main: () => Promise<number> }>} load - imports the command; main() gives the exit code
 * @param {string} [version] - the running Node's version, e.g. '20.11.0'
 */
export function enter(load, version) {
  const running = version || process.versions.node;
  if (Number(running.split('.')[0]) < 20) {
    console.error(
      'Goniec potrzebuje Node.js 20 lub nowszego, a ten to ' +
        running +
        '. Zainstaluj nowszy (https://nodejs.org) i powtórz polecenie. / Goniec needs Node.js 20 or newer.',
    );
    process.exitCode = 1;
    return Promise.resolve(1);
  }
  return load()
    .then(function (command) {
      return command.main();
    })
    .then(function (code) {
      return (process.exitCode = code);
    });
}
