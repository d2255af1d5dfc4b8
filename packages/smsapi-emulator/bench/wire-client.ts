import { connect, type Socket } from 'node:net';

/** Requests ready to be written, one after another; null when there are no more. */
export type NextRequest = () => string | null;

const HEAD_END = '\r\n\r\n';

/** Length of the whole answer in the buffer, or Infinity while its head is not there yet. */
const lengthOf = (answer: string): number => {
  const head = answer.indexOf(HEAD_END);
  if (head < 0) return Infinity;
  return head + HEAD_END.length + Number(/^content-length: (\d+)/im.exec(answer)?.[1] ?? 0);
};

const drain = (socket: Socket, next: NextRequest, isFine: (answer: string) => boolean): Promise<void> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const ask = (): void => {
      const request = next();
      if (request === null) resolve();
      else socket.write(request);
    };
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      answer += chunk;
      if (answer.length < lengthOf(answer)) return;
      const whole = answer;
      answer = '';
      if (isFine(whole)) ask();
      else reject(new Error(`Unexpected answer: ${whole}`));
    });
    socket.on('error', reject);
    ask();
  });

/**
 * A client that costs next to nothing, so that what is measured is the server: bare sockets kept open, one request
 * under way on each, and of the answer only its length and what `isFine` looks at.
 */
export const fire = async (
  port: number,
  connections: number,
  next: NextRequest,
  isFine: (answer: string) => boolean,
): Promise<void> => {
  const sockets = Array.from({ length: connections }, () => connect(port, '127.0.0.1'));
  try {
    await Promise.all(sockets.map((socket) => drain(socket, next, isFine)));
  } finally {
    for (const socket of sockets) socket.destroy();
  }
};
