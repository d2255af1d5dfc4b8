import type { HandlerInput, Contract } from '@goniec/contract';
import type { MessageView } from './message-view.ts';

export type Language = HandlerInput<Contract['exportMessages']>['query']['language'];

interface Words {
  readonly sheet: string;
  readonly file: string;
  readonly titles: Readonly<Record<Column, string>>;
  readonly handover: Readonly<Record<MessageView['handover'], string>>;
  readonly delivery: Readonly<Record<MessageView['delivery'], string>>;
}

export type Column =
  | 'id'
  | 'contractor'
  | 'contact'
  | 'phone'
  | 'handover'
  | 'handoverReason'
  | 'delivery'
  | 'deliveryReason'
  | 'parts'
  | 'points'
  | 'providerId'
  | 'acceptedAt'
  | 'reportedAt';

/** What stands in a saved log, as the screens call it. */
export const exportWords: Readonly<Record<Language, Words>> = {
  pl: {
    sheet: 'Log wysyłki',
    file: 'wysylka',
    titles: {
      id: 'Nr',
      contractor: 'Kontrahent',
      contact: 'Kontakt',
      phone: 'Numer',
      handover: 'Status SMS',
      handoverReason: 'Powód',
      delivery: 'Status doręczenia',
      deliveryReason: 'Powód doręczenia',
      parts: 'Części',
      points: 'Punkty',
      providerId: 'Id w bramce',
      acceptedAt: 'Przekazana (czas polski)',
      reportedAt: 'Raport (czas polski)',
    },
    handover: {
      ready: 'Gotowa',
      submitting: 'W trakcie',
      accepted: 'Przekazana',
      refused: 'Odrzucona',
      uncertain: 'Niepewna',
      excluded: 'Pominięta',
      cancelled: 'Anulowana',
    },
    delivery: {
      none: '–',
      pending: 'Oczekuje',
      delivered: 'Doręczona',
      undelivered: 'Niedoręczona',
      expired: 'Wygasła',
      failed: 'Błąd bramki',
      rejected: 'Odrzucona przez operatora',
      unknown: 'Nieznany',
      no_report: 'Brak raportu',
    },
  },
  en: {
    sheet: 'Log of the campaign',
    file: 'campaign',
    titles: {
      id: 'No.',
      contractor: 'Contractor',
      contact: 'Contact',
      phone: 'Number',
      handover: 'SMS state',
      handoverReason: 'Reason',
      delivery: 'Delivery state',
      deliveryReason: 'Reason of delivery',
      parts: 'Parts',
      points: 'Points',
      providerId: "The gateway's id",
      acceptedAt: 'Handed over (Polish time)',
      reportedAt: 'Report (Polish time)',
    },
    handover: {
      ready: 'Ready',
      submitting: 'Submitting',
      accepted: 'Accepted',
      refused: 'Refused',
      uncertain: 'Uncertain',
      excluded: 'Left out',
      cancelled: 'Cancelled',
    },
    delivery: {
      none: '–',
      pending: 'Pending',
      delivered: 'Delivered',
      undelivered: 'Undelivered',
      expired: 'Expired',
      failed: 'Gateway failure',
      rejected: 'Rejected by the operator',
      unknown: 'Unknown',
      no_report: 'No report',
    },
  },
};
