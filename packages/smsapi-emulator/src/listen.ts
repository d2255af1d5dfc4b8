import type { Server } from 'node:http';

const sentenceFor = (error: NodeJS.ErrnoException, host: string, port: number): string => {
  const { code } = error;
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is already in use. Stop the program that holds it, or choose another with --port.`;
  }
  if (code === 'EACCES') {
    return `Port ${port} on ${host} needs rights this user does not have. Choose one above 1023 with --port.`;
  }
  return code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'
    ? `This machine has no address ${host}. Choose another with --host, for instance 127.0.0.1.`
    : `Cannot listen on ${host}:${port}: ${error.message}`;
};

/** Starts listening and returns the port; throws one clear sentence when it cannot. */
export const listen = async (server: Server, host: string, port: number): Promise<number> => {
  await new Promise<void>((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void =>
      reject(new Error(sentenceFor(error, host, port), { cause: error }));
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      resolve();
    });
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
};

/** How long an answer under way may take to leave before its connection is cut. */
const GRACE_MS = 250;

/** Takes no more requests, lets answers under way leave, and cuts the rest: clients that hang by our own doing. */
export const closeServer = async (server: Server): Promise<void> => {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(cut);
};

const EVERY_ADDRESS: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

/** The address a client on this machine uses. */
export const urlOf = (host: string, port: number): string => {
  const name = EVERY_ADDRESS[host] ?? (host.includes(':') ? `[${host}]` : host);
  return `http://${name}:${port}`;
};
