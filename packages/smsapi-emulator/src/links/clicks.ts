import type { Handler } from '../http/call.ts';
import { filledText, listOf, type Fields } from '../http/fields.ts';
import { collection } from '../http/reply.ts';
import type { Store } from '../state/store.ts';
import { whenLinksAreOn } from './rest.ts';
import { showClick } from './show.ts';
import type { LinkClick } from './shapes.ts';
import { mobileGroupOf } from './visitor.ts';

/** `date_from` and `date_to` are days, both included; `links` names ids. */
const chosenBy = (fields: Fields): ((click: LinkClick) => boolean) => {
  const from = filledText(fields, 'date_from')?.slice(0, 10) ?? '';
  const to = filledText(fields, 'date_to')?.slice(0, 10) ?? '9999';
  const links = listOf(fields, 'links')?.flatMap((ids) => ids.split(','));
  return ({ at, linkId }) => {
    const day = new Date(at).toISOString().slice(0, 10);
    return day >= from && day <= to && (links === undefined || links.includes(linkId));
  };
};

const clicksOf = ({ resources }: Readonly<Store>, fields: Fields): readonly LinkClick[] =>
  [...resources.clicks.values()].filter(chosenBy(fields));

/** `GET /short_url/clicks` (PY, GO; the answer's shape is in OAS). */
export const listClicks: Handler = whenLinksAreOn(({ store }, { fields }) =>
  collection(clicksOf(store, fields).map((click) => showClick(click, store.resources.shortLinks.get(click.linkId)))),
);

/** `GET /short_url/clicks_by_mobile_device` (PY): counts by link. */
export const countClicksByDevice: Handler = whenLinksAreOn(({ store }, { fields }) => {
  const counts = new Map<string, { android: number; ios: number; wp: number; other: number; sum: number }>();
  for (const { linkId, os } of clicksOf(store, fields)) {
    const known = counts.get(linkId) ?? { android: 0, ios: 0, wp: 0, other: 0, sum: 0 };
    const group = mobileGroupOf(os);
    counts.set(linkId, { ...known, [group]: known[group] + 1, sum: known.sum + 1 });
  }
  return collection([...counts].map(([linkId, clicks]) => ({ link_id: Number(linkId), clicks })));
});
