import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { inFolderOf } from '../../../../../electron/platform/callerFolder.ts';
import { addOperator } from '../../../../../electron/usecases/operators/operators.ts';
import { orderSheet, sheetOrder } from '../../../../doubles/files/orderSheet.ts';
import { type BesideDesk, type LineRun, openBesideDesk } from '../../../../doubles/program/besideDesk.ts';
import { staffPins } from '../../../../doubles/workspace/staff.ts';

const passphrase = 'correct horse battery';
let desk: BesideDesk;
afterEach(async () => {
  await desk.close();
  expect(desk.bugs).toEqual([]);
});

const json = ({ stdout }: LineRun) => JSON.parse(stdout);

function writeOrders(count: number, name = 'orders.csv'): string {
  const file = join(desk.folder, name);
  writeFileSync(file, orderSheet(Array.from({ length: count }, (_, no) => sheetOrder(no))));
  return file;
}

describe('a command beside an open window', () => {
  it('is run on the workspace of the window: the main job with its counts, and again with everything done', async () => {
    desk = await openBesideDesk();
    const file = writeOrders(5);
    const first = await desk.line(['ship', file, '--practice', '--json']);
    expect(first.exitCode, first.stderr).toBe(0);
    expect(json(first)).toMatchObject({ rows: 5, imported: 5, booked: 5, failed: 0, printed: 5 });
    const second = await desk.line(['ship', file, '--practice', '--json']);
    expect(json(second)).toMatchObject({ imported: 0, duplicates: 5, booked: 0, printed: 0 });
    expect(json(second).waybills).toEqual(json(first).waybills);
  });

  it('refuses with the same code, sentence and exit code as alone', async () => {
    desk = await openBesideDesk();
    const asked = ['orders', 'show', 'NONE', '--json'];
    const beside = await desk.line(asked);
    await desk.session.close();
    const alone = await desk.line(asked);
    expect(beside).toEqual(alone);
    expect(beside.exitCode).toBe(2);
  });

  it('takes the lines of standard input that it reads, one after the other', async () => {
    desk = await openBesideDesk();
    const searched = await desk.line(['orders', 'list', '--search-stdin', '--json'], { input: ['nobody'] });
    expect(json(searched)).toEqual({ orders: [], total: 0 });
  });

  it('writes a file where its caller stands, and reads one there', async () => {
    desk = await openBesideDesk();
    writeOrders(2, 'mine.csv');
    await inFolderOf(desk.folder, async () => {
      expect((await desk.line(['import', 'mine.csv', '--json'])).exitCode).toBe(0);
      expect((await desk.line(['export', '--out', 'list.xlsx'])).exitCode).toBe(0);
      const again = await desk.line(['export', '--out', 'list.xlsx', '--json']);
      expect(json(again).error.code).toBe('OUT_EXISTS');
    });
    expect(readFileSync(join(desk.folder, 'list.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('a hundred at once are all answered alike', async () => {
    desk = await openBesideDesk();
    await desk.line(['import', writeOrders(3), '--json']);
    const runs = await Promise.all(
      Array.from({ length: 100 }, () => desk.line(['orders', 'list', '--json'])),
    );
    expect(new Set(runs.map(({ exitCode, stdout }) => `${exitCode} ${stdout}`)).size).toBe(1);
    expect(json(runs[0] as LineRun).total).toBe(3);
  });

  it('is answered by nobody once the window is locked, and opens the workspace itself', async () => {
    desk = await openBesideDesk();
    await desk.session.close();
    expect(existsSync(join(desk.data, 'command-line.json'))).toBe(false);
    expect((await desk.line(['orders', 'list', '--json'])).exitCode).toBe(0);
  });

  it('a new key and a restore want the workspace for themselves: the window must be closed first', async () => {
    desk = await openBesideDesk();
    const renewed = await desk.line(['keys', 'renew', '--json', '--show-code']);
    expect([renewed.exitCode, json(renewed).error.code]).toEqual([4, 'WORKSPACE_BUSY']);
  });
});

describe('whoever calls a command beside a window', () => {
  it('gives the passphrase that would open the workspace alone; none and a wrong one are refused', async () => {
    desk = await openBesideDesk({ passphrase });
    const asked = ['orders', 'list', '--json'];
    expect(json(await desk.line(asked)).error.code).toBe('WORKSPACE_LOCKED');
    const wrong = await desk.line(asked, { environment: { SHIPDESK_PASSPHRASE: 'wrong' } });
    expect([wrong.exitCode, json(wrong).error.code]).toEqual([4, 'WORKSPACE_LOCKED']);
    const right = await desk.line(asked, { environment: { SHIPDESK_PASSPHRASE: passphrase } });
    expect(right.exitCode, right.stderr).toBe(0);
  });

  it('is asked for it at a terminal, in their own language', async () => {
    desk = await openBesideDesk({ passphrase });
    const run = await desk.line(['orders', 'list', '--json'], { typed: [passphrase] });
    expect(run.exitCode, run.stderr).toBe(0);
    expect(run.questions).toEqual(['Workspace passphrase or recovery code: ']);
  });

  it('needs none where the key store of this computer opens the workspace for the same user', async () => {
    const wrapped = new Map<string, Uint8Array>();
    desk = await openBesideDesk({
      keyStore: {
        backend: 'none',
        isAvailable: () => true,
        wrap: async (key) => {
          wrapped.set('it', key);
          return Buffer.from('wrapped');
        },
        unwrap: async () => wrapped.get('it') ?? null,
      },
    });
    expect((await desk.line(['orders', 'list', '--json'])).exitCode).toBe(0);
  });

  it('signs in with name and PIN where there are operators, whoever sits at the window', async () => {
    desk = await openBesideDesk();
    const workspace = desk.session.workspace();
    if (!workspace.ok) throw new Error(workspace.code);
    const added = await addOperator(workspace.value, {
      name: '王店长',
      role: 'manager',
      pin: staffPins.manager,
    });
    if (!added.ok) throw new Error(added.code);
    const sitting = desk.session.desk();
    if (sitting.ok) await sitting.value.signIn(added.value.operator.id, staffPins.manager);
    const asked = ['orders', 'list', '--json'];
    const nobody = await desk.line(asked);
    expect([nobody.exitCode, json(nobody).error.code]).toEqual([2, 'OPERATOR_SIGN_IN_NEEDED']);
    const signed = await desk.line([...asked, '--operator', '王店长'], { input: [staffPins.manager] });
    expect(signed.exitCode, signed.stderr).toBe(0);
    const wrong = await desk.line([...asked, '--operator', '王店长'], { input: ['000000'] });
    expect(json(wrong).error.code).toBe('OPERATOR_PIN_WRONG');
  });
});

describe('a command that is stopped beside a window', () => {
  it('ends on Ctrl+C, and the window works on', async () => {
    desk = await openBesideDesk();
    const stopping = new AbortController();
    const watched = desk.line(['watch', desk.folder, '--json'], {
      signal: stopping.signal,
      onNote: () => stopping.abort(),
    });
    expect((await watched).exitCode).toBe(0);
    expect((await desk.line(['orders', 'list'])).exitCode).toBe(0);
  });

  it('ends when the window is locked, before the database is closed', async () => {
    desk = await openBesideDesk();
    let isRunning: () => void = () => undefined;
    const running = new Promise<void>((resolve) => {
      isRunning = resolve;
    });
    const watched = desk.line(['watch', desk.folder, '--json'], { onNote: () => isRunning() });
    await running;
    await desk.session.close();
    expect((await watched).exitCode).toBe(0);
    expect(desk.session.state()).toBe('locked');
  });
});
