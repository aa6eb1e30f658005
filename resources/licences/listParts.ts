import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import type { BundledPart } from '../../shared/domain/licences/bundledPart.ts';
import { besideParts } from './besideParts.ts';
import { packageLicence } from './packageLicence.ts';

/** Stands in the page's sources for the list, which is known once everything is bundled. */
const placeholder = /(["'`])__SHIPDESK_LICENCES__\1/g;

/** `…/node_modules/@scope/name/lib/x.js?v=1` → `…/node_modules/@scope/name`; null: no package of others. */
export function packageFolder(moduleId: string): string | null {
  const path = moduleId.replaceAll('\\', '/');
  return /^\/?[^\0]*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? null;
}

const chunksOf = (bundle: Rolldown.OutputBundle) =>
  Object.values(bundle).filter((output) => output.type === 'chunk');

/** What was left out of a bundle to its last byte is not in it. */
function foldersOf(bundle: Rolldown.OutputBundle): readonly string[] {
  const ofChunk = ({ modules }: Rolldown.OutputChunk) =>
    Object.entries(modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : []));
  return [
    ...new Set(
      chunksOf(bundle)
        .flatMap(ofChunk)
        .flatMap((id) => packageFolder(id) ?? []),
    ),
  ];
}

const nameOf = ({ name, version }: BundledPart): string => `${name} ${version}`.trim();

/** Each part once, by name: two bundles share most of theirs, and an add-on is packed twice. */
function sorted(parts: readonly BundledPart[]): readonly BundledPart[] {
  const byName = new Map(parts.map((part) => [nameOf(part), part]));
  return [...byName.values()].sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
}

export function licencesText(parts: readonly BundledPart[]): string {
  const rule = '='.repeat(80);
  const each = parts.map((part) => `${rule}\n${nameOf(part)} (${part.licence})\n${rule}\n\n${part.text}\n`);
  return `ShipDesk carries works of others. These are their licences.\n\n${each.join('\n')}`;
}

/**
 * For a build of several bundles, one after the other: `note` in each, `write` in the last, which holds the page. Writes the text of
 * all licences to `file` as well.
 */
export function listParts(project: string, file: string) {
  const folders = new Set<string>();
  const noteAll = (bundle: Rolldown.OutputBundle): void => {
    for (const folder of foldersOf(bundle)) folders.add(folder);
  };
  const note = (): Plugin => ({
    name: 'note-parts',
    generateBundle: (_options, bundle) => noteAll(bundle),
  });
  const write = (): Plugin => ({
    name: 'write-licences',
    generateBundle(_options, bundle) {
      noteAll(bundle);
      const parts = sorted([...[...folders].map(packageLicence), ...besideParts(project)]);
      const list = JSON.stringify(JSON.stringify(parts));
      for (const chunk of chunksOf(bundle)) chunk.code = chunk.code.replaceAll(placeholder, () => list);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, licencesText(parts));
    },
  });
  return { note, write };
}

/** The names alone, beside the bundle: for a program whose parts are said to be those of another. */
export const nameParts = (): Plugin => ({
  name: 'name-parts',
  generateBundle(_options, bundle) {
    const names = foldersOf(bundle).map((folder) => nameOf(packageLicence(folder)));
    this.emitFile({ type: 'asset', fileName: 'parts.json', source: JSON.stringify(names.sort()) });
  },
});
