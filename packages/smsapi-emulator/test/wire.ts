import { connect } from 'node:net';

/** An answer as it stood on the wire. */
export interface WireAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const HEAD_END = '\r\n\r\n';

const headOf = (raw: Buffer): { status: number; headers: Record<string, string>; size: number } | null => {
  const end = raw.indexOf(HEAD_END);
  if (end < 0) return null;
  const [first = '', ...lines] = raw.subarray(0, end).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { status: Number(first.split(' ')[1]), headers, size: end + HEAD_END.length };
};

const parse = (raw: Buffer, isBodiless: boolean): WireAnswer | null => {
  const head = headOf(raw);
  if (head === null) return null;
  const length = isBodiless || head.status === 204 ? 0 : Number(head.headers['content-length'] ?? 0);
  if (raw.length < head.size + length) return null;
  return { ...head, body: raw.subarray(head.size, head.size + length).toString('utf8') };
};

/** Writes bytes to a bare socket and reads one answer: nothing between the test and the wire tidies either of them up. */
export const exchange = (port: number, bytes: Buffer): Promise<WireAnswer> =>
  new Promise((resolve, reject) => {
    const isBodiless = bytes.subarray(0, 5).toString('latin1') === 'HEAD ';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let raw = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      raw = Buffer.concat([raw, chunk]);
      const answer = parse(raw, isBodiless);
      if (answer === null) return;
      socket.destroy();
      resolve(answer);
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`The connection ended after: ${raw.toString('latin1')}`)));
  });
