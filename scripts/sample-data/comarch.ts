import { type Firm, inventFirm } from './firms.ts';
import { MESSES } from './messes.ts';
import { createNumbers, type Numbers, writePlainly } from './phones.ts';
import { createRandom, type Random } from './random.ts';

const ROWS = 300;

const HEADER =
  'Akronim,Nazwa1,Nazwa2,Nazwa3,NIPKraj,NIP,Ulica,NrDomu,NrLokalu,KodP,Miasto,Poczta,Województwo,Kraj,Telefon 1,Telefon 2,Telefon SMS,Fax,EMail,Imię,Nazwisko,Stanowisko,Grupa,Zgoda SMS,Data zgody,Zgoda marketing';

/** The sample in the manner of Comarch: text for UTF-8, `,`, LF, with a title row above the header. */
export function writeComarchSample(): string {
  const random = createRandom(20_041_105);
  const numbers = createNumbers(random);
  const rows = Array.from({ length: ROWS }, (_, index) => writeRow(inventRow(index + 1, random, numbers)));
  const title = `Kartoteka kontrahentów${','.repeat(HEADER.split(',').length - 1)}`;
  return [title, HEADER, ...rows, ''].join('\n');
}

function inventRow(index: number, random: Random, numbers: Numbers): string[] {
  const firm = inventFirm(random);
  const mess = index % 3 === 2 ? MESSES[Math.floor(index / 3) % MESSES.length] : undefined;
  const written = mess?.write(numbers, firm.town.area) ?? '';
  const mobile = mess?.column === 'mobile' ? written : writePlainly(numbers.mobile(), random);
  const landline = numbers.landline(firm.town.area);
  const isPerson = index % 30 === 4;
  return [
    `${firm.shortName.replaceAll(/[^\p{L}]/gu, '').slice(0, 12)}_${index}`,
    ...(isPerson ? [`${firm.firstName} ${firm.lastName}`, '', ''] : splitName(firm)),
    ...(isPerson ? ['', ''] : ['PL', firm.nip]),
    firm.street,
    firm.house,
    firm.flat,
    index % 20 === 7 ? firm.postalCode.replace('-', '') : firm.postalCode,
    firm.town.name,
    firm.town.name,
    firm.town.region,
    'Polska',
    mess?.column === 'phone' ? written : random.chance(0.4) ? landline : '',
    '',
    mess?.column === 'phone' && index % 2 === 0 ? '' : mobile,
    random.chance(0.2) ? landline : '',
    random.chance(0.8) ? firm.email : '',
    firm.firstName,
    firm.lastName,
    firm.role,
    random.chance(0.2) ? `${firm.group};Promocje` : firm.group,
    ...inventConsent(random),
  ];
}

/** Comarch's three fields of 50 characters, cut between words. */
function splitName({ name }: Firm): [string, string, string] {
  const [, first = '', second = '', third = ''] = /^(.{0,50})(?:\s(.{0,50}))?(?:\s(.*))?$/.exec(name) ?? [];
  return [first, second, third];
}

/** Consent, its date, and a consent to marketing in general, which does not open the SMS channel. */
function inventConsent(random: Random): [string, string, string] {
  const date = `${2025 + random.below(2)}-0${1 + random.below(9)}-${String(1 + random.below(28)).padStart(2, '0')}`;
  const share = random.below(10);
  if (share < 6) return ['T', date, 'T'];
  if (share < 7) return ['T', '', 'N'];
  return share < 9 ? ['N', '', 'T'] : ['', '', ''];
}

function writeRow(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
