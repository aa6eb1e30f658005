import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAtFirstUse, withoutReadingTwice } from '../../vite.parts.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-parts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Built {
  readonly read: string[];
  readonly doors: { open(): string; make(): { readonly says: string }; all(): readonly string[] };
}

interface BuildWays {
  readonly codeSplitting?: object | boolean;
  readonly which?: Parameters<typeof readAtFirstUse>[0];
}

/** Builds two programs that share parts, and loads the first of them. */
async function buildAndLoad(
  name: string,
  files: Readonly<Record<string, string>>,
  { codeSplitting = true, which = 'all' }: BuildWays = {},
): Promise<Built> {
  const sources = mkdtempSync(join(folder, `${name}-`));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(sources, file), text);
  const outDir = join(sources, 'out');
  await build({
    configFile: false,
    root: sources,
    logLevel: 'silent',
    plugins: [readAtFirstUse(which)],
    build: {
      outDir,
      ssr: true,
      minify: false,
      rollupOptions: {
        input: { one: join(sources, 'one.ts'), other: join(sources, 'other.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs', codeSplitting },
      },
    },
  });
  const held = globalThis as typeof globalThis & { partsRead?: string[] };
  const read: string[] = [];
  held.partsRead = read;
  return { read, doors: createRequire(import.meta.url)(join(outDir, 'one.cjs')) as Built['doors'] };
}

describe('a part of the built core', () => {
  it('is read when something of it is first used, once, and works as before', async () => {
    const { read, doors } = await buildAndLoad('use', {
      'part.ts': `
        (globalThis as any).partsRead.push('part');
        export const says = 'open';
        export class Door { says = says; }
        export const table = { first: 1 };
      `,
      'one.ts': `
        import { Door, says, table } from './part.ts';
        export const open = () => says;
        export const make = () => new Door();
        export const all = () => Object.keys({ ...table, says });
      `,
      'other.ts': `import { says, Door, table } from './part.ts'; export const other = [says, Door, table];`,
    });
    expect(read).toEqual([]);
    expect(doors.open()).toBe('open');
    expect(read).toEqual(['part']);
    expect(doors.make().says).toBe('open');
    expect(doors.all()).toEqual(['first', 'says']);
    expect(read).toEqual(['part']);
  });

  describe.each([
    ['all', 'repl', []],
    ['node', 'test/reporters', ['part']],
  ] as const)('that is built to read %s later', (which, module, readAtOnce) => {
    it('reads what it needs of Node at first use, whole where it is used as a module', async () => {
      const files = {
        'part.ts': `
          import { sep } from 'node:path';
          import * as used from 'node:${module}';
          (globalThis as any).partsRead.push('part');
          export const separator = () => sep;
          export const kinds = () => [typeof used, typeof used.default];
        `,
        'one.ts': `
          import { kinds, separator } from './part.ts';
          export const open = () => separator();
          export const all = () => kinds();
        `,
        'other.ts': `import { kinds, separator } from './part.ts'; export const other = [kinds, separator];`,
      };
      const { read, doors } = await buildAndLoad(`node-${which}`, files, { which });
      const { moduleLoadList } = process as NodeJS.Process & { readonly moduleLoadList: readonly string[] };
      const isRead = () => moduleLoadList.includes(`NativeModule ${module}`);
      expect(read).toEqual(readAtOnce);
      expect(doors.open()).toBe(sep);
      expect(isRead()).toBe(false);
      expect(doors.all()).toEqual(['object', 'object']);
      expect(isRead()).toBe(true);
    });
  });

  it('does not need one that needs it: such a build ends', async () => {
    const files = {
      'first.ts': `import { second } from './second.ts'; export const first = () => second() + 1;`,
      'second.ts': `import { third } from './third.ts'; export const second = () => third() + 1;`,
      'third.ts': 'export const third = () => 1;',
      'one.ts': `export { first } from './first.ts';`,
      'other.ts': `export { first } from './first.ts';`,
    };
    const groups = [
      { name: 'outer', test: /(?:first|third)\.ts$/ },
      { name: 'inner', test: /second\.ts$/ },
    ];
    const torn = { includeDependenciesRecursively: false, groups };
    await expect(buildAndLoad('circle', files, { codeSplitting: torn })).rejects.toThrow(
      'parts need each other',
    );
  });
});

describe('a library of the page that is no module', () => {
  it('stands in a function in brackets, which the browser reads once, also in what is built small', async () => {
    const sources = mkdtempSync(join(folder, 'brackets-'));
    writeFileSync(
      join(sources, 'library.cjs'),
      `exports.says = 'open'; exports.twice = (word) => word + word;`,
    );
    const entry = join(sources, 'page.js');
    writeFileSync(entry, `import { says, twice } from './library.cjs'; export const said = twice(says);`);
    const outDir = join(sources, 'out');
    await build({
      configFile: false,
      root: sources,
      logLevel: 'silent',
      plugins: [withoutReadingTwice()],
      build: {
        outDir,
        minify: true,
        rollupOptions: {
          input: entry,
          preserveEntrySignatures: 'strict',
          output: { entryFileNames: 'page.mjs' },
        },
      },
    });
    const code = readFileSync(join(outDir, 'page.mjs'), 'utf8');
    expect(code).toMatch(/\(\(function ?\(\w+\) ?\{/);
    const page = (await import(pathToFileURL(join(outDir, 'page.mjs')).href)) as { readonly said: string };
    expect(page.said).toBe('openopen');
  });
});
