import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultPointsOf } from '../../electron/platform/faultPoint.ts';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { runShipdesk } from '../doubles/program/shipdeskProgram.ts';

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intake-kill-'));
  data = join(folder, 'workspace');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function shipdesk(...words: string[]) {
  const run = await runShipdesk(['--data', data, ...words, '--json']);
  expect(run.exitCode, run.stderr).toBeLessThan(4);
  return JSON.parse(run.stdout);
}

const killedAt = (point: string, ...words: string[]) =>
  runShipdesk(['--data', data, ...words, '--json'], {
    build: 'cli-faults',
    environment: { SHIPDESK_FAULT_POINT: `${point}:1` },
  });

const first = sheetOrder(0);
const { name, phone, detail, place } = first;
const second = sheetOrder(1, { name, phone, detail, place, goods: '样品马克杯' });
const twoRows = [sheetOrder(2), sheetOrder(2, { goods: '样品笔记本' })];

async function states(): Promise<string[]> {
  const { orders } = await shipdesk('orders', 'list');
  return (orders as { orderNo: string; state: string }[])
    .map((order) => `${order.orderNo} ${order.state}`)
    .sort();
}

describe('kill -9 while a file of the watched folder is taken in', () => {
  it.each(faultPointsOf.watch)(
    '%s: no order twice, no file lost, the file is put away next time',
    async (point) => {
      const drop = join(folder, 'drop');
      mkdirSync(drop);
      writeFileSync(
        join(drop, 'orders.csv'),
        orderSheet(Array.from({ length: 6 }, (_, no) => sheetOrder(no))),
      );
      const killed = await killedAt(point, 'watch', drop, '--once', '--practice');
      expect(killed.signal, killed.stderr).toBe('SIGKILL');
      expect(readdirSync(drop)).toContain('orders.csv');
      const { files } = await shipdesk('watch', drop, '--once');
      expect(files).toHaveLength(1);
      expect(readdirSync(drop).filter((entry) => !entry.startsWith('.'))).toEqual(['done']);
      expect(readdirSync(join(drop, 'done'))).toContain('orders.csv');
      const { total } = await shipdesk('orders', 'list');
      expect(total).toBe(6);
    },
  );
});

describe('kill -9 while orders are merged, split or given back', () => {
  it.each(faultPointsOf.regroup)('%s: all of it or nothing', async (point) => {
    const file = join(folder, 'orders.csv');
    writeFileSync(file, orderSheet([first, second, ...twoRows]));
    await shipdesk('import', file, '--practice');
    const { imports } = await shipdesk('imports', 'list');
    const commands: Readonly<Record<string, readonly string[]>> = {
      merge: ['orders', 'merge', first.orderNo, second.orderNo],
      split: ['orders', 'split', sheetOrder(2).orderNo],
      regroup: ['orders', 'unmerge', first.orderNo],
      undo: ['imports', 'undo', imports[0].id as string],
    };
    if (point.startsWith('regroup')) await shipdesk('orders', 'merge', first.orderNo, second.orderNo);
    const before = await states();
    const words = commands[point.split('.')[0] ?? ''] ?? [];
    const killed = await killedAt(point, ...words);
    expect(killed.signal, killed.stderr).toBe('SIGKILL');
    if (point === 'merge.after-commit') {
      expect(await states()).toContain(`${first.orderNo}+1 ready`);
      return;
    }
    expect(await states()).toEqual(before);
    await shipdesk(...words);
    expect(await states()).not.toEqual(before);
  });
});
