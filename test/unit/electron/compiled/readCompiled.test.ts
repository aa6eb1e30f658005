import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  compiledFileOf,
  compilePart,
  readCompiled,
  readScript,
} from '../../../../electron/compiled/readCompiled.ts';

const require = createRequire(import.meta.filename);
const source = 'exports.said = () => require("./other.cjs").word; exports.lies = [__filename, __dirname];';

let folder = '';
let part = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-compiled-'));
  part = join(folder, 'part.cjs');
  writeFileSync(join(folder, 'other.cjs'), 'exports.word = "上海"; exports.sort = "bulk";');
  writeFileSync(part, source);
});
afterEach(() => {
  delete require.extensions['.cjs'];
  rmSync(folder, { recursive: true });
});

function compile(): void {
  writeFileSync(compiledFileOf(part), compilePart(part).keep());
}

/** The part as the program needs it, by the reader that is set up at a start. */
function needed(): { said(): string; lies: readonly string[] } {
  readCompiled();
  return require(part);
}

it('takes a part as it was compiled when the program was packed', () => {
  compile();
  expect(readScript(part).cachedDataRejected).toBe(false);
  expect(needed().said()).toBe('上海');
  expect(needed().lies).toEqual([part, folder]);
});

it('refuses at packing a part that could not reach what it asks for later', () => {
  writeFileSync(part, 'exports.open = () => import("serialport");');
  expect(compile).toThrow('it has to require');
});

it('compiles a part beside which nothing lies', () => {
  expect(readScript(part).cachedDataRejected).toBeUndefined();
  expect(needed().said()).toBe('上海');
});

it.each(['', 'made by another version'])(
  'compiles a part anew where V8 refuses what lies beside it (%j), and says nothing',
  (made) => {
    // A text of its own: what V8 has compiled before in this process it takes from there.
    const own = `${source} // ${made}`;
    writeFileSync(part, own);
    const hash = createHash('sha256').update(own).digest();
    writeFileSync(compiledFileOf(part), Buffer.concat([hash, Buffer.from(made)]));
    expect(readScript(part).cachedDataRejected).toBe(true);
    expect(needed().said()).toBe('上海');
  },
);

it('compiles a part again that is another text than what was compiled, and of the same length', () => {
  compile();
  writeFileSync(part, source.replace('.word', '.sort'));
  expect(readScript(part).cachedDataRejected).toBeUndefined();
  expect(needed().said()).toBe('bulk');
});

it('reads a part once, whoever needs it', () => {
  writeFileSync(
    part,
    'exports.beside = () => require("./other.cjs"); exports.own = () => require("./part.cjs");',
  );
  readCompiled();
  const read = require(part);
  expect(read.beside()).toBe(read.beside());
  expect(read.own()).toBe(read);
});

it('reads a part again that could not be read to its end, as Node does', () => {
  writeFileSync(
    join(folder, 'other.cjs'),
    'globalThis.shipdeskTries = (globalThis.shipdeskTries ?? 0) + 1; throw new Error("bug");',
  );
  const read = needed();
  expect(() => read.said()).toThrow('bug');
  expect(() => read.said()).toThrow('bug');
  expect(Reflect.get(globalThis, 'shipdeskTries')).toBe(2);
  Reflect.deleteProperty(globalThis, 'shipdeskTries');
});

it('lets a bug in a part be told by its file and line', () => {
  writeFileSync(part, 'exports.said = () => {\n  throw new Error("bug");\n};');
  expect(() => needed().said()).toThrow(
    expect.objectContaining({ stack: expect.stringContaining(`${part}:2:`) }),
  );
});
