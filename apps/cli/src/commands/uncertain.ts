import type { Command } from 'commander';
import { createCommand } from '../help.ts';
import type { Run } from '../run.ts';
import { sendAgainCommand, treatAsSentCommand } from './uncertain/decide.ts';
import { listUncertainCommand } from './uncertain/list.ts';

export function uncertainCommand(run: Run): Command {
  const uncertain = createCommand('uncertain', 'Niepewne wiadomości: lista i decyzje człowieka', {
    english: 'messages of which nobody knows whether the gateway took them: list them, decide about them.',
    notes: [
      'Program przez 20 godzin sam pyta bramkę tą samą paczką i nic nie wychodzi dwa razy. Potem decyduje człowiek.',
    ],
    examples: ['uncertain list', 'uncertain treat-as-sent 4711', 'uncertain send-again 4711'],
  });
  for (const create of [listUncertainCommand, treatAsSentCommand, sendAgainCommand]) uncertain.addCommand(create(run));
  return uncertain;
}
