import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { exitCodes } from './exit-codes.ts';
import { createProgram } from './program.ts';

const program = createProgram(() => async () => {});

function* commandsOf(command: Command, path = ''): Generator<{ readonly path: string; readonly command: Command }> {
  for (const each of command.commands) {
    const name = `${path} ${each.name()}`.trim();
    yield { path: name, command: each };
    yield* commandsOf(each, name);
  }
}

/** The help as it is printed. */
function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();
  return text;
}

const commands = [...commandsOf(program)].map(({ path, command }) => ({ path, help: helpOf(command) }));

describe('the help', () => {
  it.each(commands)('of $path gives an example of it and a line in English', ({ path, help }) => {
    expect(help).toContain(`$ npx goniec ${path}`);
    expect(help).toMatch(/In English: [a-zA-Z].+\./);
    expect(help).toContain('--json');
  });

  it('speaks Polish throughout', () => {
    const all = [helpOf(program), ...commands.map(({ help }) => help)].join('\n').replaceAll(/In English: .*/g, '');
    expect(all).not.toMatch(
      /Usage:|Options:|Commands:|Arguments:|\[options\]|\[command\]|display help|\(default|choices:/,
    );
  });

  it('explains every exit code', () => {
    for (const code of Object.values(exitCodes)) expect(helpOf(program)).toMatch(new RegExp(`^ +${code}  \\S`, 'm'));
  });

  it('names only commands that exist in its examples', () => {
    const known = new Set(commands.map(({ path }) => path));
    const used = commands
      .flatMap(({ help }) => [...help.matchAll(/\$ npx goniec ([a-z]+(?:-[a-z]+)*(?: [a-z]+(?:-[a-z]+)*)?)/g)])
      .map(([, words = '']) => words);
    expect(used.length).toBeGreaterThan(30);
    expect(used.filter((words) => !known.has(words) && !known.has(words.split(' ')[0] ?? ''))).toEqual([]);
  });
});
