/**
 * A view is a function from state to a tree of plain objects; `mount` makes the document look like it and touches only
 * what differs, so focus, selection and scrolling survive every change.
 *
 * @typedef {string | number | boolean | null | undefined | ((argument: never) => unknown)} PropValue
 * @typedef {Readonly<Record<string, PropValue>>} Props
 * @typedef {{ tag: string, key: string | null, props: Props, children: readonly Child[] }} VNode
 * @typedef {VNode | string} Child
 * @typedef {Child | number | null | undefined | false | readonly Loose[]} Loose
 */

const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS = new Set(['svg', 'path', 'circle', 'rect']);
/** Set as properties: the attribute is only where they start from. */
const PROPERTIES = new Set(['value', 'checked', 'disabled', 'hidden', 'open']);

/** @param {readonly Loose[]} children @returns {Child[]} */
const tidy = (children) =>
  children.flatMap((child) => {
    if (child === null || child === undefined || child === false || child === '') return [];
    if (typeof child === 'string') return [child];
    if (typeof child === 'number') return [String(child)];
    return 'tag' in child ? [child] : tidy(child);
  });

/** @param {string} tag @param {Props | null} [props] @param {...Loose} children @returns {VNode} */
export const h = (tag, props, ...children) => {
  const { key, ...rest } = props ?? {};
  return { tag, key: key === undefined || key === null ? null : String(key), props: rest, children: tidy(children) };
};

/** What each element was made from. @type {WeakMap<Element, VNode>} */
const madeFrom = new WeakMap();

/** @param {Element} element @param {string} name @param {PropValue} value */
const setProp = (element, name, value) => {
  if (name === 'ref') return;
  if (name.startsWith('on') || PROPERTIES.has(name)) {
    const known = Reflect.get(element, name);
    const wanted = value ?? (name === 'value' ? '' : name.startsWith('on') ? null : false);
    if (known !== wanted) Reflect.set(element, name, wanted);
  } else if (value === null || value === undefined || value === false) {
    element.removeAttribute(name);
  } else {
    element.setAttribute(name, value === true ? '' : String(value));
  }
};

/** @param {Element} element @param {VNode} vnode */
const update = (element, vnode) => {
  const before = madeFrom.get(element)?.props ?? {};
  madeFrom.set(element, vnode);
  // The options of a list must be there before one of them can be chosen.
  if (vnode.tag === 'select') patchChildren(element, vnode.children);
  for (const name of Object.keys(before)) if (!(name in vnode.props)) setProp(element, name, undefined);
  for (const [name, value] of Object.entries(vnode.props)) {
    if (before[name] !== value || PROPERTIES.has(name)) setProp(element, name, value);
  }
  if (vnode.tag !== 'select') patchChildren(element, vnode.children);
};

/** @param {VNode} vnode @returns {Element} */
const create = (vnode) => {
  const element = SVG_TAGS.has(vnode.tag)
    ? document.createElementNS(SVG, vnode.tag)
    : document.createElement(vnode.tag);
  update(element, vnode);
  const { ref } = vnode.props;
  if (typeof ref === 'function') Reflect.apply(ref, null, [element]);
  return element;
};

/** @param {Node | null | undefined} node @param {Child} child */
const fits = (node, child) => {
  if (typeof child === 'string') return node instanceof Text;
  if (!(node instanceof Element)) return false;
  const made = madeFrom.get(node);
  return made !== undefined && made.tag === child.tag && made.key === child.key;
};

/** @param {Element} parent @param {readonly Child[]} children */
const patchChildren = (parent, children) => {
  const keyed = new Map();
  for (const node of parent.children) {
    const key = madeFrom.get(node)?.key ?? null;
    if (key !== null) keyed.set(key, node);
  }
  let place = parent.firstChild;
  for (const child of children) {
    const key = typeof child === 'string' ? null : child.key;
    const candidate = key === null ? place : keyed.get(key);
    if (fits(candidate, child)) {
      if (candidate === place) place = place?.nextSibling ?? null;
      else parent.insertBefore(candidate, place);
      if (typeof child === 'string') {
        if (candidate.data !== child) candidate.data = child;
      } else {
        update(candidate, child);
      }
    } else {
      parent.insertBefore(typeof child === 'string' ? document.createTextNode(child) : create(child), place);
    }
  }
  while (place !== null) {
    const next = place.nextSibling;
    parent.removeChild(place);
    place = next;
  }
};

/**
 * Makes the container show these children. An element that had to move keeps its focus.
 * @param {Element} container @param {readonly Loose[]} children
 */
export const mount = (container, children) => {
  const focused = document.activeElement;
  patchChildren(container, tidy(children));
  if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) {
    focused.focus({ preventScroll: true });
  }
};
