import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { type ContractRouterClient, oc } from '@orpc/contract';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pageLine } from '../../../../electron/ipc/pagePort.ts';
import { handClock } from '../../../doubles/handClock.ts';
import { pagePortPair } from '../../../doubles/page/pagePortPair.ts';

const contract = { double: oc.input(z.number()).output(z.number()) };
const router = { double: implement(contract).double.handler(({ input }) => input * 2) };

it('a contract is served over a page port just as main hands it over', async () => {
  const { corePort, page } = pagePortPair();
  new RPCHandler(router).upgrade(corePort);
  corePort.start();
  const client: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port: page }));
  page.start();
  expect(await client.double(21)).toBe(42);
  await expect(client.double('x' as unknown as number)).rejects.toThrow();
  page.close();
});

describe('long work beside a page', () => {
  const calls = { sums: contract };

  /** A page whose questions are answered when the test says so. */
  function openLine() {
    const clock = handClock();
    const { corePort, page } = pagePortPair();
    const answers: (() => void)[] = [];
    const waiting = implement(contract).double.handler(async ({ input }) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return input * 2;
    });
    const handler = new RPCHandler({ sums: { double: waiting } });
    const line = pageLine({ clock, upgrade: (port) => handler.upgrade(port), onClosed: () => undefined });
    const client: ContractRouterClient<typeof calls> = createORPCClient(new RPCLink({ port: page }));
    page.start();
    const asked = (count: number) => expect.poll(() => answers.length).toBe(count);
    return { line, clock, client, asked, corePort, answer: (at: number) => answers[at]?.() };
  }

  /** Whether work goes on by itself, without time that passes. */
  async function goesOn(giving: Promise<void>): Promise<boolean> {
    let isOver = false;
    void giving.then(() => {
      isOver = true;
    });
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    return isOver;
  }

  it('gives way to a page that draws what it was answered, for three frames and no longer', async () => {
    const { line, clock, client, asked, corePort, answer } = openLine();
    line.serve(corePort);
    const doubled = client.sums.double(21);
    await asked(1);
    answer(0);
    await doubled;
    const giving = line.giveWay();
    expect(await goesOn(giving)).toBe(false);
    await clock.advance(45);
    expect(await goesOn(giving)).toBe(false);
    await clock.advance(5);
    expect(await goesOn(giving)).toBe(true);
    expect(await goesOn(line.giveWay())).toBe(true);
  });

  it('goes on while a page waits for an answer: it may wait for the very work', async () => {
    const { line, clock, client, asked, corePort, answer } = openLine();
    line.serve(corePort);
    const first = client.sums.double(1);
    await asked(1);
    answer(0);
    await first;
    const giving = line.giveWay();
    expect(await goesOn(giving)).toBe(false);
    const second = client.sums.double(2);
    await asked(2);
    await clock.advance(5);
    expect(await goesOn(giving)).toBe(true);
    answer(1);
    await second;
  });

  it('goes on where no page is open, and where the page has just gone', async () => {
    const { line, clock, client, asked, corePort, answer } = openLine();
    expect(await goesOn(line.giveWay())).toBe(true);
    line.serve(corePort);
    const doubled = client.sums.double(21);
    await asked(1);
    answer(0);
    await doubled;
    const giving = line.giveWay();
    corePort.close();
    line.serve(pagePortPair().corePort);
    await clock.advance(5);
    expect(await goesOn(giving)).toBe(true);
  });

  it('begins once the page has what it opened with, and asks nothing more', async () => {
    const { line, clock, client, asked, corePort, answer } = openLine();
    const served = line.untilServed();
    line.serve(corePort);
    const first = client.sums.double(1);
    await asked(1);
    await clock.advance(200);
    expect(await goesOn(served)).toBe(false);
    answer(0);
    await first;
    const second = client.sums.double(2);
    await asked(2);
    await clock.advance(200);
    expect(await goesOn(served)).toBe(false);
    answer(1);
    await second;
    await clock.advance(80);
    expect(await goesOn(served)).toBe(false);
    await clock.advance(20);
    expect(await goesOn(served)).toBe(true);
  });

  it('begins after two seconds where no page asks', async () => {
    const { line, clock } = openLine();
    const served = line.untilServed();
    for (let look = 0; look < 99; look++) await clock.advance(20);
    expect(await goesOn(served)).toBe(false);
    await clock.advance(20);
    expect(await goesOn(served)).toBe(true);
  });
});

describe('calls of a page in line', () => {
  const searches = { orders: { find: oc.input(z.string()).output(z.string()) } };

  /** A page that searches, and what of it the core has begun to look for. */
  function openSearch() {
    const { corePort, page } = pagePortPair();
    const begun: string[] = [];
    const find = implement(searches).orders.find.handler(({ input }) => {
      begun.push(input);
      return input.toUpperCase();
    });
    const handler = new RPCHandler({ orders: { find } });
    const line = pageLine({
      clock: handClock(),
      upgrade: (port) => handler.upgrade(port),
      onClosed: () => undefined,
    });
    const client: ContractRouterClient<typeof searches> = createORPCClient(new RPCLink({ port: page }));
    line.serve(corePort);
    page.start();
    return { client, begun };
  }

  it('whoever types on is answered the last text, and those between are never looked for', async () => {
    const { client, begun } = openSearch();
    let given = new AbortController();
    const typed = ['a', 'ab', 'abc', 'abcd'].map((text) => {
      given.abort();
      given = new AbortController();
      return client.orders.find(text, { signal: given.signal }).catch(() => null);
    });
    expect(await Promise.all(typed)).toEqual([null, null, null, 'ABCD']);
    expect(begun).toEqual(['abcd']);
  });

  it('all that the page waits for is begun, in the order it was asked', async () => {
    const { client, begun } = openSearch();
    const texts = ['a', 'b', 'c'];
    expect(await Promise.all(texts.map((text) => client.orders.find(text)))).toEqual(['A', 'B', 'C']);
    expect(begun).toEqual(texts);
  });
});
