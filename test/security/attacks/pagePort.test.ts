import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClosedBecause } from '../../../electron/ipc/coreMessages.ts';
import { messageLimits } from '../../../electron/ipc/pageMessage.ts';
import { pageLine, portLimits } from '../../../electron/ipc/pagePort.ts';
import { router } from '../../../electron/ipc/router.ts';
import type { contract } from '../../../shared/contracts/contract.ts';
import { type HandClock, handClock } from '../../doubles/handClock.ts';
import { pagePortPair } from '../../doubles/page/pagePortPair.ts';
import { processorWatch } from '../../doubles/processorWatch.ts';
import { openTestWorkspace, type TestWorkspace } from '../../doubles/workspace/openTestWorkspace.ts';
import { pageOf } from '../../doubles/workspace/pageOf.ts';

let workspace: TestWorkspace;
let clock: HandClock;
let closings: ClosedBecause[];
const unheard: unknown[] = [];
const hear = (reason: unknown) => unheard.push(reason);
beforeAll(async () => {
  workspace = await openTestWorkspace();
  process.on('unhandledRejection', hear);
});
afterAll(async () => {
  process.off('unhandledRejection', hear);
  await workspace.close();
});
beforeEach(() => {
  clock = handClock();
  closings = [];
});
// A rejection that nobody hears ends the core: nothing a page sends may leave one behind.
afterEach(() => expect(unheard).toEqual([]));

const rounds = async (count = 20) => {
  for (let round = 0; round < count; round++) await new Promise<void>((resolve) => setImmediate(resolve));
};

/** The core's end of the line as `core.ts` builds it, and pages that are loaded on it one after the other. */
function openLine() {
  const handler = new RPCHandler(router);
  const { context } = pageOf(workspace);
  const line = pageLine({
    clock,
    upgrade: (port) => handler.upgrade(port, { context }),
    onClosed: (because) => closings.push(because),
  });
  function load() {
    const { corePort, page } = pagePortPair();
    const answers: string[] = [];
    page.on('message', (event) => answers.push(String(event?.data)));
    line.serve(corePort);
    const client: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port: page }));
    page.start();
    return { page, client, answers };
  }
  return { line, load };
}

const call = (p: unknown, i: unknown = '1') => JSON.stringify({ i, p });
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const texts = [
  'x',
  '',
  ' ',
  '{',
  '[]',
  '{}',
  'null',
  '1',
  'true',
  '"x"',
  '[1,2]',
  '\u0000',
  '{"i":"1"}',
  '{"p":{}}',
];
const values = [
  null,
  undefined,
  0,
  1,
  Number.NaN,
  true,
  10n,
  {},
  [],
  [1],
  new Date(0),
  /x/,
  new Map(),
  new Set([1]),
];

/** What no page of ours sends: no message at all, none of this wire's, or one that reaches for more than an input. */
const malformed: readonly unknown[] = [
  ...texts,
  ...values,
  new Uint8Array(3),
  new ArrayBuffer(8),
  { i: '1', p: { u: '/status/get' } },
  new Error('x'),
  { toString: 'x' },
  Object.create(null),
  call(null),
  call([]),
  call({}),
  call({ u: 1 }),
  call({ u: '' }),
  call({ u: 'status/get' }),
  call({ u: '/status' }),
  call({ u: '/status/get/more' }),
  call({ u: '/../status/get' }),
  call({ u: '/status/get?x=1' }),
  call({ u: 'http://elsewhere/status/get' }),
  call({ u: 'file:///etc/passwd' }),
  call({ u: `/${'a'.repeat(100)}/get` }),
  call({ u: '/status/get', m: 'GET' }),
  call({ u: '/status/get', h: { 'content-type': 'multipart/form-data' } }),
  call({ u: '/status/get', h: { 'content-disposition': 'attachment; filename="x"' } }),
  call({ u: '/status/get', h: { 'content-type': 'text/event-stream' } }),
  call({ u: '/status/get', b: [] }),
  call({ u: '/status/get', b: 'x' }),
  call({ u: '/status/get', b: { json: 1, more: 1 } }),
  call({ u: '/status/get', b: { json: {}, meta: [[3, '__proto__', 'x']] } }),
  call({ u: '/status/get', b: { json: {}, meta: [[3, 'constructor', 'prototype', 'x']] } }),
  call({ u: '/status/get', b: { json: {}, meta: [['x']] } }),
  call({ u: '/status/get', b: { json: {}, meta: [[-1]] } }),
  call({ u: '/status/get', b: { json: {}, meta: {} } }),
  call({ u: '/status/get' }, 1),
  call({ u: '/status/get' }, ''),
  call({ u: '/status/get' }, 'x'.repeat(100)),
  call({ u: '/status/get' }, { toString: 'x' }),
  '{"i":"1","t":3,"p":{"e":"message","d":{"json":1}}}',
  '{"i":"1","t":2,"p":{}}',
  '{"i":"1","t":"4"}',
  '{"i":"1","t":4,"p":{}}',
  '{"__proto__":{"u":"/status/get"},"i":"1"}',
  deep(500_000),
];

describe('a page that was taken over', () => {
  it(`is cut off at the first of ${malformed.length} malformed messages, and the next page is served`, async () => {
    expect(malformed.length).toBeGreaterThanOrEqual(60);
    const { load } = openLine();
    for (const message of malformed) {
      const { page, answers } = load();
      page.postMessage(message);
      page.postMessage(call({ u: '/status/get', b: {} }, '2'));
      await rounds();
      expect([closings.splice(0), answers]).toEqual([['malformed'], []]);
    }
    expect(await load().client.operators.list()).toEqual([]);
    expect(closings).toEqual([]);
  });

  it('is answered no more than a burst of 10,000 messages at once, then cut off', async () => {
    const { load } = openLine();
    const { page, answers } = load();
    for (let no = 0; no < 10_000; no++) page.postMessage(call({ u: '/settings/carriers', b: {} }, `${no}`));
    await rounds(200);
    expect(closings).toEqual(['flood']);
    expect(answers.length).toBeLessThanOrEqual(portLimits.burst);
    expect(await load().client.operators.list()).toEqual([]);
  });

  it('is heard again and again at a pace that a person could want', async () => {
    const { load } = openLine();
    const { client } = load();
    for (let second = 0; second < 10; second++) {
      for (let no = 0; no < portLimits.perSecond; no += 50) await client.operators.list();
      await clock.advance(1_000);
    }
    expect(closings).toEqual([]);
  });

  it('cannot make the core take in 200 MB: it is cut off before the text is read', async () => {
    const { load } = openLine();
    const { page, answers } = load();
    const huge = `{"i":"1","p":{"u":"/orders/window","b":{"json":"${'x'.repeat(200_000_000)}"}}}`;
    const spentMs = processorWatch();
    page.postMessage(huge);
    await expect.poll(() => closings).toEqual(['too-large']);
    expect(spentMs()).toBeLessThan(5_000);
    expect(answers).toEqual([]);
    const pasted = `{"i":"1","p":{"u":"/imports/recognise","b":{"json":"${'x'.repeat(60_000_000)}"}}}`;
    load().page.postMessage(pasted);
    await expect.poll(() => closings).toEqual(['too-large', 'too-large']);
  });

  it('holds a bounded number of streams open', async () => {
    const { load } = openLine();
    const { client } = load();
    const streams = [];
    for (let no = 0; no < portLimits.openStreams; no++) streams.push(await client.status.changes());
    await streams.pop()?.return?.(undefined);
    await rounds();
    streams.push(await client.status.changes());
    expect(closings).toEqual([]);
    client.status.changes().catch(() => undefined);
    await expect.poll(() => closings).toEqual(['too-many-streams']);
  });
});

it('a spreadsheet of pasted cells is taken in as ever', async () => {
  const { load } = openLine();
  const { client } = load();
  const rows = Array.from(
    { length: 100_000 },
    (_, no) => `NO${no}\t林\t13800000007\t上海市静安区共和新路1968弄${no}号`,
  );
  const pasted = ['订单号\t姓名\t电话\t地址', ...rows].join('\n');
  const read = await client.imports.recognise({ name: '粘贴', overrides: { pasted } });
  expect(pasted.length).toBeGreaterThan(messageLimits.characters);
  expect(read).toMatchObject({ format: 'clipboard' });
  expect(closings).toEqual([]);
});

describe('a workspace that is locked, or whose operator has left', () => {
  it('ends the streams of the page, answers what was asked, and serves the page on a new port only', async () => {
    const { line, load } = openLine();
    const { client, answers, page } = load();
    const changes = await client.status.changes();
    const next = changes.next();
    const list = client.operators.list();
    line.leave();
    line.leave();
    expect(await list).toEqual([]);
    await clock.advance(2_500);
    expect(closings).toEqual(['left']);
    await expect(next).rejects.toThrow();
    const answered = answers.length;
    page.postMessage(call({ u: '/status/get', b: {} }, '99'));
    await rounds();
    expect(answers).toHaveLength(answered);
    expect(await load().client.operators.list()).toEqual([]);
  });

  it('leaves a page alone that was loaded meanwhile', async () => {
    const { line, load } = openLine();
    load();
    line.leave();
    const { client } = load();
    await clock.advance(2_500);
    expect(closings).toEqual([]);
    expect(await client.operators.list()).toEqual([]);
  });
});
