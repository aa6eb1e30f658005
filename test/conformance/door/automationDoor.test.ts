import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AutomationDoor } from '../../../electron/door/http/automationDoor.ts';
import { systemClock } from '../../../electron/platform/clock.ts';
import { type DoorDesk, doorOrder, openDoorDesk } from '../../doubles/program/doorDesk.ts';

let desk: DoorDesk;
beforeEach(async () => {
  desk = await openDoorDesk();
});
afterEach(async () => {
  await desk.close();
  expect(desk.bugs).toEqual([]);
});

/** As most programs do: all of the request is sent before anything of the answer is read. */
function sendsFirst(port: number, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const pieces: Buffer[] = [];
    socket.once('error', reject).once('close', () => resolve(Buffer.concat(pieces).toString('utf8')));
    socket.pause();
    const head = `POST /v1/orders HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json`;
    socket.write(`${head}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`, () => {
      socket.on('data', (piece: Buffer) => pieces.push(piece)).resume();
    });
  });
}

const scopes = ['orders:write', 'orders:read', 'labels:read', 'tracking:read', 'events:read'];
const all = async () => desk.client(await desk.token('ERP', ...scopes));

describe('the automation door, through a client made from its description', () => {
  it('describes every call with its answers, its token and its refusals', async () => {
    const document = await desk.document();
    expect(document.openapi).toMatch(/^3\.1/);
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual([
      'addOrders',
      'followEvents',
      'listOrders',
      'showLabel',
      'showOrder',
      'showStatus',
      'showTracking',
    ]);
    for (const { responses } of operations) expect(responses['200']).toBeDefined();
    expect(document.components.securitySchemes).toHaveProperty('token');
  });

  it('takes orders as an import does, gives them back with numbers and states, and the same again adds nothing', async () => {
    const client = await all();
    const orders = [doorOrder(1), doorOrder(2)];
    const first = await client.addOrders?.({ orders });
    expect(first?.json).toMatchObject({ imported: 2, duplicates: 0, rejected: 0 });
    expect(first?.json.orders.map(({ orderNo, state }: Record<string, string>) => [orderNo, state])).toEqual([
      ['ERP-1', 'ready'],
      ['ERP-2', 'ready'],
    ]);
    const again = await client.addOrders?.({ orders });
    expect(again?.json).toMatchObject({ imported: 0, duplicates: 2 });
    const goods = JSON.parse((await desk.line(['orders', 'show', 'ERP-1', '--json'])).stdout).orders[0].items;
    expect(goods.map(({ name, quantity }: Record<string, unknown>) => [name, quantity])).toEqual([
      ['样品绿茶', 2],
      ['样品"红"茶', 1],
    ]);
    const listed = await client.listOrders?.({ state: 'ready', limit: 1 });
    expect([listed?.json.total, listed?.json.orders.length]).toEqual([2, 1]);
    expect(JSON.stringify([first?.json, listed?.json])).not.toMatch(/王试|样板路|138100/);
  });

  it('asks the questions of an import: what is incomplete waits for a person', async () => {
    const client = await all();
    const { receiver, ...rest } = doorOrder(3);
    const added = await client.addOrders?.({ orders: [{ ...rest, receiver: { ...receiver, phone: '' } }] });
    expect(added?.json).toMatchObject({ imported: 1, needsReview: 1 });
    expect(added?.json.questions[0]).toMatchObject({ orderNo: 'ERP-3', code: 'ADDRESS_MISSING_PHONE' });
  });

  it('holds an order up for its notes, as an order file does', async () => {
    const client = await all();
    const notes = [{ buyerRemark: '先不要发，等我通知' }, { sellerRemark: '客户改地址' }];
    const orders = notes.map((note, index) => ({ ...doorOrder(20 + index), ...note }));
    const added = await client.addOrders?.({ orders });
    expect(added?.json).toMatchObject({ imported: 2, needsReview: 2 });
    expect(added?.json.questions.map(({ code }: Record<string, string>) => code)).toEqual([
      'IMPORT_BUYER_SAYS_WAIT',
      'IMPORT_NOTE_READDRESSES',
    ]);
  });

  it('gives the same answer to the same call with a key, and refuses the key for something else', async () => {
    const client = await all();
    const headers = { 'idempotency-key': 'run-1' };
    const calls = await Promise.all(
      Array.from({ length: 5 }, async () => await client.addOrders?.({ orders: [doorOrder(4)] }, headers)),
    );
    expect(new Set(calls.map((call) => JSON.stringify(call?.json))).size).toBe(1);
    expect(calls[0]?.json.imported).toBe(1);
    const other = await client.addOrders?.({ orders: [doorOrder(5)] }, headers);
    expect([other?.status, other?.json.error.code]).toEqual([422, 'DOOR_KEY_USED']);
    // Durable: the workspace is closed and opened in between.
    await desk.session.close();
    await desk.open();
    expect((await client.addOrders?.({ orders: [doorOrder(4)] }, headers))?.json).toEqual(calls[0]?.json);
  });

  it('gives labels as PNG and PDF once there is a waybill, and the way of the parcel', async () => {
    const client = await all();
    await client.addOrders?.({ orders: [doorOrder(6)] });
    expect((await client.showLabel?.({ orderNo: 'ERP-6' }))?.json.error.code).toBe('DOOR_LABEL_MISSING');
    const run = await desk.line(['dispatch', '--sender', desk.senderFile, '--until-empty', '--json']);
    expect(run.exitCode, run.stderr + run.stdout).toBe(0);
    const shown = await client.showOrder?.({ orderNo: 'ERP-6' });
    expect(shown?.json).toMatchObject({ state: 'booked', shipmentState: 'booked' });
    const png = await client.showLabel?.({ orderNo: 'ERP-6' });
    expect([
      png?.headers.get('content-type'),
      Buffer.from(png?.bytes ?? [])
        .subarray(1, 4)
        .toString(),
    ]).toEqual(['image/png', 'PNG']);
    const pdf = await client.showLabel?.({ orderNo: 'ERP-6', format: 'pdf' });
    expect(
      Buffer.from(pdf?.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const way = await client.showTracking?.({ waybillNo: shown?.json.waybillNo });
    expect(way?.json).toMatchObject({ orderNo: 'ERP-6', waybillNo: shown?.json.waybillNo });
  });

  it('tells what happens to orders as it happens, and behind a named event nothing is missed', async () => {
    const token = await desk.token('ERP', ...scopes);
    const client = await desk.client(token);
    await client.addOrders?.({ orders: [doorOrder(7)] });
    await desk.line(['orders', 'hold', 'ERP-7', '--reason', 'other']);
    const stopping = new AbortController();
    const headers = { authorization: `Bearer ${token}`, 'last-event-id': '0' };
    const stream = await fetch(`${desk.origin}/v1/events`, { headers, signal: stopping.signal });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    let text = '';
    for await (const piece of stream.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(piece).toString('utf8');
      if (text.includes('ERP-7')) break;
    }
    stopping.abort();
    expect(text).toMatch(/^id: \S+$/m);
    const unreadable = { ...headers, 'last-event-id': 'ERP-7' };
    expect((await fetch(`${desk.origin}/v1/events`, { headers: unreadable })).status).toBe(400);
  });
});

describe('whoever may not is told in one sentence, and nothing happens', () => {
  it.each([
    ['no token', {}, 401, 'DOOR_TOKEN_WRONG'],
    [
      'a wrong token',
      { authorization: `Bearer sd_${'0'.repeat(26)}_${'0'.repeat(64)}` },
      401,
      'DOOR_TOKEN_WRONG',
    ],
    ['a page in a browser', { origin: 'https://evil.example' }, 403, 'DOOR_NOT_FOR_BROWSERS'],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }, 403, 'DOOR_NOT_FOR_BROWSERS'],
  ])('%s', async (_name, headers, status, code) => {
    const reply = await fetch(`${desk.origin}/v1/orders`, {
      headers: { 'accept-language': 'en', ...headers },
    });
    const { error } = await reply.json();
    expect([reply.status, error.code]).toEqual([status, code]);
    expect(error.message).toMatch(/^[A-Z].*\.$/);
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('a key that is too long, which cut off would be the key of another call', async () => {
    const headers = { 'idempotency-key': 'k'.repeat(201) };
    const refused = await (await all()).addOrders?.({ orders: [doorOrder(1)] }, headers);
    expect([refused?.status, refused?.json.error.code]).toEqual([400, 'DOOR_INPUT_INVALID']);
  });

  it('a token that lacks the scope or was revoked', async () => {
    const client = await desk.client(await desk.token('reader', 'orders:read'));
    const refused = await client.addOrders?.({ orders: [doorOrder(1)] });
    expect([refused?.status, refused?.json.error.code]).toEqual([403, 'DOOR_SCOPE_MISSING']);
    expect((await client.listOrders?.())?.json.total).toBe(0);
    expect((await desk.line(['door', 'token', 'revoke', 'reader'])).exitCode).toBe(0);
    expect((await client.listOrders?.())?.json.error.code).toBe('DOOR_TOKEN_WRONG');
    const acts = (await desk.line(['audit', 'list', '--json'])).stdout;
    expect(acts).toContain('door-token-added');
    expect(acts).toContain('door-token-revoked');
  });

  it('what is no order: the field is named, nothing is stored', async () => {
    const client = await all();
    const refused = await client.addOrders?.({
      orders: [{ ...doorOrder(1), goods: [{ name: 'x', quantity: -1 }] }],
    });
    expect([refused?.status, refused?.json.error.code]).toEqual([400, 'DOOR_INPUT_INVALID']);
    expect(refused?.json.error.message).toContain('orders.0.goods.0.quantity');
    expect((await client.listOrders?.())?.json.total).toBe(0);
  });

  it.each([
    ['the order', { codFen: 9_900 }, {}, 'orders.0.codFen'],
    ['the receiver', {}, { mobile: '13810000001' }, 'orders.0.receiver.mobile'],
  ])(
    'a field that %s does not have is named and nothing is stored: an amount to collect is not lost without a word',
    async (_of, more, ofReceiver, field) => {
      const client = await all();
      const { receiver, ...rest } = doorOrder(1);
      const orders = [{ ...rest, ...more, receiver: { ...receiver, ...ofReceiver } }];
      const refused = await client.addOrders?.({ orders });
      expect([refused?.status, refused?.json.error.code]).toEqual([400, 'DOOR_INPUT_INVALID']);
      expect(refused?.json.error.message).toContain(field);
      expect((await client.listOrders?.())?.json.total).toBe(0);
    },
  );

  it('orders asked for in a state that there is not: refused, not answered with none', async () => {
    const refused = await (await all()).listOrders?.({ state: 'shipped' });
    expect([refused?.status, refused?.json.error.code]).toEqual([400, 'DOOR_INPUT_INVALID']);
  });

  it('a body in GBK: nothing is stored, instead of damaged names', async () => {
    const token = await desk.token('ERP', ...scopes);
    const [before, after] = JSON.stringify({ orders: [doorOrder(1)] }).split('王试');
    const wangShiInGbk = Buffer.from('cdf5cad4', 'hex');
    const body = Buffer.concat([Buffer.from(before ?? ''), wangShiInGbk, Buffer.from(after ?? '')]);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const reply = await fetch(`${desk.origin}/v1/orders`, { method: 'POST', headers, body });
    const { error } = await reply.json();
    expect([reply.status, error.code]).toEqual([400, 'DOOR_INPUT_INVALID']);
    expect(error.message).toContain('UTF-8');
    expect((await (await desk.client(token)).listOrders?.())?.json.total).toBe(0);
  });

  it('a huge body, announced or not, and what is no JSON', async () => {
    const token = await desk.token('ERP', ...scopes);
    const post = (body: string | ReadableStream, type = 'application/json') =>
      fetch(`${desk.origin}/v1/orders`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        body,
        duplex: 'half',
      } as RequestInit).then(async (reply) => [reply.status, (await reply.json()).error.code]);
    expect(await post('x'.repeat(5_000_000))).toEqual([413, 'DOOR_BODY_TOO_LARGE']);
    expect(await sendsFirst(desk.port, 'x'.repeat(5_000_000))).toMatch(/^HTTP\/1\.1 413 /);
    expect(await post('{', 'application/json')).toEqual([400, 'DOOR_INPUT_INVALID']);
    expect(await post('a=b', 'application/x-www-form-urlencoded')).toEqual([415, 'DOOR_BODY_NOT_JSON']);
  });

  it('a locked workspace, and a wrong token again and again', async () => {
    const client = await all();
    const wrong = await desk.client('nonsense');
    for (let no = 0; no < 20; no++) await wrong.showStatus?.();
    const late = await wrong.showStatus?.();
    expect([late?.status, late?.json.error.code]).toEqual([429, 'DOOR_TOO_MANY']);
    expect((await client.showStatus?.())?.status).toBe(200);
    await desk.session.close();
    const locked = await client.listOrders?.();
    expect([locked?.status, locked?.json.error.code]).toEqual([503, 'WORKSPACE_LOCKED']);
  });

  it('a program that asks too often, with a token that is right: when to come again, and the other program is answered', async () => {
    const [busy, other] = [await desk.token('ERP', 'orders:read'), await desk.token('CRM', 'orders:read')];
    const ask = (token: string) =>
      fetch(`${desk.origin}/v1/status`, { headers: { authorization: `Bearer ${token}` } });
    const askAtOnce = () => Promise.all(Array.from({ length: 20 }, () => ask(busy)));
    let refused: Response | undefined;
    for (let round = 0; round < 100 && refused === undefined; round++)
      refused = (await askAtOnce()).find(({ status }) => status !== 200);
    expect([refused?.status, refused?.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await refused?.json()).toMatchObject({ error: { code: 'DOOR_TOO_MANY' } });
    expect((await ask(other)).status).toBe(200);
    await expect.poll(async () => (await ask(busy)).status).toBe(200);
  });

  it('a port that another program has: this one stays closed, and opens once it is free', async () => {
    const second = new AutomationDoor({
      clock: systemClock,
      version: '0.0.0',
      lend: async () => null,
      onBug: (error) => desk.bugs.push(error),
    });
    expect(await second.set(desk.port)).toBe('taken');
    desk.door.close();
    expect(await second.set(desk.port)).toBe('open');
    const reply = await fetch(`${desk.origin}/v1/status`);
    expect((await reply.json()).error.code).toBe('WORKSPACE_LOCKED');
    second.close();
  });
});
