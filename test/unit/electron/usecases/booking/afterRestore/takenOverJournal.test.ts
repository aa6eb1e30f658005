import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sheetOrder } from '../../../../../doubles/files/orderSheet.ts';
import { RestoreDesk } from '../../../../../doubles/workspace/restoreDesk.ts';

let desk: RestoreDesk;
beforeEach(async () => {
  desk = await RestoreDesk.open();
});
afterEach(() => desk.close());

const folder = () => join(desk.workspace.folder, 'outside-calls');
const names = () => readdirSync(folder());
const acts = async () =>
  (await desk.workspace.store.read.operatorActs.after(0, 99))
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('journal-'));

interface ClearEntry {
  readonly call: string;
  readonly step: string;
  readonly orderCode: string;
  readonly [more: string]: unknown;
}

function writeClear(name: string, entries: readonly ClearEntry[]): void {
  mkdirSync(folder(), { recursive: true });
  const lines = entries.map((entry, index) => {
    const text = JSON.stringify({ accountId: desk.accountId, ...entry, seq: index + 1, at: 1 });
    return `${createHash('sha256').update(text).digest('hex').slice(0, 8)} ${text}\n`;
  });
  writeFileSync(join(folder(), name), lines.join(''));
}

/** As a release before the journal was sealed left it: a mark without proof, and lines in clear text. */
async function makeOld(entries: readonly ClearEntry[], knownSeq: number | null): Promise<void> {
  const mark = knownSeq === null ? null : { seq: knownSeq, segment: 1 };
  await desk.workspace.store.write((write) => write.settings.put('journalMark', mark));
  await desk.workspace.reopen().then((workspace) => {
    desk.workspace = workspace;
  });
  rmSync(folder(), { recursive: true });
  writeClear('000001.journal', entries);
}

const booked = (orderCode: string): ClearEntry[] => [
  { call: 'book', step: 'begin', orderCode },
  { call: 'book', step: 'end', orderCode, certainty: 'happened', waybillNo: 'EVIL99990001234' },
];

it('is sealed once, with a line in the record of acts, and its clear text is gone', async () => {
  await makeOld(booked('3300000000000000001'), 2);
  await desk.start();
  expect(names()).toEqual(['000001.sealed']);
  expect(desk.workspace.journal.refusal()).toBeNull();
  expect(desk.workspace.journal.after(null)).toHaveLength(2);
  expect(await acts()).toEqual(['journal-taken-over']);
  await desk.start();
  expect(await acts()).toEqual(['journal-taken-over']);
  expect(await desk.workspace.store.read.outsideReferences.countOpen()).toBe(0);
});

it('what it says beyond the database is asked for, and settles nothing', async () => {
  const bound = { orderCode: '3300000000000000002', waybillNo: 'EVIL99990001234', carrier: 'ZTO' };
  await makeOld(
    [
      ...booked('3300000000000000001'),
      { call: 'bind', step: 'begin', ...bound },
      { call: 'bind', step: 'end', certainty: 'happened', ...bound },
      { call: 'book', step: 'begin', orderCode: '3300000000000000003' },
      { call: 'book', step: 'end', orderCode: '3300000000000000003', certainty: 'did-not-happen' },
    ],
    null,
  );
  await desk.start();
  await desk.take(
    ['3300000000000000001', '3300000000000000002', '3300000000000000003', '3300000000000000004'].map(
      (orderNo, no) => sheetOrder(no, { orderNo }),
    ),
  );
  await desk.bookAll();
  expect(desk.platform.calls.map(({ kind }) => kind).sort()).toEqual(['book', 'find', 'find', 'find']);
  expect(await desk.workspace.store.read.tracking.byWaybill('EVIL99990001234')).toBeUndefined();
});

it('cut off between the sealed file and the database, the next start ends it', async () => {
  await makeOld(booked('3300000000000000001'), null);
  desk.workspace = await desk.workspace.reopen();
  writeClear('000001.journal', booked('3300000000000000001'));
  await desk.start();
  expect(names()).toEqual(['000001.sealed']);
  expect(await acts()).toEqual(['journal-taken-over']);
  expect(await desk.workspace.store.read.outsideReferences.countOpen()).toBe(1);
});

it('a clear file dropped in later is no journal of ours', async () => {
  await makeOld(booked('3300000000000000001'), 2);
  await desk.start();
  writeClear('000002.journal', booked('3300000000000000002'));
  await desk.start();
  expect(desk.workspace.journal.refusal()).toMatchObject({ code: 'JOURNAL_BROKEN' });
});

it('one with a damaged line is not taken over: a manager renews it', async () => {
  await makeOld(booked('3300000000000000001'), 2);
  writeFileSync(join(folder(), '000001.journal'), 'deadbeef {"seq":1}\n');
  await desk.start();
  expect(desk.workspace.journal.refusal()).toMatchObject({ code: 'JOURNAL_BROKEN' });
});
