import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nothingKnown } from '../../../../../electron/usecases/tracking/storeSnapshot.ts';
import { happened } from '../../../../../shared/errors/outcome.ts';
import { RobotServer } from '../../../../doubles/channels/robotServer.ts';
import { scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const hour = 3_600_000;
const waybillNo = '73610555582883';
const { orderNo } = sampleOrder(1);
let workspace: TestWorkspace;
let asked: number;

beforeEach(async () => {
  asked = 0;
  const platform = {
    ...scriptedPlatform(),
    arrival: async () => {
      asked++;
      return happened({ expectedAt: workspace.clock.now() + 48 * hour, words: '后天下午可达' });
    },
  };
  workspace = await openTestWorkspace({ platforms: [platform] });
  const account = await testAccount(workspace, { platform: 'scripted' });
  const now = workspace.clock.now();
  const order = sampleOrder(1, { state: 'booked', waybillNo });
  await workspace.store.write(async (write) => {
    await write.orders.insertMany([order]);
    await write.tracking.follow({
      ...nothingKnown,
      waybillNo,
      carrier: 'ZTO',
      orderId: order.id,
      orderNo,
      accountId: account.id,
      phoneTail: '8000',
      state: 'in-transit',
      lastText: '快件正送往杭州，快递员：王小明，电话：13800138000。',
      lastAt: now - hour,
      checkedAt: now,
      nextDueAt: now,
      bookedAt: now - 24 * hour,
    });
  });
});
afterEach(() => workspace.close());

const run = (name: string, ...words: string[]) => runCommand(workspace, commandNamed(name), words);
const day = (daysAhead: number) =>
  new Date(workspace.clock.now() + daysAhead * 24 * hour + 8 * hour).toISOString().slice(0, 10);

describe('parcel arrival', () => {
  it('shows what is known, and asks the platform only with --ask', async () => {
    expect(await run('parcel arrival', waybillNo)).toMatchObject({
      value: { exitCode: 0, json: { waybillNo, promisedAt: null, told: null, own: null } },
    });
    expect(asked).toBe(0);
    expect(await run('parcel arrival', waybillNo, '--ask')).toMatchObject({
      value: { json: { told: { words: '后天下午可达', expectedAt: expect.stringMatching(/^\d{4}-.*Z$/) } } },
    });
    expect(asked).toBe(1);
  });

  it('refuses a number that nobody follows', async () => {
    expect(await run('parcel arrival', 'X1')).toMatchObject({ ok: false, code: 'PARCEL_NOT_FOLLOWED' });
  });
});

describe('parcel promise', () => {
  it('takes a day to its end by the shop’s clock, and gives the promise back with --none', async () => {
    const said = day(3);
    const promisedAt = new Date(Date.parse(`${said}T23:59+08:00`)).toISOString();
    expect(await run('parcel promise', waybillNo, '--by', said)).toMatchObject({
      value: { exitCode: 0, json: { promisedAt: expect.any(String), promiseFrom: 'person' } },
    });
    const row = await workspace.store.read.tracking.byWaybill(waybillNo);
    expect(new Date(row?.promisedAt ?? 0).toISOString()).toBe(promisedAt);
    expect(await run('parcel promise', waybillNo, '--none')).toMatchObject({
      value: { json: { promisedAt: null, standing: 'no-promise' } },
    });
  });

  it('is refused without a moment, with one that is none, and with one a year ahead', async () => {
    expect(await run('parcel promise', waybillNo)).toMatchObject({ ok: false, code: 'USAGE' });
    expect(await run('parcel promise', waybillNo, '--by', 'tomorrow')).toMatchObject({ code: 'USAGE' });
    expect(await run('parcel promise', waybillNo, '--by', day(500))).toMatchObject({
      code: 'PROMISE_REFUSED',
    });
  });
});

describe('parcel notice', () => {
  it('writes the masked text and sends nothing by itself', async () => {
    const notice = await run('parcel notice', waybillNo);
    expect(notice).toMatchObject({ value: { exitCode: 0, json: { waybillNo, sentAt: null } } });
    for (const hidden of ['王小明', '13800138000']) expect(JSON.stringify(notice)).not.toContain(hidden);
    expect(await run('parcel notice', waybillNo, '--send')).toMatchObject({ code: 'NOTICE_HOOK_NONE' });
  });

  it('goes to the webhook that was set, whose secret is read from standard input and never shown', async () => {
    const server = await new RobotServer().start();
    try {
      const hook = commandNamed('parcel hook');
      const set = await runCommand(
        workspace,
        hook,
        ['--url', `${server.base}/hook`],
        ['very-secret', 'more'],
      );
      expect(set).toMatchObject({ value: { json: { hook: { host: expect.any(String), hasSecret: true } } } });
      expect(JSON.stringify(set)).not.toContain('very-secret');
      expect(await run('parcel notice', waybillNo, '--send')).toMatchObject({
        value: { json: { sentAt: expect.stringMatching(/Z$/) } },
      });
      expect(server.posts).toHaveLength(1);
      expect(await run('parcel hook', '--off')).toMatchObject({ value: { json: { hook: null } } });
    } finally {
      await server.stop();
    }
  });
});

describe('parcel help', () => {
  it('names whom to call and what to say for each wish', async () => {
    expect(await run('parcel help', waybillNo, 'stop')).toMatchObject({
      value: { exitCode: 0, json: { phone: '95311', isTooLate: false } },
    });
    expect(await run('parcel help', waybillNo, 'dance')).toMatchObject({ ok: false, code: 'USAGE' });
  });
});

describe('returns', () => {
  it('are noted, found when they are scanned, and listed by their state', async () => {
    expect(
      await run('returns add', 'SF1385628716739', '--order', orderNo, '--carrier', '顺丰'),
    ).toMatchObject({
      value: { exitCode: 0, json: { orderNo, carrier: 'SF', state: 'expected', receivedAt: null } },
    });
    const scan = () => run('returns scan', 'sf1385628716739', '--note', '盒子破了');
    expect(await scan()).toMatchObject({ value: { exitCode: 0, json: { orderNo, state: 'received' } } });
    expect(await scan()).toMatchObject({
      value: { json: { wasReceived: true }, human: [expect.stringContaining('received before')] },
    });
    expect(await run('returns list', '--state', 'received')).toMatchObject({
      value: { json: { total: 1, returns: [{ orderNo, note: '盒子破了' }] } },
    });
    expect(await run('returns list', '--state', 'expected')).toMatchObject({ value: { json: { total: 0 } } });
  });

  it('exit 3 for a parcel nobody knows, and keep it', async () => {
    expect(await run('returns scan', 'JT0001')).toMatchObject({
      value: {
        exitCode: 3,
        json: { orderNo: '' },
        human: [expect.anything(), expect.stringContaining('returns add JT0001')],
      },
    });
    expect(await run('returns add', 'JT0001', '--order', orderNo)).toMatchObject({
      value: { json: { orderNo, state: 'received' } },
    });
    expect(await run('returns list')).toMatchObject({ value: { json: { total: 1 } } });
  });

  it('say so where there is none, and where there are more than are shown', async () => {
    const human = async (...words: string[]) => {
      const outcome = await run('returns list', ...words);
      return outcome.ok ? outcome.value.human : [];
    };
    expect(await human()).toEqual(['none']);
    await run('returns scan', 'JT0001');
    await run('returns scan', 'JT0002');
    expect(await human('--limit', '1')).toHaveLength(2);
    expect((await human('--limit', '1')).at(-1)).toContain('1 of 2');
  });

  it('refuse an order that is not here, and a carrier nobody knows, instead of dropping it', async () => {
    expect(await run('returns add', 'SF1385628716739', '--order', 'NOPE')).toMatchObject({
      ok: false,
      code: 'ORDER_NOT_FOUND',
    });
    const strange = [
      'returns add',
      'SF1385628716739',
      '--order',
      orderNo,
      '--carrier',
      'flying carpet',
    ] as const;
    expect(await run(...strange)).toMatchObject({ ok: false, code: 'CARRIER_UNKNOWN' });
  });
});
