import type { CommanderError } from 'commander';
import { exitCodes } from './exit-codes.ts';
import type { Failure } from './failure.ts';

/** Commander's English complaints, in Polish. What is not known here is shown as it is. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^missing required argument '(.+)'$/, 'Brak argumentu „$1”.'],
  [/^option '(.+)' argument missing$/, 'Opcja „$1” wymaga wartości.'],
  [/^required option '(.+)' not specified$/, 'Brak wymaganej opcji „$1”.'],
  [/^unknown option '(.+)'$/, 'Nie ma opcji „$1”.'],
  [/^unknown command '(.+)'$/, 'Nie ma polecenia „$1”.'],
  [/^too many arguments\b.*$/, 'Za dużo argumentów. Tekst ze spacjami ujmij w cudzysłów.'],
  [/^option '(.+)' cannot be used with option '(.+)'$/, 'Opcji „$1” nie można użyć razem z „$2”.'],
  [
    /^option '(.+)' argument '(.*)' is invalid\. Allowed choices are (.+)\.$/,
    'Opcja „$1” nie może mieć wartości „$2”. Możliwe: $3.',
  ],
  [/^option '(.+)' argument '(.*)' is invalid\. (.+)$/, 'Opcja „$1” nie może mieć wartości „$2”. Potrzebna jest $3'],
  [
    /^command-argument value '(.*)' is invalid for argument '(.+)'\. Allowed choices are (.+)\.$/,
    'Argument „$2” nie może mieć wartości „$1”. Możliwe: $3.',
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.+)'\. (.+)$/,
    'Argument „$2” nie może mieć wartości „$1”. Potrzebny jest $3',
  ],
];

/** A fault in the way the command was written, as a failure; null when help was asked for. */
export function usageFault(error: CommanderError, commandPath: string): Failure | null {
  if (error.exitCode === 0 || error.code === 'commander.help') return null;
  const [first = '', hint] = error.message.replace(/^error: /, '').split('\n');
  const known = sentences.find(([pattern]) => pattern.test(first));
  const meant = /Did you mean (.+)\?/.exec(hint ?? '')?.[1];
  return {
    exit: exitCodes.usage,
    code: error.code.replace('commander.', 'usage_').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    sentence: {
      pl: `${known ? first.replace(...known) : first}${meant ? ` Może chodziło o: ${meant.replace('one of ', '')}?` : ''}`,
      en: first,
    },
    action: {
      pl: `zobacz ${commandPath} --help`,
      en: `see ${commandPath} --help`,
    },
  };
}
