import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { type ProgramOptions, type ProgramRun, runShipdesk } from '../doubles/program/shipdeskProgram.ts';

let folder = '';
let data = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beside-'));
  data = join(folder, 'workspace');
  mkdirSync(join(folder, 'in'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (words: readonly string[], options: ProgramOptions = {}, of = data) =>
  runShipdesk([...words, '--data', of, '--json', '--lang', 'en'], options);
const codeOf = ({ stderr }: ProgramRun) => /error (\w+)/.exec(stderr)?.[1] ?? '';

function writeOrders(count: number, name = 'orders.csv'): string {
  writeFileSync(join(folder, name), orderSheet(Array.from({ length: count }, (_, no) => sheetOrder(no))));
  return join(folder, name);
}

interface Holder {
  readonly child: ChildProcess;
  readonly ended: Promise<ProgramRun>;
}

/** A command line that stays, and by now takes what is called beside it. */
async function hold(options: ProgramOptions = {}, of = data): Promise<Holder> {
  let child: ChildProcess | undefined;
  const ended = run(
    ['watch', join(folder, 'in')],
    { ...options, onStart: (started) => (child = started) },
    of,
  );
  await expect.poll(() => existsSync(join(of, 'command-line.json')), { timeout: 30_000 }).toBe(true);
  if (child === undefined) throw new Error('nothing was started');
  return { child, ended };
}

const questions: readonly (readonly string[])[] = [
  ['orders', 'list'],
  ['orders', 'show', sheetOrder(1).orderNo],
  ['orders', 'show', 'NONE'],
  ['orders', 'nonsense'],
  ['imports', 'list'],
  ['account', 'list'],
  ['printer', 'list'],
  ['settings', 'list'],
  ['cases', 'list'],
  ['keys', 'list'],
  ['backup', 'list'],
  ['rules', 'show'],
];

describe('a command beside a program that has the workspace', () => {
  it('prints byte for byte what it prints alone, and ends with the same exit code', async () => {
    await run(['ship', writeOrders(4), '--practice']);
    const holder = await hold();
    const beside: ProgramRun[] = [];
    for (const words of questions) beside.push(await run(words));
    holder.child.kill('SIGTERM');
    await holder.ended;
    for (const [at, words] of questions.entries()) {
      const alone = await run(words);
      expect([words, beside[at]?.exitCode, beside[at]?.stdout]).toEqual([
        words,
        alone.exitCode,
        alone.stdout,
      ]);
      expect(beside[at]?.stderr).toBe(alone.stderr);
    }
  });

  it('does the main job as alone does: the same counts, numbers, attention and exit code', async () => {
    await run(['import', writeOrders(1, 'first.csv'), '--practice']);
    const other = join(folder, 'other');
    cpSync(data, other, { recursive: true });
    const file = writeOrders(6);
    const alone = await run(['ship', file, '--practice'], {}, other);
    const holder = await hold();
    const beside = await run(['ship', file, '--practice']);
    holder.child.kill('SIGTERM');
    await holder.ended;
    const plain = ({ stdout }: ProgramRun, of: string) => {
      const { resultFile, resultFiles, ...rest } = JSON.parse(stdout.replaceAll(of, 'WORKSPACE'));
      expect(resultFiles).toEqual([resultFile]);
      return rest;
    };
    expect(plain(beside, data)).toEqual(plain(alone, other));
    expect(beside.exitCode).toBe(alone.exitCode);
  });

  it('reads a file named from its own folder, and standard input', async () => {
    await run(['import', writeOrders(1, 'first.csv'), '--practice']);
    const holder = await hold();
    const imported = await run(['import', relative(resolve(import.meta.dirname, '../..'), writeOrders(3))]);
    expect([imported.exitCode, JSON.parse(imported.stdout).files[0].imported]).toEqual([0, 2]);
    const found = await run(['orders', 'list', '--search-stdin'], { input: `${sheetOrder(2).orderNo}\n` });
    expect(JSON.parse(found.stdout).total).toBe(1);
    holder.child.kill('SIGTERM');
    expect((await holder.ended).exitCode).toBe(0);
  });

  it('a hundred programs at once are all answered, none of them busy', async () => {
    await run(['import', writeOrders(3), '--practice']);
    const holder = await hold();
    const runs = await Promise.all(
      Array.from({ length: 100 }, () => run(['orders', 'list', '--limit', '1'])),
    );
    expect(new Set(runs.map(({ exitCode, stdout }) => `${exitCode}${stdout}`)).size).toBe(1);
    expect(runs[0]?.exitCode, runs[0]?.stderr).toBe(0);
    holder.child.kill('SIGTERM');
    await holder.ended;
  });

  it('Ctrl+C ends the command alone: the program beside it goes on', async () => {
    await run(['import', writeOrders(1), '--practice']);
    const holder = await hold();
    mkdirSync(join(folder, 'more'));
    let child: ChildProcess | undefined;
    const watched = run(['watch', join(folder, 'more')], { onStart: (started) => (child = started) });
    // Stopped before it has begun, Node would end it.
    writeOrders(2, 'more/orders.csv');
    await expect.poll(() => existsSync(join(folder, 'more/orders.csv'))).toBe(false);
    await run(['orders', 'list']);
    child?.kill('SIGINT');
    expect((await watched).signal).toBeNull();
    expect((await run(['orders', 'list'])).exitCode).toBe(0);
    expect(holder.child.exitCode).toBeNull();
    holder.child.kill('SIGTERM');
    await holder.ended;
  });
});

describe('the program that has the workspace is killed', () => {
  /** The durable steps of the main job; at each the program dies while it runs the command of another. */
  const steps = [
    'import.after-batch',
    'plan.after-chunk',
    'book.after-mark',
    'book.after-settle',
    'print.after-send',
  ];

  it.each(steps)(
    'at %s of a command beside it: that says that nobody knows, and again alone ends the work, each order once',
    async (step) => {
      await run(['account', 'list', '--practice']);
      await run(['import', writeOrders(1, 'first.csv'), '--practice']);
      const holder = await hold({ build: 'cli-faults', environment: { SHIPDESK_FAULT_POINT: step } });
      const file = writeOrders(4);
      const cut = await run(['ship', file, '--practice']);
      await holder.ended;
      expect([cut.exitCode, codeOf(cut)], cut.stderr).toEqual([3, 'COMMAND_CUT_OFF']);
      expect(JSON.parse(cut.stdout).error.code).toBe('COMMAND_CUT_OFF');
      const again = await run(['ship', file, '--practice']);
      const { waybills } = JSON.parse(again.stdout);
      expect(waybills).toHaveLength(4);
      expect(new Set(waybills.map(({ waybillNo }: { waybillNo: string }) => waybillNo)).size).toBe(4);
    },
  );

  it('before anything began: the command opens the workspace itself', async () => {
    await run(['import', writeOrders(1), '--practice']);
    const holder = await hold();
    holder.child.kill('SIGKILL');
    await holder.ended;
    expect(existsSync(join(data, 'command-line.json'))).toBe(true);
    expect((await run(['orders', 'list'])).exitCode).toBe(0);
  });
});
