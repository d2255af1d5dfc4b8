import { exclusionReason } from '../domain/exclusion.ts';
import type { Reason } from '../domain/reason.ts';
import { reasonOf, refusals, type RefusalCode } from '../domain/refusal.ts';
import { explain as explainSmsapi } from './smsapi/explain.ts';
import { deliveryCodes, unexplained } from './smsapi/own-codes.ts';

const noReport: Omit<Reason, 'code'> = {
  sentence: {
    pl: 'Przez 72 godziny nie nadszedł raport doręczenia.',
    en: 'No delivery report came within 72 hours.',
  },
  action: {
    pl: 'Wiadomość mogła dotrzeć. Sprawdź, czy adres publiczny serwera jest dostępny z internetu dla raportów.',
    en: 'The message may have arrived. Check that the public address of the server can be reached by the reports.',
  },
};

/**
 * What a stored code means, in both languages: one of the gateway (`smsapi_103`, `delivery_405`, `gateway_timeout`),
 * `no_report`, an exclusion or a refusal. Pure; never fails.
 * @example explainCode('smsapi_103').sentence.pl // 'Na koncie SMSAPI jest za mało punktów na tę wysyłkę.'
 */
export function explainCode(code: string): Reason {
  if (code === 'no_report') return { code, ...noReport };
  return explainSmsapi(code) ?? exclusionReason(code) ?? (isRefusal(code) ? reasonOf(code) : { code, ...unexplained });
}

/** Why a delivery state is what it is, when there is more to say than its name; null when there is not. */
export function explainDelivery(delivery: string, statusCode: number | null): Reason | null {
  if (delivery === 'no_report') return explainCode('no_report');
  return statusCode !== null && deliveryCodes.has(statusCode) ? explainCode(`delivery_${statusCode}`) : null;
}

const isRefusal = (code: string): code is RefusalCode => Object.hasOwn(refusals, code);
