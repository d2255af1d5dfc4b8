import { describe, expect, it } from 'vitest';
import { createServerLog } from './log-lines.ts';

function linesOf(...chunks: string[]): { lines: string[]; tail: string } {
  const lines: string[] = [];
  const log = createServerLog((line) => lines.push(line));
  for (const chunk of chunks) log.write(chunk);
  return { lines, tail: log.tail() };
}

describe('the server’s log', () => {
  it('is passed on line by line, however it arrives', () => {
    expect(linesOf('postmaster|LOG:  sta', 'rting\npostmaster|LOG:  ready\n').lines).toEqual([
      'postmaster|LOG:  starting',
      'postmaster|LOG:  ready',
    ]);
  });

  it('never repeats what a client’s statement was about', () => {
    const text = [
      'client backend|ERROR:  duplicate key value violates unique constraint "contact_key"',
      'client backend|DETAIL:  Key (number)=(+48600100200) already exists.',
      'client backend|STATEMENT:  insert into contact',
      "\tvalues ('Jan Kowalski', '+48600100200')",
      'client backend|WARNING:  there is no transaction in progress',
      'parallel worker|ERROR:  invalid input syntax for type bigint: "Kowalski"',
      'client backend|CONTEXT:  COPY contact, line 3: "Kowalski"',
      'postmaster|LOG:  still here',
    ].join('\n');
    const { lines, tail } = linesOf(`${text}\n`);
    expect(lines).toEqual(['postmaster|LOG:  still here']);
    expect(tail).toBe('postmaster|LOG:  still here');
  });

  it('does not give a half-read statement away either', () => {
    expect(linesOf('client backend|ERROR:  invalid input "+48600').tail).toBe('');
  });

  it.each([
    'autovacuum worker|ERROR:  could not access status of transaction 7',
    'autovacuum worker|CONTEXT:  automatic vacuum of table "app.public.message"',
    'client backend|FATAL:  remaining connection slots are reserved',
    'client backend|PANIC:  could not fsync file',
    'checkpointer|PANIC:  could not write to file: No space left on device',
    'postgres: error while loading shared libraries: libicui18n.so.60',
  ])('keeps %s', (line) => {
    expect(linesOf(`${line}\n`).lines).toEqual([line]);
  });

  it('keeps the further lines of a message that is kept', () => {
    expect(linesOf('postmaster|LOG:  one\n\ttwo\n').lines).toEqual(['postmaster|LOG:  one', '\ttwo']);
  });

  it('remembers the last twenty lines and an unfinished one', () => {
    const many = Array.from({ length: 30 }, (_, index) => `postmaster|LOG:  ${index}\n`);
    const { tail } = linesOf(...many, 'no end of line');
    expect(tail.split('\n')).toHaveLength(21);
    expect(tail).toMatch(/^postmaster\|LOG: {2}10\n[^]*29\nno end of line$/);
  });
});
