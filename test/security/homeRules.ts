import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import rules from './homeRules.json' with { type: 'json' };
import { projectFolder } from './sourceFiles.ts';

/** One dangerous thing, the only places it may be used, and what to do anywhere else. */
export interface HomeRule {
  readonly thing: string;
  /** See `marksIn`; `*` at the beginning or the end stands for anything. */
  readonly marks: readonly string[];
  /** Files, or folders ending in a slash. */
  readonly homes: readonly string[];
  readonly instead: string;
}

export const homeRules: readonly HomeRule[] = rules;

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly [key: string]: unknown;
}

const nameOf = (node: unknown): string => {
  const { type, value, property } = (node ?? {}) as Node;
  if (type === 'Identifier' || type === 'StringLiteral') return String(value);
  return type === 'Computed' ? nameOf((node as Node).expression) : property === undefined ? '' : '?';
};

function marksOfImport(node: Node): string[] {
  const module = nameOf(node.source).replace(/^(node:fs)\/promises$/, '$1');
  if (node.typeOnly === true) return [`type ${module}`];
  const names = ((node.specifiers ?? []) as Node[]).flatMap((one) => {
    if (one.isTypeOnly === true) return [];
    if (one.type === 'ImportDefaultSpecifier') return ['default'];
    if (one.type === 'ImportNamespaceSpecifier') return ['*all'];
    return [nameOf(one.imported ?? one.local ?? one.orig)];
  });
  return [`import ${module}`, ...names.map((name) => `import ${module}#${name}`)];
}

function marksOfNode(node: Node): string[] {
  const callee = nameOf(node.callee);
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node.source ? marksOfImport(node) : [];
    case 'CallExpression': {
      const argument = ((node.arguments ?? []) as Node[])[0]?.expression;
      if ((node.callee as Node).type === 'Import' || callee === 'require')
        return [`import ${nameOf(argument)}`, `import ${nameOf(argument)}#*all`];
      return [`${callee}()`];
    }
    case 'NewExpression':
      return [((node.arguments ?? []) as Node[]).length === 0 ? `new ${callee}()` : '', `new ${callee}`];
    case 'MemberExpression':
      return [`${nameOf(node.object)}.${nameOf(node.property)}`];
    case 'JSXAttribute':
      return [`jsx ${nameOf(node.name)}`];
    case 'KeyValueProperty':
      return [`jsx ${nameOf(node.key)}`];
    default:
      return [];
  }
}

/**
 * What a source does that a rule may speak of: `import module`, `import module#name`, `type module`, `call()`,
 * `new Thing` (also `new Thing()` when it takes nothing), `object.member`, `jsx attribute`.
 */
function marksIn(path: string, source: string): Set<string> {
  const marks = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      for (const mark of marksOfNode(node as Node)) marks.add(mark);
      Object.values(node).forEach(visit);
    }
  };
  visit(parseSync(source, { syntax: 'typescript', tsx: path.endsWith('x'), target: 'es2022' }).body);
  return marks;
}

function fits(mark: string, pattern: string): boolean {
  if (pattern.startsWith('*.')) return mark.endsWith(pattern.slice(1));
  if (pattern.endsWith('*')) return mark.startsWith(pattern.slice(0, -1));
  return mark === pattern;
}

/** One line for each dangerous thing the file uses away from its home. */
export function breachesIn(path: string, source: string): string[] {
  const marks = [...marksIn(path, source)];
  return homeRules.flatMap(({ thing, marks: patterns, homes, instead }) => {
    if (homes.some((home) => (home.endsWith('/') ? path.startsWith(home) : path === home))) return [];
    const found = marks.filter((mark) => patterns.some((pattern) => fits(mark, pattern)));
    const where = homes.join(', ') || 'nowhere';
    return found.length === 0
      ? []
      : [`${path}: ${found.join(', ')} – ${thing} belongs to ${where}; ${instead}`];
  });
}

/** The same for files of the project. */
export function breachesOf(paths: readonly string[]): string[] {
  return paths.flatMap((path) => breachesIn(path, readFileSync(join(projectFolder, path), 'utf8')));
}
