import { createServer } from 'node:net';

/**
 * The reason why a program could not listen there, as a sentence with the way out; undefined when it can.
 *
 * @param {{ name: string, host: string, port: number, portVariable: string, hostVariable?: string }} wish
 * @returns {Promise<string | undefined>}
 */
export async function portFault({ name, host, port, portVariable, hostVariable }) {
  const code = await tryToListen(host, port);
  switch (code) {
    case undefined:
      return undefined;
    case 'EADDRINUSE': {
      const free = await nextFree(host, port);
      return [
        `Port ${port} na ${host} jest zajęty, a miał być dla: ${name}. Być może Goniec już działa. Zamknij tamten program albo podaj inny port:`,
        `  ${portVariable}=${free} npm start              (bash, zsh)`,
        `  $env:${portVariable}=${free}; npm start        (PowerShell)`,
      ].join('\n');
    }
    case 'EACCES':
      return `System nie pozwala otworzyć portu ${port} na ${host} (${name}). Podaj inny, na przykład ${portVariable}=${port + 7000}.`;
    default:
      return `Nie można słuchać na ${host}:${port} (${name}; ${code}). Sprawdź ${hostVariable ?? portVariable}.`;
  }
}

/**
 * The port itself, or a free one for 0: the server must know its port before it listens, for the address that it tells
 * to the gateway.
 *
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number>}
 */
export function settledPort(host, port) {
  if (port !== 0) return Promise.resolve(port);
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port }, () => {
      const address = server.address();
      const free = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(free));
    });
  });
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | undefined>} the error's code
 */
function tryToListen(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/**
 * @param {string} host
 * @param {number} port
 */
async function nextFree(host, port) {
  for (let candidate = port + 1; candidate <= Math.min(port + 50, 65_535); candidate += 1) {
    if ((await tryToListen(host, candidate)) === undefined) return candidate;
  }
  return 0;
}
