import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  asFunction,
  compiledFileOf,
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
  writeFileSync(join(folder, 'other.cjs'), 'exports.word = "上海";');
  writeFileSync(part, source);
});
afterEach(() => {
  delete require.extensions['.cjs'];
  rmSync(folder, { recursive: true });
});

function compile(): void {
  writeFileSync(compiledFileOf(part), new Script(asFunction(source)).createCachedData());
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

it('compiles a part beside which nothing lies', () => {
  expect(readScript(part).cachedDataRejected).toBeUndefined();
  expect(needed().said()).toBe('上海');
});

it('compiles a part anew where V8 refuses what lies beside it, and says nothing', () => {
  writeFileSync(compiledFileOf(part), 'made by another version');
  expect(readScript(part).cachedDataRejected).toBe(true);
  expect(needed().said()).toBe('上海');
});

it('compiles a part anew that is longer than what was compiled', () => {
  compile();
  writeFileSync(
    part,
    'exports.said = () => "another program, and a longer one than that which was packed before it";',
  );
  expect(readScript(part).cachedDataRejected).toBe(true);
  expect(needed().said()).toContain('another program');
});

it('lets a bug in a part be told by its file and line', () => {
  writeFileSync(part, 'exports.said = () => {\n  throw new Error("bug");\n};');
  expect(() => needed().said()).toThrow(
    expect.objectContaining({ stack: expect.stringContaining(`${part}:2:`) }),
  );
});
