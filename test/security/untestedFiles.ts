import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { projectFolder, sourceFiles } from './sourceFiles.ts';

/** Shorter files are seen through their users. */
const leastLines = 30;

/** Files no test reaches by import, with the reason that makes this right. */
const testedOtherwise: Readonly<Record<string, string>> = {
  'electron/main.ts': 'composition root; the window tests start it',
  'electron/core.ts': 'composition root; the window tests start it',
  'electron/launch/start.ts': 'starts the window; needs Electron',
};

const imported = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;

function localImports(path: string): string[] {
  const source = readFileSync(join(projectFolder, path), 'utf8');
  return [...source.matchAll(imported)].map(([, to = '']) => posix.join(posix.dirname(path), to));
}

/** Everything reached from these files by relative imports, the files themselves left out. */
function reachedFrom(paths: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const open = [...paths];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const next of localImports(path)) {
      if (reached.has(next) || !existsSync(join(projectFolder, next)) || !/\.tsx?$/.test(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached;
}

export interface UntestedFiles {
  /** No test reaches the file, however indirectly. */
  readonly unreached: readonly string[];
  /** Reached only through other files, and nothing under test/unit mirrors its folder. */
  readonly withoutMirror: readonly string[];
}

/** A file counts as tested when a test imports it, or a test of the mirrored folder reaches it. */
export function untestedFiles(): UntestedFiles {
  const tests = sourceFiles('test').filter((path) => /\.test\.tsx?$/.test(path));
  const direct = new Set(tests.flatMap((path) => [...localImports(path)]));
  const anywhere = reachedFrom(tests);
  const long = sourceFiles('electron', 'shared').filter(
    (path) =>
      readFileSync(join(projectFolder, path), 'utf8').split('\n').length > leastLines &&
      testedOtherwise[path] === undefined,
  );
  const isMirrored = (path: string) => {
    const folder = posix.join('test/unit', dirname(path));
    return reachedFrom(tests.filter((one) => one.startsWith(`${folder}/`))).has(path);
  };
  return {
    unreached: long.filter((path) => !anywhere.has(path)),
    withoutMirror: long.filter((path) => anywhere.has(path) && !direct.has(path) && !isMirrored(path)),
  };
}
