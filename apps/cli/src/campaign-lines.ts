import type { Campaign, PickResult, Quote } from './api/shapes.ts';
import { stateOf } from './campaign-tally.ts';
import { type Fact, factLines } from './format/facts.ts';
import { countOf, formatCount, formatPoints, formatZloty, nouns } from './format/numbers.ts';
import type { Paint } from './format/paint.ts';
import { reasonLines } from './format/reasons.ts';
import { actions, deliveries, handovers, keysOf } from './format/states.ts';
import { formatMoment } from './format/time.ts';
import { fit, tidy, wrap } from './format/width.ts';

/** `1 842 SMS · 2 017 części · 302,55 zł`: what is agreed to when a campaign is sent. */
export function quoteLine({ messages, parts, points, value }: Quote): string {
  const price = points === 0 && messages > 0 ? 'cena nieznana (npx goniec settings test)' : formatZloty(value);
  return `${formatCount(messages)} SMS · ${countOf(parts, nouns.part)} · ${price}`;
}

const actorOf = (actor: string, name: string | null): string => tidy(name ?? actor.replace(/^key:/, 'klucz '));

/** Title, state and history of a campaign. */
export function titleLines(campaign: Campaign, paint: Paint): string[] {
  const { id, subject, pause, createdBy, createdByName, createdAt, startedBy, startedByName, startedAt } = campaign;
  const { name, tone } = stateOf(campaign);
  return [
    `${paint('strong', `Wysyłka ${id} · ${tidy(subject)}`)} · ${paint(tone, name)}`,
    ...(pause
      ? [
          ...reasonLines([pause.reason], paint),
          ...(pause.nextCheckAt === null ? [] : [`  Następne sprawdzenie: ${formatMoment(pause.nextCheckAt)}`]),
        ]
      : []),
    paint('dim', `utworzona ${formatMoment(createdAt)}, ${actorOf(createdBy, createdByName)}`),
    ...(startedAt === null
      ? []
      : [
          paint(
            'dim',
            `wysłana   ${formatMoment(startedAt)}${startedBy === null ? '' : `, ${actorOf(startedBy, startedByName)}`}`,
          ),
        ]),
  ];
}

/** The text exactly as it goes out, and what makes it long. */
export function textLines({ text }: Quote, width: number, paint: Paint): string[] {
  const { body, encoding, units, parts, limit, remaining, withinLimit, forcedBy } = text;
  const room = withinLimit
    ? `zostaje ${formatCount(remaining)}`
    : paint('bad', `za dużo o ${countOf(-remaining, nouns.unit)}`);
  return [
    ...tidy(body, 'keep')
      .split('\n')
      .flatMap((line) => wrap(line, width - 4))
      .map((line) => `  │ ${line}`.trimEnd()),
    ...factLines([
      ['Kodowanie', encoding === 'gsm7' ? 'GSM' : paint('warn', 'Unicode')],
      ['Długość', `${countOf(units, nouns.unit)} z ${formatCount(limit)}, ${room}`],
      ['Części', `${formatCount(parts)} na każdą wiadomość`],
      ...(forcedBy.length > 0 ? [['Wymuszają Unicode', charactersOf(forcedBy)] as const] : []),
    ]),
  ];
}

/** `ą ×3 → a`: each character once, with what Bez polskich writes instead. */
function charactersOf(forcedBy: Quote['text']['forcedBy']): string {
  const groups = Map.groupBy(forcedBy, ({ character }) => character);
  return [...groups]
    .map(([character, places]) => {
      const replacement = places[0]?.replacement ?? null;
      const times = places.length > 1 ? ` ×${places.length}` : '';
      const instead = replacement === null ? ' (zostaje)' : replacement === '' ? ' (znika)' : ` → ${replacement}`;
      return `${tidy(character)}${times}${instead}`;
    })
    .join(', ');
}

/** Price for the chosen recipients, what would save, what stands in the way. */
export function quoteLines(quote: Quote, width: number, paint: Paint): string[] {
  const { recipients, messages, excluded, points, withoutPolish, balance, obstacles } = quote;
  const facts: Fact[] = [
    [
      'Odbiorcy',
      recipients === messages
        ? formatCount(recipients)
        : `${formatCount(recipients)}, SMS dostanie ${formatCount(messages)}`,
    ],
    ...excluded.map(({ reason, count }): Fact => [
      '',
      paint('warn', `${formatCount(count)} × ${tidy(reason.sentence.pl)}`),
    ]),
    ['Cena', `${quoteLine(quote)} (${formatPoints(points)})`],
    ...(withoutPolish && withoutPolish.body !== quote.text.body
      ? [
          [
            'Bez polskich',
            `${countOf(withoutPolish.parts, nouns.part)} zamiast ${formatCount(quote.text.parts)}, ${withoutPolish.saves > 0 ? `oszczędza ${paint('good', formatPoints(withoutPolish.saves))}` : 'cena ta sama'}`,
            paint('dim', fit(tidy(withoutPolish.body), Math.max(20, width - 16))),
          ] as const,
        ]
      : []),
    ...(balance ? [['Stan konta', balanceWords(balance, paint)] as const] : []),
  ];
  return [
    ...factLines(facts),
    ...(obstacles.length > 0 ? [paint('bad', 'Przeszkody'), ...reasonLines(obstacles, paint)] : []),
  ];
}

function balanceWords({ points, enough }: NonNullable<Quote['balance']>, paint: Paint): string {
  if (points === null) return 'konto go nie podaje';
  const verdict = enough === null ? '' : enough ? paint('good', ', wystarczy') : paint('bad', ', za mało');
  return `${formatPoints(points)}${verdict}`;
}

/** Both stages: how many messages are in which state. */
export function sumsLines({ sums }: Campaign, paint: Paint): string[] {
  const handover = keysOf(handovers)
    .filter((key) => sums.handover[key] > 0)
    .map((key) => paint(handovers[key].tone, `${handovers[key].name} ${formatCount(sums.handover[key])}`));
  const delivery = keysOf(deliveries)
    .filter((key) => key !== 'none' && sums.delivery[key] > 0)
    .map((key) => paint(deliveries[key].tone, `${deliveries[key].name} ${formatCount(sums.delivery[key])}`));
  return factLines([
    ['Wiadomości', formatCount(sums.messages)],
    ['Status SMS', handover.join(' · ') || '–'],
    ['Status doręczenia', delivery.join(' · ') || '–'],
    ['Części', formatCount(sums.parts)],
    ['Koszt', `${formatPoints(sums.billedPoints)} pobrane z ${formatPoints(sums.points)} wycenionych`],
  ]);
}

/** What may be done with the campaign now, and why the rest may not. */
export function actionLines({ actions: list }: Campaign, paint: Paint): string[] {
  const allowed = list.filter((each) => each.allowed).map(({ action }) => actions[action]);
  const barred = list.flatMap(({ action, allowed: may, reason }) =>
    may || !reason ? [] : [`${actions[action]}: ${tidy(reason.sentence.pl)}`],
  );
  return factLines([
    ['Można', allowed.join(', ') || 'nic'],
    ...(barred.length > 0 ? [['Nie można', ...barred.map((line) => paint('dim', line))] as const] : []),
  ]);
}

/** What picking did. */
export function pickLines({ added, already, leftOut, recipients }: PickResult, paint: Paint): string[] {
  return [
    `Dodano odbiorców: ${formatCount(added)}${already > 0 ? ` (${formatCount(already)} było już na liście)` : ''}, razem jest ich ${formatCount(recipients)}.`,
    ...leftOut.map(({ reason, count }) =>
      paint('warn', `  pominięto ${formatCount(count)} × ${tidy(reason.sentence.pl)}`),
    ),
  ];
}
