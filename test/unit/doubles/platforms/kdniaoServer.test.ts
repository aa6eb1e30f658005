import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { bookingToWire } from '../../../../electron/carriers/kdniao/bookingToWire.ts';
import { formOf } from '../../../../electron/carriers/kdniao/call.ts';
import { formText } from '../../../../electron/carriers/kit/exchange.ts';
import { KdniaoServer } from '../../../doubles/platforms/kdniaoServer.ts';
import { RequestMeter } from '../../../doubles/platforms/requestMeter.ts';
import { sampleAccount, sampleBooking } from '../../../doubles/workspace/sampleBooking.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function started(ledgerFile: string | null = null) {
  const server = new KdniaoServer({ ledgerFile });
  const url = await server.listen();
  closers.push(() => server.close());
  const send = async (body: string) => (await fetch(url, { method: 'POST', body })).json();
  return { server, url, send };
}

const body = formText(formOf('1007', bookingToWire(sampleBooking(), sampleAccount()), sampleAccount()));

describe('the KDNiao double', () => {
  it('takes bodies that were encoded once, and such that were encoded twice', async () => {
    const { send } = await started();
    const twice = body.replace(/(RequestData|DataSign)=([^&]*)/g, (_all, key, value) => {
      return `${key}=${encodeURIComponent(value)}`;
    });
    expect(await send(body)).toMatchObject({ ResultCode: '100' });
    expect(await send(twice)).toMatchObject({ ResultCode: '106' });
  });

  it('refuses one changed byte under an old signature', async () => {
    const { server, send } = await started();
    expect(await send(body.replace('T20260101001', 'T20260101002'))).toMatchObject({ ResultCode: '102' });
    expect(server.ledger.lines).toEqual([]);
  });

  it('remembers in its file what it booked, over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kdniao-'));
    closers.push(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'ledger.jsonl');
    const first = await (await started(file)).send(body);
    const again = await (await started(file)).send(body);
    expect(again).toMatchObject({ ResultCode: '106', Order: { LogisticCode: first.Order.LogisticCode } });
  });

  it('misbehaves for the order and the call it was told, from outside too', async () => {
    const { url, send } = await started();
    const rules = [{ kind: 'reply', orderCode: '0101', call: 2, body: { Reason: 'scripted' } }];
    await fetch(`${url}/__faults`, { method: 'POST', body: JSON.stringify(rules) });
    expect(await send(body)).toMatchObject({ ResultCode: '100' });
    expect(await send(body)).toEqual({ Reason: 'scripted' });
    expect(await send(body)).toMatchObject({ ResultCode: '106' });
    const stats = await (await fetch(`${url}/__stats`)).json();
    expect(stats['1007'].total).toBe(3);
    const ledger = await (await fetch(`${url}/__ledger`)).json();
    expect(ledger).toHaveLength(1);
  });
});

describe('the request meter', () => {
  it('finds the fullest second wherever it begins', () => {
    const meter = new RequestMeter();
    for (const atMs of [0, 900, 950, 1_000, 1_899, 1_900, 5_000]) meter.mark(atMs);
    expect(meter.peakPerSecond()).toBe(4);
    expect(meter.total).toBe(7);
  });
});
