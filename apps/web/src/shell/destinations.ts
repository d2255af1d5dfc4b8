import {
  IconAddressBook,
  IconBuilding,
  IconCoins,
  IconDeviceMobileMessage,
  IconFileImport,
  IconHelpHexagon,
  IconKey,
  IconMessageReply,
  IconMessages,
  IconPlugConnected,
  IconRosetteDiscountCheck,
  type Icon,
} from '@tabler/icons-react';

/** The places of the application, grouped as in the ERP: navigation and command palette show the same list. */
export interface Destination {
  readonly id: string;
  readonly to:
    | '/firma/$companyId/kontrahenci'
    | '/firma/$companyId/kontrahenci/import'
    | '/firma/$companyId/wysylki'
    | '/firma/$companyId/niepewne'
    | '/firma/$companyId/odpowiedzi'
    | '/firma/$companyId/stan-konta'
    | '/firma/$companyId/konfiguracja/wysylka-sms'
    | '/firma/$companyId/konfiguracja/uslugi'
    | '/firma/$companyId/konfiguracja/klucze'
    | '/firma/$companyId/konfiguracja/firma'
    | '/firma/$companyId/telefony';
  readonly icon: Icon;
}

const destination = <const Id extends string>(
  id: Id,
  to: Destination['to'],
  icon: Icon,
): Destination & { readonly id: Id } => ({ id, to, icon });

export const DESTINATIONS = {
  files: [
    destination('contractors', '/firma/$companyId/kontrahenci', IconAddressBook),
    destination('import', '/firma/$companyId/kontrahenci/import', IconFileImport),
  ],
  sending: [
    destination('campaigns', '/firma/$companyId/wysylki', IconMessages),
    destination('uncertain', '/firma/$companyId/niepewne', IconHelpHexagon),
    destination('inbound', '/firma/$companyId/odpowiedzi', IconMessageReply),
    destination('balance', '/firma/$companyId/stan-konta', IconCoins),
  ],
  administrator: [
    destination('gateway', '/firma/$companyId/konfiguracja/wysylka-sms', IconPlugConnected),
    destination('services', '/firma/$companyId/konfiguracja/uslugi', IconRosetteDiscountCheck),
    destination('company', '/firma/$companyId/konfiguracja/firma', IconBuilding),
    destination('keys', '/firma/$companyId/konfiguracja/klucze', IconKey),
  ],
  /** Only where an emulator answers as the gateway. */
  trial: [destination('phones', '/firma/$companyId/telefony', IconDeviceMobileMessage)],
} as const;
