import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './sourceFiles.ts';

/** A file is what one person changes for one reason, usually 60 to 250 lines; the models of this field sit at a median of 84 to 129. Functions are Biome's (60 lines). */
export const sizeBudget = { medianLines: 130, mostLines: 400 } as const;

export interface FileSizes {
  readonly fileCount: number;
  readonly medianLines: number;
  readonly longest: { readonly path: string; readonly lines: number };
  /** `path: lines` of each file over the budget. */
  readonly tooLong: readonly string[];
}

export function fileSizes(paths: readonly string[]): FileSizes {
  const sizes = paths
    .map((path) => ({
      path,
      lines: readFileSync(join(projectFolder, path), 'utf8').split('\n').length - 1,
    }))
    .sort((left, right) => left.lines - right.lines);
  return {
    fileCount: sizes.length,
    medianLines: sizes[Math.floor(sizes.length / 2)]?.lines ?? 0,
    longest: sizes.at(-1) ?? { path: '', lines: 0 },
    tooLong: sizes
      .filter(({ lines }) => lines > sizeBudget.mostLines)
      .map(({ path, lines }) => `${path}: ${lines}`),
  };
}
