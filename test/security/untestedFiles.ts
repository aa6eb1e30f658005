import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { projectFolder, sourceFiles } from './sourceFiles.ts';

/** Shorter files are seen through their users. */
const leastLines = 30;

/** Files no test can import, since only Electron or a thread runs them: each with the test that has them run. */
const testedOtherwise: Readonly<Record<string, string>> = {
  'electron/main.ts': 'test/e2e/mainJob.test.ts',
  'electron/core.ts': 'test/e2e/shell/core.test.ts',
  'electron/preload/index.ts': 'test/e2e/shell/lockedPage.test.ts',
  'electron/shell/answerPage.ts': 'test/e2e/shell/files.test.ts',
  'electron/shell/drawHtml.ts': 'test/e2e/shell/carrierLabel.test.ts',
  'electron/shell/forkCore.ts': 'test/e2e/shell/core.test.ts',
  'electron/shell/lockPages.ts': 'test/e2e/shell/lockedPage.test.ts',
  'electron/shell/mainWindow.ts': 'test/e2e/shell/lockedPage.test.ts',
  'electron/shell/pagePorts.ts': 'test/e2e/shell/core.test.ts',
  'electron/shell/servePages.ts': 'test/e2e/shell/lockedPage.test.ts',
  // Its words; the dialog itself is the system's.
  'electron/shell/showRefusal.ts': 'test/unit/electron/shell/shellText.test.ts',
  'electron/usecases/intake/reading/readerThread.ts':
    'test/unit/electron/usecases/intake/reading/threadedReader.test.ts',
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

/** Hands over to Electron and does nothing else that a test could see. */
const onlyStarts: readonly string[] = ['electron/launch/start.ts'];

export interface UntestedFiles {
  /** No test reaches the file, however indirectly. */
  readonly unreached: readonly string[];
  /** Reached only through other files, and nothing under test/unit mirrors its folder. */
  readonly withoutMirror: readonly string[];
}

/** A file counts as tested when a test imports it, or a test of the mirrored folder reaches it. */
export function untestedFiles(): UntestedFiles {
  const gone = Object.entries(testedOtherwise)
    .flat()
    .filter((path) => !existsSync(join(projectFolder, path)));
  if (gone.length > 0) throw new Error(`not there: ${gone.join(', ')}`);
  const tests = sourceFiles('test').filter((path) => /\.test\.tsx?$/.test(path));
  const direct = new Set(tests.flatMap((path) => [...localImports(path)]));
  const anywhere = reachedFrom(tests);
  const long = sourceFiles('electron', 'shared').filter(
    (path) =>
      readFileSync(join(projectFolder, path), 'utf8').split('\n').length > leastLines &&
      testedOtherwise[path] === undefined &&
      !onlyStarts.includes(path),
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
