import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { projectFolder } from './sourceFiles.ts';

/** Ids of the platforms: what their folders are called. */
export const platformIds: readonly string[] = readdirSync(join(projectFolder, 'electron/carriers'), {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory() && entry.name !== 'kit')
  .map(({ name }) => name);

/** Where a platform may be called by its name, with the reason. A folder ends in a slash. */
const homes: Readonly<Record<string, string>> = {
  'electron/carriers/index.ts': 'the list: one line each',
  'shared/errors/': 'words',
  'shared/text/': 'words',
  'renderer/text/': 'words',
  'electron/shell/allowedOutside.ts':
    'the pages a person may open: each host is chosen by hand, never computed',
};

/** Ids that are words of the language too: only a text that is exactly this word counts, and not where it means the word. */
const ordinary: Readonly<Record<string, readonly string[]>> = {
  sf: [],
  practice: [
    // The option --practice of the command contract.
    'electron/commands/',
    // A kind of key slot, and what doctor says of the key.
    'electron/vault/',
    'electron/usecases/workspace/check.ts',
    // The kind of workspace somebody begins with, and its look.
    'renderer/app/',
  ],
};

const within = (path: string, places: readonly string[]) =>
  places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place));

/** Names and texts of a source; comments are no code and may cite a vendor. */
function wordsOf(path: string, source: string): { readonly texts: string[]; readonly names: string[] } {
  const texts: string[] = [];
  const names: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      const { type, value, cooked } = node as Readonly<Record<string, unknown>>;
      if (type === 'Identifier') names.push(String(value));
      if (type === 'StringLiteral' || type === 'JSXText') texts.push(String(value));
      if (type === 'TemplateElement') texts.push(String(cooked));
      Object.values(node).forEach(visit);
    }
  };
  visit(parseSync(source, { syntax: 'typescript', tsx: path.endsWith('x'), target: 'es2022' }).body);
  return { texts, names };
}

/** One line for each platform a file calls by its name away from that platform's folder. */
export function platformNamesIn(path: string, source: string): string[] {
  if (within(path, Object.keys(homes))) return [];
  const { texts, names } = wordsOf(path, source);
  return platformIds.flatMap((id) => {
    if (path.startsWith(`electron/carriers/${id}/`) || within(path, ordinary[id] ?? [])) return [];
    const found =
      ordinary[id] === undefined
        ? [...texts, ...names].filter((word) => word.toLowerCase().includes(id))
        : texts.filter((text) => text === id);
    return found.length === 0
      ? []
      : [
          `${path}: ${[...new Set(found)].join(', ')} – what is ${id}'s own belongs to electron/carriers/${id}/: say it in its manifest and read it there`,
        ];
  });
}

/** The same for files of the project. */
export function platformNamesOf(paths: readonly string[]): string[] {
  return paths.flatMap((path) => platformNamesIn(path, readFileSync(join(projectFolder, path), 'utf8')));
}
