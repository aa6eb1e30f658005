import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFolder } from '../../security/sourceFiles.ts';

/** More would be no recipe. */
const mostLines = 5;

const copied = ['electron', 'renderer', 'shared', 'test'];
const linked = ['node_modules', 'resources'];
const configs = ['package.json', 'vitest.config.ts', 'tsconfig.base.json'];

export interface Recipe {
  /** Paths a person makes or edits; a folder ends in `/`. */
  readonly paths: readonly string[];
  /** What judges the work: the last line's command. */
  readonly command: string;
}

/**
 * A section of CONTRIBUTING with `<id>` (`<Id>` in capitals) filled in, `<noun>` and `<name>` from the two parts of an id
 * with a slash: numbered lines, every path and the command in backticks.
 */
function readRecipe(heading: string, id: string): Recipe {
  const text = readFileSync(join(projectFolder, 'CONTRIBUTING.md'), 'utf8');
  const section = text.split(/^### /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`CONTRIBUTING says nothing of: ${heading}`);
  const lines = section.split('\n').filter((line) => /^\d\. /.test(line));
  if (lines.length === 0 || lines.length > mostLines)
    throw new Error(`${heading}: ${lines.length} lines, at most ${mostLines}`);
  const [noun = '', name = ''] = id.split('/');
  const quoted = [...lines.join('\n').matchAll(/`([^`]+)`/g)].map(([, part = '']) =>
    part
      .replaceAll('<id>', id)
      .replaceAll('<Id>', id.charAt(0).toUpperCase() + id.slice(1))
      .replaceAll('<noun>', noun)
      .replaceAll('<name>', name),
  );
  const command = quoted.filter((part) => part.startsWith('npx ')).at(-1) ?? '';
  return { paths: quoted.filter((part) => /^[\w.-]+\/[^\s]*(\/|\.\w+)$/.test(part)), command };
}

export interface Work {
  /** Path → text of a new file. */
  readonly files: Readonly<Record<string, string>>;
  /** Path → what is written before the first place where the given text stands, each pair in turn. */
  readonly edits: Readonly<Record<string, readonly (readonly [before: string, written: string])[]>>;
}

export interface Extended {
  readonly folder: string;
  /** The recipe's own command in the copy, `more` behind it. */
  judge(...more: readonly string[]): { readonly code: number | null; readonly output: string };
  /** Types of these files and all they import; empty: sound. */
  typeFaults(...paths: readonly string[]): string;
  remove(): void;
}

/**
 * Does in a temporary copy of the sources what the section of CONTRIBUTING says, and nothing else: a file that the
 * section does not name, or a name nothing was done for, is an error.
 */
export function followRecipe(heading: string, id: string, { files, edits }: Work): Extended {
  const recipe = readRecipe(heading, id);
  const touched = [...Object.keys(files), ...Object.keys(edits)];
  const covers = (named: string, path: string) =>
    named.endsWith('/') ? path.startsWith(named) : path === named;
  const unnamed = touched.filter((path) => !recipe.paths.some((named) => covers(named, path)));
  const idle = recipe.paths.filter((named) => !touched.some((path) => covers(named, path)));
  if (unnamed.length > 0 || idle.length > 0)
    throw new Error(
      `${heading} does not name ${unnamed.join(', ') || 'nothing'}; names for nothing ${idle.join(', ')}`,
    );
  const folder = mkdtempSync(join(tmpdir(), 'extending-'));
  for (const name of copied)
    cpSync(join(projectFolder, name), join(folder, name), {
      recursive: true,
      filter: (path) => !path.endsWith('.tsbuildinfo'),
    });
  for (const name of linked) symlinkSync(join(projectFolder, name), join(folder, name));
  for (const name of configs) cpSync(join(projectFolder, name), join(folder, name));
  for (const [path, text] of Object.entries(files)) {
    if (existsSync(join(folder, path))) throw new Error(`${path} is there already`);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [path, pairs] of Object.entries(edits)) edit(join(folder, path), pairs);
  return {
    folder,
    judge: (...more) => run(folder, [...recipe.command.replace(/^npx vitest /, '').split(' '), ...more]),
    typeFaults: (...paths) => typeFaults(folder, paths),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function edit(path: string, pairs: readonly (readonly [string, string])[]): void {
  let text = readFileSync(path, 'utf8');
  for (const [before, written] of pairs) {
    const at = text.indexOf(before);
    if (at === -1) throw new Error(`${path} holds no ${before}`);
    text = text.slice(0, at) + written + text.slice(at);
  }
  writeFileSync(path, text);
}

function run(folder: string, words: readonly string[]) {
  const program = join(folder, 'node_modules/vitest/vitest.mjs');
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^VITEST|^NODE_ENV$/.test(name)),
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    env: { ...env, NO_COLOR: '1' },
    encoding: 'utf8',
  });
  return { code: status, output: stdout + stderr };
}

function typeFaults(folder: string, files: readonly string[]): string {
  const config = {
    extends: './tsconfig.base.json',
    files,
    compilerOptions: { composite: false, types: ['node'], lib: ['ES2022', 'DOM', 'DOM.Iterable'] },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const program = join(folder, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [program, '-p', 'tsconfig.json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout;
}
