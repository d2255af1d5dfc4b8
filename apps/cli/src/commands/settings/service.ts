import { Argument, type Command } from 'commander';
import { createCommand } from '../../help.ts';
import type { Run } from '../../run.ts';
import { serviceLines } from '../../service-lines.ts';
import type { Report, Work } from '../../work.ts';

export function serviceCommand(run: Run): Command {
  return createCommand('service', 'Usługa „Wysyłanie SMS za pomocą usługi SMSAPI”: stan, włączenie, wyłączenie', {
    english: 'the subscription service of sending SMS: its state, on, off.',
    examples: ['settings service', 'settings service on'],
  })
    .addArgument(new Argument('[stan]', 'bez niego tylko pokazuje').choices(['on', 'off']))
    .action(run(service));
}

async function service(work: Work, state: 'on' | 'off' | undefined): Promise<Report> {
  const { api, companyId } = await work.company();
  const { paint } = work.terminal;
  if (state === undefined) {
    const services = await api.listServices({ params: { companyId } });
    return { data: services, lines: services.items.flatMap((each) => serviceLines(each, paint)) };
  }
  const switched = await api.switchService({
    params: { companyId, code: 'sms_smsapi' },
    body: { enabled: state === 'on' },
  });
  return { data: switched, lines: serviceLines(switched, paint) };
}
