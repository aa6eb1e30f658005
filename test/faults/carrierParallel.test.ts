import { afterEach, expect, it } from 'vitest';
import { kdniaoPlatform } from '../../electron/carriers/kdniao/kdniaoPlatform.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { nodeHttp } from '../../electron/platform/nodeHttp.ts';
import { KdniaoServer } from '../doubles/platforms/kdniaoServer.ts';
import type { ScriptedFault } from '../doubles/platforms/scriptedFaults.ts';
import { seededChance } from '../doubles/seededChance.ts';
import { sampleAccount, sampleBooking } from '../doubles/workspace/sampleBooking.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const kinds: readonly ScriptedFault['kind'][] = [
  'delay',
  'accept-then-drop',
  'reset-before',
  'html',
  'cut-json',
];

it.each([1, 2, 3])(
  'gives each of 120 parallel orders its own waybill through delays, drops and cuts (seed %i)',
  async (seed) => {
    const random = seededChance(seed);
    const server = new KdniaoServer();
    const endpoint = await server.listen();
    const http = nodeHttp();
    closers.push(
      () => server.close(),
      () => http.close(),
    );
    const account = sampleAccount({ endpoint, merchantId: server.merchantId, secret: server.apiKey });
    const ports = { http, clock: systemClock };
    const requests = Array.from({ length: 120 }, (_, index) => {
      const orderCode = `P${String(index).padStart(4, '0')}`;
      const kind = kinds[Math.floor(random() * kinds.length)] ?? 'delay';
      server.faults.add({ kind, orderCode, times: 1 + Math.floor(random() * 2), delayMs: random() * 60 });
      return sampleBooking({ orderCode });
    });

    const numbers = await Promise.all(
      requests.map(async (request) => {
        let reply = await kdniaoPlatform.book(request, account, ports);
        for (let tries = 0; !reply.ok && tries < 5; tries += 1) {
          expect(reply.certainty).toBe('unknown');
          reply = await kdniaoPlatform.find(request, account, ports);
        }
        return reply.ok ? reply.value.waybillNo : reply.code;
      }),
    );

    expect(server.ledger.lines).toHaveLength(120);
    requests.forEach((request, index) => {
      expect(numbers[index]).toBe(server.ledger.ofOrder(request.orderCode)[0]?.waybillNo);
    });
  },
);
