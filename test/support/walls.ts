import { posix } from 'node:path';
import { parseAst } from 'vitest/node';

/** One import, re-export, dynamic import or import type of a module. */
export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** What is taken by name; '*' stands for all of it. */
  readonly names: readonly string[];
}

/** What the walls ask about a module. */
export interface Module {
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
}

/**
 * The table of walls: a folder or file → what its files may import. Entries of a list:
 *
 *     'apps/server/src/domain/'   every file below that folder (the importer's own folder has to be named too)
 *     'type apps/server/src/…'    the same, by `import type` only
 *     'node', 'npm'               every built-in module, every package of strangers
 *     'zod', '@goniec/contract'   that very package
 */
export type Walls = Readonly<Record<string, readonly string[]>>;

/** Reads the imports of a TypeScript or JavaScript module with a real parser. */
export function readModule(path: string, source: string): Module {
  const imports: Import[] = [];
  let hasDefaultExport = false;
  visit(parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' }, path), (node) => {
    const kind = node['type'];
    if (kind === 'ExportDefaultDeclaration') hasDefaultExport = true;
    if (kind === 'ExportSpecifier' && nameOf(node['exported']) === 'default') hasDefaultExport = true;
    const specifier = isNode(node['source']) ? node['source']['value'] : undefined;
    if (typeof specifier === 'string') {
      const typeOnly = [node['importKind'], node['exportKind']].includes('type') || kind === 'TSImportType';
      const specifiers = Array.isArray(node['specifiers']) ? node['specifiers'].filter(isNode) : undefined;
      imports.push({
        specifier,
        typeOnly,
        names: specifiers?.map(importedName) ?? ['*'],
      });
    } else if (kind === 'ImportExpression') {
      imports.push({ specifier: '(computed)', typeOnly: false, names: ['*'] });
    }
  });
  return { imports, hasDefaultExport };
}

/** The imports of a file that its wall does not let through, one sentence each. */
export function breaches(path: string, imports: readonly Import[], walls: Walls): string[] {
  // the narrowest wall: a rule for one file beats that of its folder
  const wall = Object.keys(walls)
    .filter((place) => path.startsWith(place))
    .toSorted((one, other) => other.length - one.length)[0];
  if (wall === undefined) return [];
  const allowed = walls[wall] ?? [];
  return imports
    .filter(({ specifier, typeOnly }) => {
      const target = targetOf(path, specifier);
      return !allowed.some((entry) =>
        entry.startsWith('type ') ? typeOnly && leadsTo(entry.slice(5), target) : leadsTo(entry, target),
      );
    })
    .map(
      ({ specifier, typeOnly }) =>
        `${path} imports ${typeOnly ? 'type ' : ''}'${specifier}', against the wall of ${wall}`,
    );
}

/** Whether an entry of the table covers a target. */
function leadsTo(entry: string, target: string): boolean {
  if (entry === 'node') return target.startsWith('node:');
  if (entry === 'npm') return /^(?!node:|\/|\(|@goniec\/|smsapi-emulator$)/u.test(target);
  return entry.endsWith('/') ? target.startsWith(`/${entry}`) : target === entry || target === `/${entry}`;
}

/** '/' and the path from the repository's root for our own files, the package's name for the rest. */
function targetOf(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join('/', posix.dirname(path), specifier);
  if (specifier.startsWith('node:') || specifier.startsWith('(')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

/** 'sql' for `{ sql }` and `{ sql as query }`, 'default' for a default import, '*' for a namespace. */
function importedName(specifier: Node): string {
  if (specifier['type'] === 'ImportNamespaceSpecifier') return '*';
  return specifier['type'] === 'ImportDefaultSpecifier'
    ? 'default'
    : nameOf(specifier['imported'] ?? specifier['local']);
}

function nameOf(value: unknown): string {
  const name = isNode(value) ? (value['name'] ?? value['value']) : undefined;
  return typeof name === 'string' ? name : '*';
}

function visit(value: unknown, look: (node: Node) => void): void {
  if (!isNode(value)) return;
  look(value);
  for (const child of Object.values(value)) visit(child, look);
}
