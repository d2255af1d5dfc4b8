/**
 * A server in a process of its own, so that the client's work is not counted: `emulator`, or `bare`, a `node:http` server
 * that reads the same requests and answers a constant of the same length. Tells its port, and its CPU time when asked.
 */
import { createServer } from 'node:http';
import { startEmulator } from '../src/index.ts';

const ANSWER =
  '{"count":1,"list":[{"id":"6856000000000000001","points":0.15,"number":"48500100200","date_sent":1768212000,' +
  '"submitted_number":"48500100200","status":"QUEUE","error":null,"idx":"b1-00001","parts":1}]}';

const startBare = (): Promise<number> => {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': ANSWER.length });
      response.end(ANSWER);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
};

const startOurs = async (): Promise<number> => (await startEmulator({ token: 'bench', points: 1e9 })).port;

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicros: user + system });
});
process.on('disconnect', () => process.exit());
process.send?.({ port: await (process.argv[2] === 'bare' ? startBare() : startOurs()) });
