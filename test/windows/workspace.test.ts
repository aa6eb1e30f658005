import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ProgramRun, runShipdesk } from '../doubles/program/shipdeskProgram.ts';
import { windowsFolders, windowsPath } from './windowsFolders.ts';
import { runOnWindows, runWindowsProgram } from './windowsProgram.ts';

const sample = join(windowsFolders.program, 'resources/samples/orders.xlsx');
const passphrase = '仓库的口令 2026';
const codeOf = ({ stderr }: ProgramRun) => /error (\w+)/.exec(stderr)?.[1] ?? '';

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(windowsFolders.driveC, 'workspace-'));
  data = join(folder, '数据');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  runOnWindows(['--data', data, ...words], { environment });
const orders = async (said: ProgramRun) => {
  expect(said.exitCode, said.stderr).toBe(0);
  return (JSON.parse(said.stdout) as { orders: { orderNo: string }[] }).orders;
};
const make = async () => {
  const made = await run(['import', sample], { SHIPDESK_PASSPHRASE: passphrase });
  expect(made.exitCode, made.stderr).toBe(3);
};

/** Holds a file as an antivirus does: nobody else may open, move or replace it, until a file beside it says so. */
const holder = `const { existsSync, openSync, writeFileSync } = require('node:fs');
const [, path, signs] = process.argv;
const alone = 0x10000000;
openSync(path, alone | 2);
writeFileSync(signs + '.held', '');
setInterval(() => existsSync(signs + '.go') && process.exit(), 20);`;

async function holding(path: string, work: (letGo: () => void) => Promise<void>): Promise<void> {
  const signs = join(mkdtempSync(join(folder, 'holder-')), 'file');
  const letGo = () => writeFileSync(`${signs}.go`, '');
  const held = runWindowsProgram(windowsFolders.node, ['-e', holder, path, signs]);
  try {
    await expect.poll(() => existsSync(`${signs}.held`), { timeout: 30_000 }).toBe(true);
    await work(letGo);
  } finally {
    letGo();
    await held;
  }
}

describe('a workspace on Windows', () => {
  it('opens with its passphrase alone, and the same program of another system opens it too', async () => {
    await make();
    expect(codeOf(await run(['orders', 'list']))).toBe('WORKSPACE_LOCKED');
    expect(codeOf(await run(['orders', 'list'], { SHIPDESK_PASSPHRASE: 'wrong one' }))).toBe(
      'WORKSPACE_LOCKED',
    );
    const here = await orders(await run(['orders', 'list', '--json'], { SHIPDESK_PASSPHRASE: passphrase }));
    expect(here).toHaveLength(23);
    const elsewhere = await runShipdesk(['--data', data, 'orders', 'list', '--json'], {
      environment: { SHIPDESK_PASSPHRASE: passphrase },
    });
    expect(await orders(elsewhere)).toEqual(here);
  });

  it('takes the passphrase from a file as Windows’ own editors write it: with a mark, as UTF-16, in the Chinese code page', async () => {
    await make();
    const file = join(folder, 'passphrase.txt');
    const line = `${passphrase}\r\n`;
    const gbk = Buffer.from('b2d6bfe2b5c4bfdac1ee20323032360d0a', 'hex');
    for (const bytes of [Buffer.from(`\uFEFF${line}`), Buffer.from(`\uFEFF${line}`, 'utf16le'), gbk]) {
      writeFileSync(file, bytes, { mode: 0o600 });
      const opened = await run(['orders', 'list', '--json'], { SHIPDESK_PASSPHRASE_FILE: windowsPath(file) });
      expect(await orders(opened)).toHaveLength(23);
    }
    writeFileSync(file, Buffer.from([0x81, 0xff, 0x0a]), { mode: 0o600 });
    const refused = await run(['orders', 'list'], { SHIPDESK_PASSPHRASE_FILE: windowsPath(file) });
    expect(codeOf(refused)).toBe('PASSPHRASE_FILE_UNREADABLE');
  });

  it('is its owner’s alone, as is the passphrase file, and doctor says so', async () => {
    await make();
    expect(statSync(data).mode & 0o007).toBe(0);
    const doctor = async () => {
      const { stdout } = await run(['doctor', '--json'], { SHIPDESK_PASSPHRASE: passphrase });
      const { checks } = JSON.parse(stdout) as { checks: { name: string; state: string; detail: string }[] };
      return checks.filter(({ name }) => name === 'permissions' || name === 'place');
    };
    // What lies in it may have come from elsewhere, with the rights it had there.
    writeFileSync(join(data, 'shipdesk.db-copy'), '', { mode: 0o644 });
    expect(await doctor()).toMatchObject([{ state: 'warn' }, { state: 'ok', detail: 'local' }]);
    expect(statSync(join(data, 'shipdesk.db-copy')).mode & 0o007).toBe(0);
    // Wine hands no list down to a new file, so that what a run writes anew is told each time.
    for (const { detail } of await doctor()) expect(detail).not.toContain('db-copy');
    const file = join(folder, 'passphrase.txt');
    writeFileSync(file, passphrase, { mode: 0o644 });
    const shared = await run(['orders', 'list'], { SHIPDESK_PASSPHRASE_FILE: windowsPath(file) });
    expect(codeOf(shared)).toBe('PASSPHRASE_FILE_SHARED');
  });

  it('lies in the local profile where no other place was named; one in the roaming profile is told', async () => {
    const profile = windowsPath(join(windowsFolders.driveC, 'users', userInfo().username, 'AppData'));
    const profileHere = join(windowsFolders.driveC, 'users', userInfo().username, 'AppData');
    const places = {
      local: join(profileHere, 'Local/ShipDesk'),
      roaming: join(profileHere, 'Roaming/ShipDesk'),
    };
    for (const place of Object.values(places)) rmSync(place, { recursive: true, force: true });
    const made = await runOnWindows(['import', sample, '--practice']);
    expect(made.exitCode, made.stderr).toBe(3);
    expect([existsSync(join(places.local, 'shipdesk.db')), existsSync(places.roaming)]).toEqual([
      true,
      false,
    ]);
    const there = ['--data', `${profile.toUpperCase()}\\ROAMING\\ShipDesk`];
    await runOnWindows(['import', sample, '--practice', ...there]);
    const { stdout } = await runOnWindows(['doctor', '--json', ...there]);
    expect(JSON.parse(stdout).checks).toContainEqual({ name: 'place', state: 'warn', detail: 'roaming' });
  });
});

describe('two programs, and files that others hold', () => {
  it('one works, the other is served by it or told which one; its end frees the workspace, however it comes', async () => {
    await make();
    const environment = { SHIPDESK_PASSPHRASE: passphrase };
    const drop = join(folder, 'drop');
    mkdirSync(drop);
    const owner = join(data, 'owner.pid');
    rmSync(owner);
    let end = () => {};
    const working = runOnWindows(['--data', data, 'watch', drop], {
      environment,
      onStart: (child) => {
        end = () => child.kill('SIGKILL');
      },
    });
    await expect.poll(() => existsSync(owner), { timeout: 30_000 }).toBe(true);
    const second = await run(['orders', 'list', '--json'], environment);
    const isTold =
      codeOf(second) === 'WORKSPACE_BUSY' && second.stderr.includes(readFileSync(owner, 'utf8').trim());
    // Where the one that works can be reached, it runs the command itself.
    const isServed = second.exitCode === 0 && JSON.parse(second.stdout).orders.length === 23;
    expect([isTold, isServed], second.stderr).toContain(true);
    end();
    await working;
    expect(await orders(await run(['orders', 'list', '--json'], environment))).toHaveLength(23);
  });

  it('a file held for a moment is waited for; one held for long is named, with who usually does that', async () => {
    await make();
    const environment = { SHIPDESK_PASSPHRASE: passphrase, SHIPDESK_LANG: 'en' };
    const out = join(folder, '结果.xlsx');
    const words = ['export', '--out', out, '--overwrite'];
    const first = await run(words, environment);
    expect(first.exitCode, first.stderr).toBe(0);
    await holding(out, async (letGo) => {
      const refused = await run(words, environment);
      expect([refused.exitCode, codeOf(refused)], refused.stdout).toEqual([2, 'FILE_HELD']);
      expect(refused.stderr).toContain('结果.xlsx');
      expect(refused.stderr).toContain('antivirus');
      const second = run(words, environment);
      await expect.poll(() => existsSync(`${out}.part`), { timeout: 30_000 }).toBe(true);
      letGo();
      expect((await second).exitCode).toBe(0);
    });
  });
});
