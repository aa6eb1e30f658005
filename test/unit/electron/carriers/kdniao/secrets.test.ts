import { describe, expect, it } from 'vitest';
import { kdniaoPlatform } from '../../../../../electron/carriers/kdniao/kdniaoPlatform.ts';
import type { PlatformPorts, PlatformReply } from '../../../../../electron/carriers/kit/carrierPlatform.ts';
import { systemClock } from '../../../../../electron/platform/clock.ts';
import { happened, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import { describeError } from '../../../../../shared/text/describeError.ts';
import { sampleAccount, sampleBooking } from '../../../../doubles/workspace/sampleBooking.ts';

const account = sampleAccount({
  secret: 'canary-secret-0001',
  fields: {
    CustomerName: 'canary-name-0002',
    CustomerPwd: 'canary-pwd-0003',
    MonthCode: 'canary-month-0004',
  },
});
const canaries = [account.secret, ...Object.values(account.fields)];
const request = sampleBooking({ remark: '放门口找王姐' });
const { sender, receiver } = request;
const personal = [sender, receiver].flatMap(({ name, phone, detail }) => [name, phone, detail]);
const phoneTail = '8000';
const pickup = { ...request, pickupKind: 'appointment' } as const;

type Call = (ports: PlatformPorts) => Promise<PlatformReply<unknown>> | undefined;
const calls: Readonly<Record<string, Call>> = {
  book: (ports) => kdniaoPlatform.book(request, account, ports),
  find: (ports) => kdniaoPlatform.find(request, account, ports),
  void: (ports) =>
    kdniaoPlatform.void({ orderCode: 'T1', carrier: 'ZTO', waybillNo: '73610555582883' }, account, ports),
  track: (ports) =>
    kdniaoPlatform.track(
      { waybillNo: '73610555582883', carrier: 'ZTO', phoneTail, bookedAt: null },
      account,
      ports,
    ),
  recognise: (ports) => kdniaoPlatform.recognise('73610555582883', account, ports),
  test: (ports) => kdniaoPlatform.test(account, ports),
  parseAddress: (ports) => kdniaoPlatform.parseAddress?.(personal.join(' '), account, ports),
  checkReach: (ports) => kdniaoPlatform.checkReach?.({ sender, receiver, carrier: '' }, account, ports),
  balance: (ports) => kdniaoPlatform.balance?.({ carrier: 'ZTO' }, account, ports),
  freight: (ports) =>
    kdniaoPlatform.freight?.({ sender, receiver, carrier: '', weightGrams: 1_000 }, account, ports),
  arrival: (ports) =>
    kdniaoPlatform.arrival?.(
      { carrier: 'ZTO', waybillNo: '', sender, receiver, sentAt: 0, weightGrams: null, phoneTail },
      account,
      ports,
    ),
  subscribe: (ports) =>
    kdniaoPlatform.subscribe?.(
      { carrier: 'ZTO', waybillNo: '73610555582883', orderCode: 'T1', phoneTail, callbackUrl: '' },
      account,
      ports,
    ),
  orderPickup: (ports) => kdniaoPlatform.orderPickup?.(pickup, account, ports),
  findPickup: (ports) => kdniaoPlatform.findPickup?.(pickup, account, ports),
  cancelPickup: (ports) =>
    kdniaoPlatform.cancelPickup?.(
      { pickupKind: 'door', orderCode: 'T1', carrier: 'ZTO', waybillNo: '', reason: '' },
      account,
      ports,
    ),
};

/** A hostile or broken platform that sends back all it was told, in every place a reply has for words. */
const echo = [...canaries, ...personal].join(' ');
const replies: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(
    ['101', '102', '103', '104', '105', '106', '405', '999', echo].map((code) => [
      `refusal ${code.slice(0, 5)}`,
      { Success: false, ResultCode: code, Reason: `拒绝 ${echo}`, UniquerRequestNumber: echo },
    ]),
  ),
  'another order': { Success: true, ResultCode: '100', Order: { OrderCode: echo, LogisticCode: echo } },
  nonsense: { [echo]: echo },
};

const answering = (body: unknown): PlatformPorts => ({
  clock: systemClock,
  http: {
    send: async () =>
      happened({ status: 200, headers: {}, body: new TextEncoder().encode(JSON.stringify(body)) }),
  },
});
const cut: PlatformPorts = {
  clock: systemClock,
  http: { send: async () => unknownOutcome('NETWORK_CUT', { host: 'api.kdniao.com' }) },
};

const troubles = [
  ...Object.entries(replies).map(([what, body]) => ({ what, ports: answering(body) })),
  { what: 'a cut line', ports: cut },
];

describe.each(Object.entries(calls))('%s', (name, call) => {
  it.each(troubles)('lets no secret and no person out after $what', async ({ ports }) => {
    const reply = await call(ports);
    if (reply === undefined || reply.ok) return;
    const said = [JSON.stringify(reply)];
    for (const language of ['zh-CN', 'en'] as const)
      said.push(...Object.values(describeError(reply.code, reply.params, language)));
    const text = said.join('\n');
    for (const canary of [...canaries, ...personal]) expect(text, name).not.toContain(canary);
  });
});

it('offers exactly what it says it offers', () => {
  const offered = Object.keys(calls).filter((name) => name !== 'readPush');
  expect([...kdniaoPlatform.manifest.capabilities].sort()).toEqual([...offered, 'readPush'].sort());
});
