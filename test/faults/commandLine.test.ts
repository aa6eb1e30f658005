import { type ChildProcess, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as XLSX from '@e965/xlsx';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../resources/samples/encodeGb18030.ts';
import { orderSheet, type SheetOrder, sheetOrder, sheetSender } from '../doubles/files/orderSheet.ts';
import { type KdniaoProgram, startKdniaoProgram } from '../doubles/platforms/kdniaoProgram.ts';
import { type ProgramOptions, type ProgramRun, runShipdesk } from '../doubles/program/shipdeskProgram.ts';

const samples = fileURLToPath(new URL('../../resources/samples/orders.xlsx', import.meta.url));
const passphrase = 'acceptance passphrase';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'command-line-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const data = () => join(folder, 'workspace');
const inFolder = (name: string) => join(folder, name);

function run(words: readonly string[], options: ProgramOptions = {}): Promise<ProgramRun> {
  return runShipdesk([...words, '--data', data(), '--lang', 'en'], {
    ...options,
    environment: { SHIPDESK_PASSPHRASE: passphrase, ...options.environment },
  });
}

const practice = (words: readonly string[], options: ProgramOptions = {}) =>
  runShipdesk([...words, '--data', data(), '--lang', 'en'], options);

/** stdout must be one JSON document and nothing else. */
function json(result: ProgramRun): Record<string, never> & { readonly error?: { readonly code: string } } {
  return JSON.parse(result.stdout);
}

/** One clear sentence on stderr with what to do next; no stack. */
function expectRefused(result: ProgramRun, code: string, exitCode: number): void {
  const line = result.stderr.split('\n').find((text) => text.startsWith('error '));
  expect(line, result.stderr).toMatch(new RegExp(`^error ${code}: \\S.{10,}\\. \\S.{5,}`));
  expect(line).not.toMatch(/\{\w+\}/);
  expect(result.stderr).not.toMatch(/\n\s+at /);
  expect(result.exitCode).toBe(exitCode);
}

function writeOrders(name: string, orders: readonly SheetOrder[]): string {
  writeFileSync(inFolder(name), orderSheet(orders));
  return inFolder(name);
}

const someOrders = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => sheetOrder(from + index));

describe('ship in a practice workspace', () => {
  it('does the whole job, and a second time finds everything done', async () => {
    const first = await practice(['ship', samples, '--practice', '--json']);
    expect(json(first)).toMatchObject({
      rows: 25,
      imported: 23,
      booked: 20,
      printed: 20,
      failed: 0,
      unsure: 0,
    });
    expect(first.exitCode).toBe(3);
    const again = await practice(['ship', samples, '--practice', '--json']);
    expect(json(again)).toMatchObject({ rows: 25, imported: 0, booked: 0, printed: 0 });
    expect(again.exitCode).toBe(3);
    expect(json(again).waybills).toEqual(json(first).waybills);
    const pictures = readdirSync(join(data(), 'labels')).filter((name) => name.endsWith('.png'));
    expect(pictures).toHaveLength(20);
    expect(statSync(String(json(first).resultFile)).size).toBeGreaterThan(1_000);
  });

  it('ends with 0 when everything is done, in the first run and in the next', async () => {
    const file = writeOrders('good.csv', someOrders(3));
    const first = await practice(['ship', file, '--practice', '--json']);
    expect(json(first)).toMatchObject({ imported: 3, booked: 3, printed: 3, attention: [] });
    expect(first.exitCode).toBe(0);
    const again = await practice(['ship', file, '--practice', '--json']);
    expect(json(again)).toMatchObject({ imported: 0, duplicates: 3, booked: 0, printed: 0, attention: [] });
    expect(again.exitCode).toBe(0);
  });

  it('refuses real accounts', async () => {
    await practice(['doctor']);
    await practice(['import', writeOrders('a.csv', someOrders(1)), '--practice']);
    const result = await practice(
      ['account', 'add', 'kdniao', '--name', 'real', '--id', 'x', '--key-stdin', '--json'],
      { input: 'secret\n' },
    );
    expectRefused(result, 'PRACTICE_REFUSES_REAL_ACCOUNT', 2);
    expect(json(result).error?.code).toBe('PRACTICE_REFUSES_REAL_ACCOUNT');
  });
});

describe('bad input', () => {
  const cases: readonly [string, string, () => string | Uint8Array | null][] = [
    ['a missing file', 'IMPORT_FILE_NOT_FOUND', () => null],
    ['an empty file', 'IMPORT_FILE_EMPTY', () => ''],
    [
      'a truncated workbook',
      'IMPORT_FILE_(TRUNCATED|CORRUPT)',
      () => readFileSync(samples).subarray(0, 4_000),
    ],
    ['a picture', 'IMPORT_FORMAT_UNKNOWN', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['an encrypted workbook', 'IMPORT_FILE_ENCRYPTED', encryptedWorkbook],
    ['a table without receivers', 'IMPORT_NO_RECEIVER_COLUMNS', () => '甲,乙\n1,2\n'],
  ];

  it.each(cases)('refuses %s with one clear sentence, and loses nothing', async (_what, code, content) => {
    const good = writeOrders('good.csv', someOrders(2));
    expect((await practice(['ship', good, '--practice'])).exitCode).toBe(0);
    const bytes = content();
    if (bytes !== null) writeFileSync(inFolder('bad.xlsx'), bytes);
    const result = await practice(['ship', inFolder('bad.xlsx'), '--practice', '--json']);
    expectRefused(result, code, 2);
    expect(json(result).error?.code).toMatch(new RegExp(code));
    const list = json(await practice(['orders', 'list', '--json']));
    expect(list).toMatchObject({ total: 2 });
  });

  it('keeps bad rows from touching the good ones', async () => {
    const orders = [
      sheetOrder(0),
      sheetOrder(1, { phone: '' }),
      sheetOrder(2, { detail: '' }),
      sheetOrder(3),
    ];
    const result = await practice(['ship', writeOrders('mixed.csv', orders), '--practice', '--json']);
    expect(json(result)).toMatchObject({ rows: 4, booked: 2, printed: 2 });
    expect(result.exitCode).toBe(3);
    const attention = json(result).attention as unknown as { orderNo: string; message: string }[];
    expect(new Set(attention.map(({ orderNo }) => orderNo))).toEqual(
      new Set([sheetOrder(1).orderNo, sheetOrder(2).orderNo]),
    );
  });

  it.each([
    [['nonsense']],
    [['ship']],
    [['ship', 'x.csv', '--unknown-option']],
    [['orders', 'list', '--state', 'nowhere']],
    [['orders', 'list', '--limit', '-3']],
    [['ship', 'x.csv', '--min-confidence', '7', '--practice']],
    [['print', '--order', '1', '--practice-typo']],
  ])('refuses %j as wrong usage', async (words) => {
    const result = await run([...words, '--json']);
    expect(result.exitCode).toBe(2);
    expect(json(result).error?.code).toBe('USAGE');
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });
});

function encryptedWorkbook(): Uint8Array {
  const file = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(file, '/EncryptionInfo', Buffer.alloc(64));
  XLSX.CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(8_192, 7));
  return new Uint8Array(XLSX.CFB.write(file, { type: 'buffer' }) as Buffer);
}

describe('a real account', () => {
  let platform: KdniaoProgram;
  let ledgerFolder = '';
  beforeAll(async () => {
    ledgerFolder = mkdtempSync(join(tmpdir(), 'ledger-'));
    platform = await startKdniaoProgram(join(ledgerFolder, 'ledger.jsonl'), 10);
  });
  afterAll(async () => {
    await platform.stop();
    rmSync(ledgerFolder, { recursive: true });
  });

  const addAccount = (key: string, endpoint = platform.url) =>
    run(
      [
        'account',
        'add',
        'kdniao',
        '--name',
        'kdn',
        '--id',
        platform.merchantId,
        '--endpoint',
        endpoint,
        '--key-stdin',
      ],
      { input: `${key}\n` },
    );
  function shipWords(file: string, printer = 'virtual:'): string[] {
    writeFileSync(inFolder('sender.json'), JSON.stringify(sheetSender));
    return [
      'ship',
      file,
      '--account',
      'kdn',
      '--sender',
      inFolder('sender.json'),
      '--printer',
      printer,
      '--json',
    ];
  }

  it('says that the key is wrong once, books nothing, and goes on when it is right', async () => {
    expect((await addAccount('wrong-key')).exitCode).toBe(0);
    expectRefused(await run(['account', 'test', 'kdn', '--json']), 'CARRIER_CREDENTIALS', 2);
    const file = writeOrders('a.csv', someOrders(12, 100));
    const before = platform.ledger().length;
    const result = await run(shipWords(file));
    expect(result.exitCode).toBe(3);
    expect(json(result)).toMatchObject({ imported: 12, booked: 0, failed: 12, unsent: 11, printed: 0 });
    expect(platform.ledger()).toHaveLength(before);
    expect((await run(['account', 'remove', 'kdn'])).exitCode).toBe(0);
    expect((await addAccount(platform.apiKey)).exitCode).toBe(0);
    const mended = await run(shipWords(file));
    expect(json(mended)).toMatchObject({ imported: 0, booked: 12, printed: 12 });
    expect(mended.exitCode).toBe(0);
  });

  it('keeps orders waiting for an endpoint nobody answers at', async () => {
    await addAccount(platform.apiKey, 'http://127.0.0.1:9');
    const result = await run(shipWords(writeOrders('a.csv', someOrders(3, 200))));
    expect(result.exitCode).toBe(3);
    expect(json(result)).toMatchObject({ imported: 3, booked: 0, waiting: 3 });
    const attention = json(result).attention as unknown as { code: string; message: string }[];
    expect(attention.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => 'NETWORK_REFUSED'));
    for (const { message } of attention) expect(message).not.toMatch(/\{\w+\}/);
  });

  it('books when the printer is away, and prints when it is back', async () => {
    await addAccount(platform.apiKey);
    const file = writeOrders('a.csv', someOrders(4, 300));
    const result = await run(shipWords(file, 'tcp://127.0.0.1:9'));
    expect(json(result)).toMatchObject({ booked: 4, printed: 0, printFailed: 4 });
    expect(result.exitCode).toBe(3);
    const again = await run(shipWords(file));
    expect(json(again)).toMatchObject({ booked: 0, printed: 4, attention: [] });
    expect(again.exitCode).toBe(0);
  });

  it('parks the rest on SIGTERM and finishes in the next run', async () => {
    await addAccount(platform.apiKey);
    const file = writeOrders('a.csv', someOrders(60, 400));
    const before = platform.ledger().length;
    let child: ChildProcess | undefined;
    const running = run(shipWords(file), {
      onStart: (started) => {
        child = started;
      },
    });
    while (platform.ledger().length < before + 5) await new Promise((resolve) => setTimeout(resolve, 20));
    child?.kill('SIGTERM');
    const stopped = await running;
    expect(stopped.signal).toBeNull();
    expect(stopped.exitCode).toBe(3);
    const first = json(stopped) as unknown as { booked: number; waiting: number; unsure: number };
    expect(first.booked + first.waiting).toBe(60);
    expect(first.unsure).toBe(0);
    expect(platform.ledger().length - before).toBe(first.booked);
    const again = await run(shipWords(file));
    expect(json(again)).toMatchObject({ imported: 0, booked: 60 - first.booked, attention: [] });
    expect(again.exitCode).toBe(0);
    expect(platform.ledger().length - before).toBe(60);
  });

  it('tells a second process who holds the workspace', async () => {
    await addAccount(platform.apiKey);
    const file = writeOrders('a.csv', someOrders(60, 500));
    let owner = 0;
    const running = run(shipWords(file), {
      onStart: ({ pid }) => {
        owner = pid ?? 0;
      },
    });
    const before = platform.ledger().length;
    while (platform.ledger().length === before) await new Promise((resolve) => setTimeout(resolve, 20));
    const second = await run(['orders', 'list', '--json']);
    expectRefused(second, 'WORKSPACE_BUSY', 4);
    expect(second.stderr).toContain(String(owner));
    expect((await running).exitCode).toBe(0);
  });

  it('opens with the passphrase it was made with, and no other', async () => {
    await addAccount(platform.apiKey);
    const wrong = await run(['orders', 'list', '--json'], { environment: { SHIPDESK_PASSPHRASE: 'wrong' } });
    expectRefused(wrong, 'WORKSPACE_LOCKED', 4);
    const none = await practice(['orders', 'list', '--json']);
    expectRefused(none, 'WORKSPACE_LOCKED', 4);
    expect((await run(['orders', 'list', '--json'])).exitCode).toBe(0);
  });

  it('leaves names, phones and keys nowhere in clear', async () => {
    const canary = { name: '欧阳金丝雀', phone: '13912345678', detail: '金丝雀胡同77号3单元' };
    await addAccount(platform.apiKey);
    const file = writeOrders('a.csv', [sheetOrder(600, canary), sheetOrder(601, { ...canary, phone: '' })]);
    const outputs = [
      await run(shipWords(file)),
      await run(['orders', 'list', '--json']),
      await run(['orders', 'list']),
      await run(['orders', 'show', sheetOrder(600).orderNo]),
      await run(['account', 'list', '--json']),
      await run(['track', '--json']),
      await run(['doctor', '--json']),
      await run(['orders', 'list', '--debug', '--search', '5678']),
    ];
    const secrets = [canary.name, canary.phone, canary.detail, platform.apiKey, passphrase];
    for (const { stdout, stderr } of outputs) {
      for (const secret of secrets) expect(`${stdout}${stderr}`).not.toContain(secret);
    }
    const revealed = await run(['orders', 'show', sheetOrder(600).orderNo, '--reveal', '--json']);
    expect(revealed.stdout).toContain(canary.name);
    for (const path of filesBelow(data())) {
      if (/[\\/](labels|results)[\\/]/.test(path)) continue;
      const bytes = readFileSync(path);
      for (const secret of secrets) {
        for (const form of [
          Buffer.from(secret),
          Buffer.from(secret, 'utf16le'),
          Buffer.from(encodeGb18030(secret)),
        ])
          expect(bytes.includes(form), `${path} shows ${secret}`).toBe(false);
      }
    }
  });

  it('makes its folder and files for their owner alone', async () => {
    await addAccount(platform.apiKey);
    await run(shipWords(writeOrders('a.csv', someOrders(1, 700))));
    for (const path of [data(), ...filesBelow(data())]) expect(statSync(path).mode & 0o077, path).toBe(0);
  });

  it('refuses, untouched, a workspace whose database or key file is damaged', async () => {
    await addAccount(platform.apiKey);
    const database = join(data(), 'shipdesk.db');
    const keys = join(data(), 'keys.json');
    const whole = readFileSync(database);
    const key = readFileSync(keys);
    for (const damaged of [Buffer.alloc(0), whole.subarray(0, 5_000), Buffer.alloc(8_192, 'x')]) {
      writeFileSync(database, damaged);
      expectRefused(await run(['orders', 'list', '--json']), 'WORKSPACE_DAMAGED', 4);
      expect(readFileSync(database)).toEqual(damaged);
    }
    rmSync(database);
    expectRefused(await run(['orders', 'list', '--json']), 'WORKSPACE_DAMAGED', 4);
    writeFileSync(database, whole);
    rmSync(keys);
    expectRefused(await run(['orders', 'list', '--json']), 'WORKSPACE_DAMAGED', 4);
    expect(readdirSync(data())).not.toContain('keys.json');
    writeFileSync(keys, key);
    expect((await run(['account', 'list', '--json'])).exitCode).toBe(0);
  });
});

function filesBelow(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
  );
}

describe('a machine without a terminal', () => {
  it('needs a passphrase for a new workspace and says so', async () => {
    const result = await practice(['doctor', '--json']);
    expectRefused(result, 'WORKSPACE_NO_KEY_STORE', 2);
  });

  it('says that a folder cannot be written', async () => {
    if (spawnSync('id', ['-u'], { encoding: 'utf8' }).stdout.trim() === '0') {
      // Root may write anywhere; a file in the way is as good.
      writeFileSync(inFolder('workspace'), '');
    } else mkdirSync(data(), { mode: 0o500 });
    expectRefused(await run(['orders', 'list', '--json']), 'WORKSPACE_NOT_WRITABLE', 2);
  });
});
