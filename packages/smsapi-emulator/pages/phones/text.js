import { t } from '../core/i18n.js';
import { h } from '../core/vdom.js';

/** @typedef {import('./data.js').MessageEntry} MessageEntry @typedef {import('../core/vdom.js').Loose} Loose */

/** Where the links of a text begin and end. @param {string} text @param {MessageEntry['links']} links */
const placesOf = (text, links) => {
  let from = 0;
  return links.flatMap(({ text: address, href }) => {
    const start = text.indexOf(address, from);
    if (start < 0) return [];
    from = start + address.length;
    return [{ start, end: from, href, address }];
  });
};

/** The text from one place to another, with a mark wherever a radio part ends. @param {string} text @param {number} start @param {number} end @param {readonly number[]} edges */
const withEdges = (text, start, end, edges) => {
  /** @type {Loose[]} */
  const pieces = [];
  let from = start;
  for (const [index, edge] of edges.entries()) {
    if (edge <= start || edge > end) continue;
    pieces.push(text.slice(from, edge), partEdge(index + 1));
    from = edge;
  }
  return [...pieces, text.slice(from, end)];
};

/** Nothing of it is in the message itself, so it is no text. @param {number} nth */
const partEdge = (nth) =>
  h('span', { class: 'edge', 'aria-hidden': 'true', title: t().message.partEnds(nth), 'data-part': String(nth + 1) });

/** A message as the handset shows it: links open, and the borders of its radio parts can be seen. @param {MessageEntry} entry */
export const messageText = ({ segments, links }) => {
  const text = segments.join('');
  let sum = 0;
  const edges = segments.slice(0, -1).map((segment) => (sum += segment.length));
  /** @type {Loose[]} */
  const pieces = [];
  let from = 0;
  for (const { start, end, href, address } of placesOf(text, links)) {
    pieces.push(
      withEdges(text, from, start, edges),
      h(
        'a',
        { href, target: '_blank', rel: 'noopener noreferrer', title: t().message.openLink(address) },
        withEdges(text, start, end, edges),
      ),
    );
    from = end;
  }
  return [...pieces, withEdges(text, from, text.length, edges)];
};
