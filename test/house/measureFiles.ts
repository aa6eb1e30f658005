import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { projectFolder, sourceFiles } from '../security/sourceFiles.ts';

/** A folder with more is a street, not a room. */
const mostFilesOfFolder = 25;
/** Up to this many lines a file is seldom worth a door of its own. */
const fewLines = 30;

export const partFigures = z.object({
  part: z.string(),
  files: z.number(),
  lines: z.number(),
  median: z.number(),
  ninetieth: z.number(),
  longest: z.number(),
  few: z.number(),
});
export type PartFigures = z.infer<typeof partFigures>;

const linesOf = (path: string): number =>
  readFileSync(join(projectFolder, path), 'utf8').split('\n').length - 1;

function figuresOf(part: string, paths: readonly string[]): PartFigures {
  const lines = paths.map(linesOf).sort((left, right) => left - right);
  const at = (share: number) => lines[Math.min(lines.length - 1, Math.floor(lines.length * share))] ?? 0;
  return {
    part,
    files: lines.length,
    lines: lines.reduce((sum, one) => sum + one, 0),
    median: at(0.5),
    ninetieth: at(0.9),
    longest: at(1),
    few: lines.filter((one) => one <= fewLines).length,
  };
}

function grouped(paths: readonly string[], keyOf: (path: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) groups.set(keyOf(path), [...(groups.get(keyOf(path)) ?? []), path]);
  return groups;
}

/** `electron/usecases/…` counts as `electron/usecases`, `electron/main.ts` as `electron`. */
const partOf = (path: string): string => path.split('/').slice(0, -1).slice(0, 2).join('/');

/** The product's own TypeScript: one row a part, the whole last. */
export function measureFiles(): PartFigures[] {
  const paths = sourceFiles('electron', 'renderer', 'shared');
  const parts = grouped(paths, partOf);
  return [
    ...[...parts].map(([part, inside]) => figuresOf(part, inside)).sort((a, b) => (a.part < b.part ? -1 : 1)),
    figuresOf('product', paths),
  ];
}

/** Folders with more files of their own than a room may hold, tests of units included. */
export function crowdedFolders(): string[] {
  const folders = grouped(sourceFiles('electron', 'renderer', 'shared', 'test/unit'), dirname);
  return [...folders]
    .filter(([, inside]) => inside.length > mostFilesOfFolder)
    .map(([folder, inside]) => `${folder}: ${inside.length}`);
}
