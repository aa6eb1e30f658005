import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allCommands } from '../../../electron/commands/main/list.ts';
import type { Order } from '../../../electron/store/schema.ts';
import { bookShipment } from '../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../electron/usecases/booking/plan.ts';
import { FolderWatch } from '../../../electron/usecases/intake/watch/folderWatch.ts';
import { recordAct } from '../../../electron/usecases/operators/acts.ts';
import { exportOrders } from '../../../electron/usecases/orders/export.ts';
import { addHistory } from '../../../electron/usecases/orders/history.ts';
import { revealOrder } from '../../../electron/usecases/orders/reveal.ts';
import { nothingKnown } from '../../../electron/usecases/tracking/storeSnapshot.ts';
import { contract } from '../../../shared/contracts/contract.ts';
import type { ProcedureMeta } from '../../../shared/contracts/procedure.ts';
import { whoMay } from '../../../shared/domain/operator.ts';
import { Chance } from '../../doubles/addresses/chance.ts';
import { commonName } from '../../doubles/addresses/makePerson.ts';
import { readTexts } from '../../doubles/files/orderFile.ts';
import { runCommand } from '../../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../doubles/workspace/openTestWorkspace.ts';
import { pageOf } from '../../doubles/workspace/pageOf.ts';
import { hireStaff } from '../../doubles/workspace/staff.ts';

const commands = await allCommands();

interface Canary {
  readonly orderNo: string;
  readonly name: string;
  readonly phone: string;
  readonly unit: string;
}

const chance = new Chance(11);
const canaries: readonly Canary[] = Array.from({ length: 20 }, (_, no) => ({
  orderNo: `20260115${String(no).padStart(8, '0')}`,
  name: `${commonName(chance).slice(0, 2)}${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'.charAt(no)}`,
  phone: `1${3 + (no % 7)}${String(912_345_600 + no * 7_919).slice(0, 9)}`,
  unit: `${no + 3}栋${1_201 + no}室`,
}));

/** What stands anywhere of a person, in the ways people write it. */
const said = ({ name, phone, unit }: Canary) =>
  `打电话 ${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)} 找${name}，住${unit}`;
const needles = canaries.flatMap(({ name, phone, unit }) => [
  name,
  phone,
  phone.slice(3),
  `${phone.slice(0, 3)} ${phone.slice(3, 7)}`,
  unit,
]);
const found = (text: string) => needles.filter((needle) => text.includes(needle));
/** The courier is a person, too. */
const courier = { name: '李雷', phone: '13700001111' };

const namesCourier = (texts: readonly string[]) => /13700001111|李雷/.test(texts.join());

let workspace: TestWorkspace;
let staff: Awaited<ReturnType<typeof hireStaff>>;
let orders: readonly Order[];
const drop = () => join(workspace.folder, 'drop');

/** Imported from a watched folder, held and released, booked, labelled, on its way, looked at with a reason. */
async function live(): Promise<void> {
  mkdirSync(drop());
  const header = '订单号,收货人,手机,省,市,区,详细地址,商品名称,数量,买家留言,卖家备注,订单状态';
  const rows = canaries.map((one) =>
    [
      one.orderNo,
      one.name,
      one.phone,
      '广东省',
      '深圳市',
      '南山区',
      `样板路${one.orderNo.slice(-2)}号永乐苑${one.unit}`,
      `保温杯 ${said(one)}`,
      '1',
      said(one),
      `转告：${said(one)}`,
      '待发货',
    ].join(','),
  );
  const odd = rows[0]
    ?.replace(canaries[0]?.orderNo ?? '', '2026999900000001')
    .replace('待发货', `神秘状态 找${courier.name}${courier.phone}`);
  writeFileSync(join(drop(), 'orders.csv'), `\uFEFF${[header, ...rows, odd].join('\r\n')}\r\n`);
  const watch = new FolderWatch(workspace);
  const setting = { folder: drop(), profile: '', action: 'import' } as const;
  await watch.round(setting);
  await workspace.clock.advance(3_000);
  await watch.round(setting);
  const { id: accountId } = await testAccount(workspace);
  const { read } = workspace.store;
  const ready = await read.orders.window({ state: 'ready' }, { offset: 0, limit: 100 });
  const half = ready.slice(0, 12).map(({ id }) => id);
  await planBookings(workspace, { orderIds: half, accountId, carrier: 'ZTO', printerUri: null });
  const now = workspace.clock.now();
  const jobs = await workspace.store.write((write) => write.jobs.claim(['book'], 99, now));
  for (const job of jobs) await bookShipment(workspace, job);
  orders = await read.orders.window({}, { offset: 0, limit: 100 });
  await workspace.store.write(async (write) => {
    for (const order of orders) {
      const one = canaries.find(({ orderNo }) => orderNo === order.orderNo);
      if (one === undefined) continue;
      await addHistory(workspace, write, order.id, 'held', { note: `customer: ${said(one)}` });
      await recordAct(workspace, write, {
        kind: 'reprinted',
        orderId: order.id,
        what: 'copy 2',
        reason: said(one),
      });
      await write.orders.show(order.id, {
        holdNote: said(one),
        complaintsJson: JSON.stringify([
          { code: 'IMPORT_STATUS_UNKNOWN', field: '', params: { word: said(one) } },
        ]),
      });
      const waybillNo = order.waybillNo || `SF99${order.orderNo.slice(-11)}`;
      const text = `【深圳市】由${one.name}(本人)签收，电话${one.phone}，快递员${courier.name}${courier.phone}，地址${one.unit}`;
      await write.tracking.follow({
        waybillNo,
        carrier: 'ZTO',
        orderId: order.id,
        orderNo: order.orderNo,
        accountId,
        phoneTail: one.phone.slice(-4),
        nextDueAt: now + 1e9,
        bookedAt: now,
        ...nothingKnown,
      });
      await write.tracking.update(waybillNo, {
        state: 'signed',
        lastText: text,
        lastAt: now,
        checkedAt: now,
      });
      await write.tracking.addEvents([
        { waybillNo, at: now, text, location: one.unit, status: 'signed', rawStatus: '3' },
      ]);
    }
  });
}

beforeAll(async () => {
  workspace = await openTestWorkspace();
  staff = await hireStaff(workspace);
  await live();
});
afterAll(() => workspace.close());

/** All that a page of this person may ask, with every input that fits somewhere. */
async function everythingOf(post: keyof typeof staff): Promise<ReadonlyMap<string, string>> {
  const { actor } = staff[post].hands;
  const page = pageOf(workspace, actor);
  const window = { offset: 0, limit: 100 };
  const tracked = await workspace.store.read.tracking.window({}, window);
  const inputs: unknown[] = [
    undefined,
    {},
    window,
    { ...window, filter: {} },
    { ...window, level: 'exact' },
    ...orders.flatMap(({ id, orderNo }) => [{ orderId: id }, { code: orderNo }]),
    ...tracked.map(({ waybillNo }) => ({ waybillNo })),
    ...(['slip', 'pick-list', 'handover', 'separator'] as const).flatMap((kind) =>
      ['code', 'name', 'quantity'].map((pickOrder) => ({
        kind,
        pickOrder,
        columns: 48,
        orderIds: orders.map(({ id }) => id),
      })),
    ),
  ];
  const answers = new Map<string, string>();
  for (const [area, procedures] of Object.entries(contract))
    for (const [name, procedure] of Object.entries(procedures)) {
      const { meta } = (procedure as unknown as { readonly '~orpc': { readonly meta: ProcedureMeta } })[
        '~orpc'
      ];
      const isLeft = ['session', 'status'].includes(area) || `${area}.${name}` === 'operators.signOut';
      if (isLeft || meta.access === 'anybody' || whoMay(actor, meta.access) !== null) continue;
      const told = [];
      for (const input of inputs) told.push(await page.ask(`${area}.${name}`, input).catch(() => null));
      answers.set(`${area}.${name}`, JSON.stringify(told));
    }
  return answers;
}

/** All that the command line prints for this person without `--reveal`. */
async function printedFor(post: keyof typeof staff): Promise<ReadonlyMap<string, string>> {
  const { hands } = staff[post];
  const said = [[], ...orders.map(({ orderNo }) => [orderNo]), ...orders.map(({ waybillNo }) => [waybillNo])];
  const printed = new Map<string, string>();
  for (const command of commands) {
    if (command.isTool || whoMay(hands.actor, command.access) !== null || changing.test(command.name))
      continue;
    const told = [];
    for (const words of said) {
      const ran = await runCommand(hands, command, words).catch(() => null);
      if (ran?.ok) told.push(ran.value.json, ran.value.human);
    }
    printed.set(command.name, JSON.stringify(told));
  }
  return printed;
}
const changing = /^(?:ship|watch|door serve|restore|print|reprint|export|track push|orders cancel)/;

// Every question and every command is asked for twenty orders: 10 s on a quiet machine.
describe('persons in free text', { timeout: 180_000 }, () => {
  it('are all there: the lives of twenty orders hold their names, phones and units', async () => {
    expect(orders.length).toBeGreaterThanOrEqual(20);
    const rows =
      JSON.stringify(orders) + JSON.stringify(await workspace.store.read.operatorActs.after(0, 1_000));
    expect(new Set(found(rows)).size).toBeGreaterThan(80);
  });

  it('are nowhere in what a packer can ask of the core', async () => {
    const answers = await everythingOf('packer');
    for (const name of ['orders.window', 'orders.detail', 'track.window', 'track.detail', 'receipts.preview'])
      expect(answers.get(name)?.includes('***'), name).toBe(true);
    const leaks = [...answers].flatMap(([name, text]) => found(text).map((needle) => `${name}: ${needle}`));
    expect(leaks).toEqual([]);
    expect(namesCourier([...answers.values()])).toBe(false);
  });

  it.each(['packer', 'manager'] as const)(
    'are nowhere in what the command line prints masked for a %s',
    async (post) => {
      const printed = await printedFor(post);
      for (const name of ['orders list', 'orders show', 'track'])
        expect(printed.get(name)?.includes('***'), name).toBe(true);
      const leaks = [...printed].flatMap(([name, text]) => found(text).map((needle) => `${name}: ${needle}`));
      expect(leaks).toEqual([]);
      expect(namesCourier([...printed.values()])).toBe(false);
    },
  );

  it('are not in a masked export, and are in the one that reveals', async () => {
    const cells = async (isRevealed: boolean) => {
      const path = join(workspace.folder, `export-${isRevealed}.xlsx`);
      const filter = {};
      const written = await exportOrders(workspace, { filter, path, language: 'zh-CN', isRevealed });
      if (!written.ok) throw new Error(written.code);
      return JSON.stringify(await readTexts(readFileSync(path)));
    };
    expect(found(await cells(false))).toEqual([]);
    expect(found(await cells(true)).length).toBeGreaterThan(80);
  });

  it('are not in the report beside a watched file, which only its owner can open', () => {
    const folder = join(drop(), 'done');
    expect(readdirSync(folder)).toContain('orders.csv.report.txt');
    const report = readFileSync(join(folder, 'orders.csv.report.txt'), 'utf8');
    expect(report).toContain('神秘状态');
    expect(report).not.toMatch(/13700001111|李雷/);
    expect(found(report)).toEqual([]);
    if (process.platform === 'win32') return;
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('are shown with the right to see them and a reason, and to nobody without', async () => {
    const [order] = orders.filter(({ waybillNo }) => waybillNo !== '');
    const one = canaries.find(({ orderNo }) => orderNo === order?.orderNo);
    const request = { orderId: order?.id ?? '', reason: '快递员来电核对' };
    expect(await revealOrder(staff.packer.hands, request)).toMatchObject({
      code: 'OPERATOR_APPROVAL_NEEDED',
    });
    expect(await revealOrder(staff.clerk.hands, { ...request, reason: ' ' })).toMatchObject({
      code: 'REVEAL_NEEDS_REASON',
    });
    const shown = await revealOrder(staff.clerk.hands, request);
    expect(JSON.stringify(shown)).toContain(said(one as Canary));
    expect(JSON.stringify(shown)).toContain(courier.phone);
  });

  it('are in the samples of a file only as far as a column is known by them', async () => {
    const page = pageOf(workspace, staff.clerk.hands.actor);
    const path = join(workspace.folder, 'samples.csv');
    writeFileSync(path, readFileSync(join(drop(), 'done', 'orders.csv')));
    const [handed] = page.files.hand([path], 'orders');
    const seen = await page.ask('imports.recognise', { fileToken: handed?.fileToken });
    expect(JSON.stringify(seen)).toContain('receiverPhone');
    expect(found(JSON.stringify(seen))).toEqual([]);
  });
});
