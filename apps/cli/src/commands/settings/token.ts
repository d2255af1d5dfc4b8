import type { Command } from 'commander';
import { usageFailure } from '../../failure.ts';
import { createCommand } from '../../help.ts';
import type { Run } from '../../run.ts';
import { tokenStepLines } from '../../settings-facts.ts';
import type { Report, Work } from '../../work.ts';

export function tokenCommand(run: Run): Command {
  return createCommand('token', 'Wpisz token OAuth bramki', {
    english: 'enter the OAuth token of the gateway: typed unseen, or read from the standard input.',
    notes: [
      'Token nie jest argumentem polecenia, żeby nie trafił do historii poleceń ani na listę procesów.',
      'Token jest najpierw sprawdzany w bramce; taki, który nie działa, nie zastąpi poprzedniego.',
      'Zapisany token jest zaszyfrowany i związany z tym serwerem; nikt go już nie odczyta.',
    ],
    examples: ['settings token', 'settings token --token-stdin < token.txt', 'settings token --no-check'],
  })
    .option('--token-stdin', 'przeczytaj token ze standardowego wejścia')
    .option('--no-check', 'zapisz bez sprawdzania, na przykład gdy bramka jest niedostępna')
    .action(run(saveToken));
}

async function saveToken(
  work: Work,
  { tokenStdin, check }: { readonly tokenStdin?: true; readonly check: boolean },
): Promise<Report> {
  const { api, companyId } = await work.company();
  const params = { companyId };
  const { terminal } = work;
  if (!tokenStdin && !terminal.isInteractive)
    throw usageFailure(
      'token_missing',
      { pl: 'Nie ma kogo zapytać o token.', en: 'There is nobody to ask for the token.' },
      { pl: 'Podaj go na wejściu: npx goniec settings token --token-stdin < plik', en: 'Use --token-stdin.' },
    );
  if (!tokenStdin) {
    const gateway = await api.getGateway({ params });
    terminal.note(`Jak wygenerować osobny token dla tej integracji:\n${tokenStepLines(gateway).join('\n')}\n\n`);
  }
  const token = (tokenStdin ? await terminal.readInput() : await terminal.askSecret('Token OAuth: ')).trim();
  if (token === '')
    throw usageFailure('token_missing', { pl: 'Nie podano tokenu. Nic nie zmieniono.', en: 'No token was given.' });
  const gateway = await api.saveGatewayToken({ params, body: { token, check } });
  const account = gateway.accountName ?? '—';
  return {
    data: gateway,
    lines: [
      check
        ? `Token sprawdzony i zapisany. Konto: ${account}.`
        : 'Token zapisany bez sprawdzenia. Sprawdź go: npx goniec settings test',
    ],
  };
}
