import type { Command } from 'commander';
import { createCommand } from '../../help.ts';
import type { Run } from '../../run.ts';
import { inboundStepLines } from '../../settings-facts.ts';
import type { Report, Work } from '../../work.ts';

export function inboundCommand(run: Run): Command {
  return createCommand('inbound', 'Zapisz w bramce adres, pod który ma przekazywać odpowiedzi', {
    english: 'write our address for replies down at the gateway; --show only tells the address and the steps by hand.',
    examples: ['settings inbound', 'settings inbound --show'],
  })
    .option('--show', 'tylko pokaż adres i jak wpisać go w panelu')
    .action(run(inbound));
}

async function inbound(work: Work, { show }: { readonly show?: true }): Promise<Report> {
  const { api, companyId } = await work.company();
  const params = { companyId };
  if (show) {
    const gateway = await api.getGateway({ params });
    return { data: gateway.inbound, lines: [gateway.inbound.url, '', ...inboundStepLines(gateway)] };
  }
  const registered = await api.registerInbound({ params });
  return { data: registered, lines: [work.terminal.paint('good', said[registered.change]), registered.url] };
}

const said = {
  added: 'Zapisano w bramce adres odpowiedzi:',
  moved: 'Zmieniono w bramce adres odpowiedzi na:',
  unchanged: 'Bramka ma już ten adres odpowiedzi:',
} as const;
