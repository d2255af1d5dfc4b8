import type { CallInput, Contract } from '@goniec/contract';
import { type Command, Option } from 'commander';
import { isProblem } from '../../api/connect.ts';
import type { Gateway } from '../../api/shapes.ts';
import { usageFailure } from '../../failure.ts';
import { factLines } from '../../format/facts.ts';
import { createCommand } from '../../help.ts';
import { choice, parseAmount, parseCount, parseSeconds } from '../../parse-options.ts';
import type { Run } from '../../run.ts';
import { settingsFacts } from '../../settings-facts.ts';
import type { Report, Work } from '../../work.ts';

type Settings = CallInput<Contract['saveGateway']>['body'];
interface SetOptions extends Omit<Partial<Settings>, 'settleAutomatically'> {
  readonly company?: string;
  readonly timeout?: number;
  readonly settleAutomatically?: 'tak' | 'nie';
}

export function setCommand(run: Run): Command {
  return createCommand('set', 'Zmień ustawienia bramki SMS; czego nie podano, zostaje', {
    english: 'change settings of the SMS gateway; what is not given stays.',
    notes: ['Zmiana adresu na inny serwer usuwa zapisany token: był przeznaczony dla poprzedniego.'],
    examples: [
      'settings set --provider smsapi',
      'settings set --sender MojaFirma --point-value 0,165',
      'settings set --timeout 60',
      'settings set --settle-automatically nie',
    ],
  })
    .addOption(choice('--provider <dostawca>', 'dostawca usługi SMS', ['smsapi']))
    .option('--base-url <adres>', 'adres API bramki')
    .option('--sender <nazwa>', 'nazwa nadawcy, jedna z aktywnych (npx goniec settings senders)')
    .addOption(new Option('--timeout <sekundy>', 'czas oczekiwania, 1 do 120 s').argParser(parseSeconds))
    .addOption(new Option('--batch-size <liczba>', 'ile wiadomości w jednym zapytaniu').argParser(parseCount))
    .addOption(new Option('--requests-per-second <liczba>', 'zapytań na sekundę').argParser(parseCount))
    .addOption(new Option('--concurrency <liczba>', 'zapytań jednocześnie').argParser(parseCount))
    .addOption(
      new Option('--max-parts <liczba>', 'najwięcej części SMS-a, na które pozwala konto').argParser(parseCount),
    )
    .addOption(
      choice('--settle-automatically <wybór>', 'czy o niepewne wiadomości pytać ponownie bez udziału człowieka', [
        'tak',
        'nie',
      ]),
    )
    .addOption(
      new Option('--low-balance <punkty>', 'poniżej ilu punktów ostrzegać, że konto się kończy').argParser(parseAmount),
    )
    .addOption(new Option('--point-value <zł>', 'cena jednego punktu w złotych, netto').argParser(parseAmount))
    .action(run(set));
}

async function set(work: Work, options: SetOptions): Promise<Report> {
  const { timeout, settleAutomatically, ...given } = options;
  const change: Partial<Settings> = {
    ...given,
    ...(timeout === undefined ? {} : { timeoutMs: timeout }),
    ...(settleAutomatically === undefined ? {} : { settleAutomatically: settleAutomatically === 'tak' }),
  };
  if (Object.keys(change).length === 0)
    throw usageFailure('nothing_to_change', {
      pl: 'Nie podano, co zmienić. Możliwości pokaże: npx goniec settings set --help',
      en: 'Nothing to change was given; see: npx goniec settings set --help',
    });
  const { api, companyId } = await work.company();
  const params = { companyId };
  const before = await currentSettings(() => api.getGateway({ params }));
  const gateway = await api.saveGateway({ params, body: { provider: 'smsapi', ...before, ...change } });
  return {
    data: gateway,
    lines: [
      'Zapisano.',
      '',
      ...factLines(settingsFacts(gateway, work.terminal.paint)),
      ...(gateway.token === 'stored' ? [] : ['', 'Brakuje tokenu: npx goniec settings token']),
    ],
  };
}

/** What is set now; nothing for a company without a gateway. */
async function currentSettings(read: () => Promise<Gateway>): Promise<Partial<Settings>> {
  try {
    const { provider, baseUrl, sender, timeoutMs, batchSize, requestsPerSecond, ...rest } = await read();
    const { concurrency, maxParts, pointValue, lowBalance, settleAutomatically } = rest;
    const sending = { timeoutMs, batchSize, requestsPerSecond, concurrency, maxParts, settleAutomatically };
    return { provider, baseUrl, sender, pointValue, lowBalance, ...sending };
  } catch (error) {
    if (isProblem(error, 'gateway_missing')) return {};
    throw error;
  }
}
