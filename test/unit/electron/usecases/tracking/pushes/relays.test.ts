import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../../../../electron/store/schema.ts';
import { followNumbers } from '../../../../../../electron/usecases/tracking/follow/followNumbers.ts';
import { askRelays, setRelay } from '../../../../../../electron/usecases/tracking/pushes/relays.ts';
import { readPushView } from '../../../../../../electron/usecases/tracking/pushes/view.ts';
import { kdniaoPush } from '../../../../../doubles/platforms/kdniaoPush.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';

const merchantId = '1237100';
const apiKey = '56da2cf8-c8a2-44b2-b6fa-476cd7d1ba17';
const waybillNo = 'YT8962646785389';
const token = 'a relay token of some length';

let workspace: TestWorkspace;
let account: Account;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  account = await testAccount(workspace, { platform: 'kdniao', merchantId, secret: apiKey });
  await followNumbers(workspace, [{ waybillNo, carrier: 'YTO', phoneTail: '' }]);
});
afterEach(() => workspace.close());

function push(StateEx: string, at: string, key = apiKey): string {
  const Traces = [{ AcceptTime: at, AcceptStation: `状态 ${StateEx}`, Location: '', Action: StateEx }];
  const element = { ShipperCode: 'YTO', LogisticCode: waybillNo, Success: true, StateEx, Traces };
  return kdniaoPush('102', { EBusinessID: merchantId, PushTime: '', Count: 1, Data: [element] }, key);
}
const set = (url: string, given?: string) =>
  setRelay(workspace, { accountId: account.id, url, callbackUrl: '', token: given });
const state = async () => (await workspace.store.read.tracking.byWaybill(waybillNo))?.state;
const relay = async () => (await readPushView(workspace)).relays[0];

/** A relay by hand: what it answers, and what it was asked. */
class HandRelay {
  readonly asked: { readonly after: string | null; readonly authorization: string | undefined }[] = [];
  answer: (after: string | null) => { readonly status: number; readonly body: string } = () => ({
    status: 200,
    body: '{"messages":[],"next":""}',
  });
  readonly #server: Server = createServer((request, response) => {
    const after = new URL(request.url ?? '', 'http://relay').searchParams.get('after');
    this.asked.push({ after, authorization: request.headers.authorization });
    const { status, body } = this.answer(after);
    response.writeHead(status).end(body);
  });

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/messages`;
  }
  close(): void {
    this.#server.close();
  }
}

describe('the relay that the handbook gives', () => {
  let child: ChildProcess;
  let folder: string;
  let port: string;

  async function start(onPort: string): Promise<void> {
    child = spawn(process.execPath, [resolve('docs/relay.mjs')], {
      env: { RELAY_TOKEN: token, RELAY_FILE: join(folder, 'messages.jsonl'), RELAY_PORT: onPort },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (child.stdout === null) throw new Error('no output');
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    port = /relay on (\d+)/.exec(line.toString())?.[1] ?? '';
  }
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'relay-'));
    await start('0');
  });
  afterEach(() => {
    child.kill();
    rmSync(folder, { recursive: true });
  });
  const post = (body: string) => fetch(`http://127.0.0.1:${port}/push`, { method: 'POST', body });

  it('brings what a platform posted to the parcel, once, and forgets what was fetched', async () => {
    const answered = await post(push('1', '2026-01-02 09:00:00'));
    expect(await answered.json()).toMatchObject({ result: true });
    await post(push('202', '2026-01-03 09:00:00'));
    await set(`http://127.0.0.1:${port}/messages`, token);
    await askRelays(workspace);
    expect(await state()).toBe('delivering');
    expect((await readPushView(workspace)).last.map(({ channel, updated }) => [channel, updated])).toEqual([
      ['relay', 1],
      ['relay', 1],
    ]);
    await workspace.clock.advance(30_000);
    await askRelays(workspace);
    expect((await readPushView(workspace)).last).toHaveLength(2);
    // The number given last stays, nothing of a parcel.
    expect(readFileSync(join(folder, 'messages.jsonl'), 'utf8')).toMatch(/^\{"id":\d+\}\n$/);
  });

  it('goes on whatever a stranger sends it, and whoever hangs up in the middle', async () => {
    const send = async (text: string) => {
      const socket = connect(Number(port), '127.0.0.1');
      await once(socket, 'connect');
      socket.end(text);
      await Promise.race([once(socket, 'close'), once(socket.resume(), 'end')]);
    };
    await send('GET // HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await send('POST /push HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nRequestData=');
    expect((await post('\u0001'.repeat(1_900_000))).status).toBe(413);
    expect((await post(push('1', '2026-01-02 09:00:00'))).status).toBe(200);
    await set(`http://127.0.0.1:${port}/messages`, token);
    await askRelays(workspace);
    expect((await relay())?.code).toBe('');
    expect(await state()).toBe('collected');
  });

  it('does not answer the platform what it could not keep, and goes on once it can', async () => {
    const file = join(folder, 'messages.jsonl');
    rmSync(file);
    mkdirSync(file);
    expect((await post(push('1', '2026-01-02 09:00:00'))).status).toBe(500);
    rmSync(file, { recursive: true });
    expect((await post(push('1', '2026-01-02 09:00:00'))).status).toBe(200);
  });

  it('started again with its clock set back it numbers on, and a place of another relay hides nothing', async () => {
    child.kill();
    await once(child, 'exit');
    const ahead = Date.now() + 3_600_000;
    writeFileSync(join(folder, 'messages.jsonl'), `{"id":${ahead}}\n`);
    await start('0');
    await post(push('1', '2026-01-02 09:00:00'));
    const ask = async (after: string) => {
      const headers = { authorization: `Bearer ${token}` };
      const reply = await fetch(`http://127.0.0.1:${port}/messages?after=${after}`, { headers });
      return ((await reply.json()) as { messages: { id: string }[] }).messages.map(({ id }) => id);
    };
    expect(await ask('page-7')).toEqual([String(ahead + 1)]);
    expect(await ask(String(ahead))).toEqual([String(ahead + 1)]);
  });

  it('started again with nothing left to fetch it brings what comes next, whatever a power cut left of its file', async () => {
    await post(push('1', '2026-01-02 09:00:00'));
    await set(`http://127.0.0.1:${port}/messages`, token);
    await askRelays(workspace);
    child.kill();
    await once(child, 'exit');
    writeFileSync(join(folder, 'messages.jsonl'), '{"id":3,"bo');
    await start(port);
    await post(push('202', '2026-01-03 09:00:00'));
    child.kill();
    await once(child, 'exit');
    await start(port);
    await workspace.clock.advance(30_000);
    await askRelays(workspace);
    expect(await state()).toBe('delivering');
  });

  it('hands out long messages in pages that can be read', async () => {
    await set(`http://127.0.0.1:${port}/messages`, token);
    for (let no = 0; no < 6; no++) await post(`RequestData=${'x'.repeat(1_900_000)}`);
    await post(push('202', '2026-01-03 09:00:00'));
    await askRelays(workspace);
    expect((await relay())?.code).toBe('');
    expect(await state()).toBe('delivering');
  });

  it('shows nothing to who has no token', async () => {
    await post(push('1', '2026-01-02 09:00:00'));
    expect((await fetch(`http://127.0.0.1:${port}/messages`)).status).toBe(401);
  });
});

describe('a relay', () => {
  let hand: HandRelay;
  let url: string;
  beforeEach(async () => {
    hand = new HandRelay();
    url = await hand.listen();
  });
  afterEach(() => hand.close());

  it('gets its token, and the place where the last answer ended', async () => {
    await set(url, token);
    hand.answer = (after) => ({
      status: 200,
      body: JSON.stringify(
        after === ''
          ? { messages: [{ id: 'x', body: push('1', '2026-01-02 09:00:00') }], next: 'p1' }
          : { messages: [], next: 'p1' },
      ),
    });
    await askRelays(workspace);
    expect(hand.asked).toEqual([
      { after: '', authorization: `Bearer ${token}` },
      { after: 'p1', authorization: `Bearer ${token}` },
    ]);
  });

  it('that hands out the same message again changes nothing', async () => {
    await set(url, token);
    const body = push('1', '2026-01-02 09:00:00');
    hand.answer = () => ({
      status: 200,
      body: JSON.stringify({ messages: [{ id: 'x', body }], next: 'always' }),
    });
    await askRelays(workspace);
    expect((await readPushView(workspace)).last).toHaveLength(1);
  });

  it('with a forged message is reported, and the ones behind it are taken', async () => {
    await set(url, token);
    const messages = [
      { id: '1', body: push('3', '2026-01-02 08:00:00', 'another key') },
      { id: '2', body: push('1', '2026-01-02 09:00:00') },
    ];
    hand.answer = (after) => ({
      status: 200,
      body: JSON.stringify({ messages: after === '' ? messages : [], next: '2' }),
    });
    await askRelays(workspace);
    expect(await state()).toBe('collected');
    const codes = (await readPushView(workspace)).last.map(({ code }) => code);
    expect(codes.sort()).toEqual(['', 'PUSH_FORGED']);
  });

  it.each([
    ['that is down', { status: 502, body: '' }, 'RELAY_UNREADABLE'],
    ['that talks nonsense', { status: 200, body: '<html>' }, 'RELAY_UNREADABLE'],
    ['with another shape', { status: 200, body: '{"messages":{}}' }, 'RELAY_UNREADABLE'],
    ['that refuses the token', { status: 401, body: '{}' }, 'RELAY_REFUSED'],
  ])('%s is asked less and less often, and again once it answers', async (_, answer, code) => {
    await set(url, token);
    hand.answer = () => answer;
    await askRelays(workspace);
    expect(await relay()).toMatchObject({ code, failures: 1, nextAt: workspace.clock.now() + 60_000 });
    await askRelays(workspace);
    expect(hand.asked).toHaveLength(1);
    for (const minutes of [1, 2, 5, 15, 15]) {
      await workspace.clock.advance(minutes * 60_000);
      await askRelays(workspace);
    }
    expect(hand.asked).toHaveLength(6);
    hand.answer = () => ({ status: 200, body: '{"messages":[],"next":""}' });
    await workspace.clock.advance(15 * 60_000);
    await askRelays(workspace);
    expect(await relay()).toMatchObject({ code: '', failures: 0, askedAt: workspace.clock.now() });
  });

  it('never gets the token that was given for another address', async () => {
    await set(url, token);
    expect(await set(`${url}2`)).toMatchObject({ ok: false, code: 'RELAY_TOKEN_MISSING' });
    expect(await set(url)).toMatchObject({ ok: true });
  });

  it.each(['http://example.com/messages', 'ftp://example.com', 'example.com'])(
    'at %s is refused: messages tell of people',
    async (address) => {
      expect(await set(address, token)).toMatchObject({ ok: false, code: 'RELAY_ADDRESS_INVALID' });
    },
  );
});
