import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DoorDesk, openDoorDesk } from '../../doubles/program/doorDesk.ts';

const manual = readFileSync(join(import.meta.dirname, '../../../docs/automation.md'), 'utf8');
let desk: DoorDesk;
beforeEach(async () => {
  desk = await openDoorDesk();
});
afterEach(() => desk.close());

/** An example of the manual as it stands there, at the port of this test. */
function example(language: string): string {
  const found = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(manual)?.[1];
  if (found === undefined) throw new Error(`the manual has no example in ${language}`);
  return found.replaceAll('127.0.0.1:47800', `127.0.0.1:${desk.port}`);
}

function run(program: string, words: readonly string[], token: string) {
  const child = spawn(program, words, {
    cwd: desk.folder,
    env: { PATH: process.env.PATH, HOME: desk.folder, SHIPDESK_TOKEN: token },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (text += String(piece)));
  return new Promise<{ readonly code: number | null; readonly text: string }>((resolve) => {
    child.once('error', () => resolve({ code: null, text }));
    child.once('close', (code) => resolve({ code, text }));
  });
}

const token = () =>
  desk.token('ERP', 'orders:write', 'orders:read', 'labels:read', 'tracking:read', 'events:read');

it('the example for curl hands an order over and reads it back', async () => {
  const { code, text } = await run('bash', ['-euc', example('sh')], await token());
  expect([code, text], text).toEqual([0, expect.stringContaining('"orderNo":"ERP-1001"')]);
});

it('the example in Python reads an ERP’s export and hands its orders over', async (context) => {
  const { code } = await run('python3', ['--version'], '');
  if (code !== 0) return context.skip();
  writeFileSync(
    join(desk.folder, 'orders.csv'),
    'order_no,name,phone,address,goods,qty\nERP-2001,王试,13800000001,浙江省杭州市余杭区样板路1号,样品绿茶,1\n',
  );
  writeFileSync(join(desk.folder, 'handover.py'), example('python'));
  const ran = await run('python3', ['handover.py'], await token());
  expect([ran.code, ran.text], ran.text).toEqual([0, expect.stringContaining('ERP-2001')]);
});

it('the SQL of the manual, run in an ERP’s database, exports what is paid and has no number; the orders arrive', async (context) => {
  if ((await run('python3', ['--version'], '')).code !== 0) return context.skip();
  const erp = new Database(':memory:');
  erp.exec(`create table SalesOrder (Id integer, OrderNo text, ReceiverName text, ReceiverMobile text, Province text, City text,
      District text, Address text, Status text, WaybillNo text);
    create table SalesOrderLine (OrderId integer, GoodsName text, Qty integer)`);
  const order = erp.prepare('insert into SalesOrder values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const line = erp.prepare('insert into SalesOrderLine values (?, ?, ?)');
  const orders = [
    ['ERP-3001', 'PAID', null],
    ['ERP-3002', 'PAID', null],
    ['ERP-3003', 'PAID', 'SF1234567890123'],
    ['ERP-3004', 'NEW', null],
  ] as const;
  for (const [no, [orderNo, status, waybillNo]] of orders.entries()) {
    const place = ['浙江省', '杭州市', '余杭区', `样板路${no + 1}号`];
    order.run(no, orderNo, '王试', `1380000100${no}`, ...place, status, waybillNo);
    line.run(no, '样品绿茶', 2);
  }
  const rows = erp.prepare(example('sql')).all() as Readonly<Record<string, string | number>>[];
  erp.close();
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  const table = lines.map((cells) => cells.join(',')).join('\n');
  writeFileSync(join(desk.folder, 'orders.csv'), `${table}\n`);
  writeFileSync(join(desk.folder, 'handover.py'), example('python'));
  const ran = await run('python3', ['handover.py'], await token());
  expect([ran.code, ran.text], ran.text).toEqual([
    0,
    expect.stringContaining('2 imported 0 known 0 to review'),
  ]);
  const listed = JSON.parse((await desk.line(['orders', 'list', '--json'])).stdout).orders;
  expect(listed.map(({ orderNo }: { orderNo: string }) => orderNo).sort()).toEqual(['ERP-3001', 'ERP-3002']);
});

/** Asks a check of the manual about a post: right, of another key, changed, old. */
const posts = (at: number) => {
  const body = '{"events":[{"id":"7","code":"面单"}]}';
  const signed = (key: string, said: string, seconds: number) => ({
    'x-shipdesk-timestamp': String(seconds),
    'x-shipdesk-signature': `sha256=${createHmac('sha256', key).update(`${seconds}.${said}`).digest('hex')}`,
  });
  return [
    { body, headers: signed('whsec_1', body, at) },
    { body, headers: signed('whsec_2', body, at) },
    { body, headers: signed('whsec_1', `${body} `, at) },
    { body, headers: signed('whsec_1', body, at - 600) },
  ];
};
const judged = [true, false, false, false];

it('the check of a signature in Python takes what was signed, and nothing else', async (context) => {
  const asked = JSON.stringify(posts(Math.floor(Date.now() / 1_000)));
  const program = `${example('py')}
import json
print(json.dumps([is_from_shipdesk("whsec_1", p["headers"], p["body"].encode()) for p in json.loads(${JSON.stringify(asked)})]))`;
  const ran = await run('python3', ['-c', program], '');
  if (ran.code === null) return context.skip();
  expect(JSON.parse(ran.text)).toEqual(judged);
});

it('the check of a signature in Node takes what was signed, and nothing else', async () => {
  const asked = JSON.stringify(posts(Math.floor(Date.now() / 1_000)));
  const program = `${example('js')}
console.log(JSON.stringify(${asked}.map((p) => isFromShipdesk('whsec_1', p.headers, Buffer.from(p.body)))));`;
  const ran = await run(process.execPath, ['--input-type=module', '-e', program], '');
  expect(JSON.parse(ran.text)).toEqual(judged);
});
