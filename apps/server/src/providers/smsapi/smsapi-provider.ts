import {
  createSmsapi,
  neutralizeMacros,
  parseInbound,
  parseReports,
  type DeliveryReport,
  type Price,
} from '@goniec/smsapi';
import type { AccountAccess, Answer, InboundText, Provider, ProviderKind, Report } from '../provider.ts';
import { allowsBaseUrl } from './base-url.ts';
import { emulatorHandsets } from './emulator-handsets.ts';
import { explain } from './explain.ts';
import { answerOf } from './map-answer.ts';
import { submitResultOf } from './map-error.ts';
import { deliveryOf } from './map-status.ts';
import { proofOf } from './stop-proof.ts';
import { takeTextsAt } from './take-texts.ts';

const POLAND = '260';

/** Ids per status query: an undocumented call, so it is kept small (dossier 3.1). */
const IDS_PER_QUERY = 100;

/** SMSAPI behind the provider port. No call is ever repeated here: what may be repeated is the sending engine's business. */
export const smsapi: ProviderKind = {
  code: 'smsapi',
  connect,
  prepareText: (text) => neutralizeMacros(text),
  parseReports: (fields) => parseReports(fields).map(reportOf),
  parseInbound: inboundOf,
  explain,
  proofOf,
  allowsBaseUrl,
  handsets: emulatorHandsets,
};

function connect({ baseUrl, token, timeoutMs }: AccountAccess): Provider {
  const account = createSmsapi({ baseUrl, token, timeoutMs });
  return {
    submit: async (batch, signal) => {
      const request = {
        recipients: batch.messages.map(({ phone, idx }) => ({ number: phone, idx })),
        message: batch.text,
        checkIdx: true,
        maxParts: batch.maxParts,
        notifyUrl: batch.reportUrl,
        ...(batch.sender === null ? {} : { from: batch.sender }),
      };
      return submitResultOf(
        await account.send(request, signal),
        batch.messages.map(({ phone }) => phone),
      );
    },
    profile: async (signal) =>
      answerOf(await account.profile(signal), ({ username, paymentType, points }) => ({
        // The login, not the person's name: it tells two accounts apart.
        name: username,
        paymentType,
        points,
      })),
    partPrice: async (signal) => answerOf(await account.prices('pro', signal), dearestInPoland),
    senders: async (signal) =>
      answerOf(await account.senderNames(signal), (names) =>
        names.map(({ sender, isDefault, status, usable }) => ({ sender, isDefault, status, usable })),
      ),
    reports: async (providerIds, signal) => {
      const found: Report[] = [];
      for (let from = 0; from < providerIds.length; from += IDS_PER_QUERY) {
        const answer: Answer<Report[]> = answerOf(
          await account.status(providerIds.slice(from, from + IDS_PER_QUERY), signal),
          (statuses) =>
            statuses.map(({ id, idx, status, points }) => reportOf({ id, idx, status, points, doneAt: null })),
        );
        // What was answered before is worth keeping: the rest is asked for at the next occasion.
        if (!answer.ok) return found.length > 0 ? { ok: true, value: found } : answer;
        found.push(...answer.value);
      }
      return { ok: true, value: found };
    },
    takeTextsAt: (url, signal) => takeTextsAt(account, url, signal),
  };
}

/** The dearest Polish network: nobody knows which one a number is in, and a quote must not promise too little. */
function dearestInPoland(prices: readonly Price[]): number | null {
  const amounts = prices.filter(({ country }) => country.mcc === POLAND).map(({ price }) => price.amount);
  return amounts.length === 0 ? null : Math.max(...amounts);
}

/** A report that names no id of the gateway is found by its idx: the id is empty then. */
function reportOf(report: Pick<DeliveryReport, 'id' | 'idx' | 'status' | 'points' | 'doneAt'>): Report {
  return {
    providerId: report.id ?? '',
    idx: report.idx,
    statusCode: report.status.code,
    statusName: report.status.name === '' ? null : report.status.name,
    delivery: deliveryOf(report.status.code),
    doneAt: report.doneAt,
    points: report.points,
  };
}

function inboundOf(fields: URLSearchParams): InboundText | null {
  const found = parseInbound(fields);
  return found && { sender: found.from, text: found.text, sentAt: found.receivedAt, answers: found.inReplyTo };
}
