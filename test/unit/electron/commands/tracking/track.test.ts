import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { didNotHappen, happened } from '../../../../../shared/errors/outcome.ts';
import { describeError } from '../../../../../shared/text/describeError.ts';
import { scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';

const trackCommand = commandNamed('track');

let workspace: TestWorkspace;
let asked: { readonly waybillNo: string; readonly carrier: string | null }[];

beforeEach(async () => {
  asked = [];
  const platform = {
    ...scriptedPlatform(),
    track: async ({ waybillNo, carrier }: (typeof asked)[number]) => {
      asked.push({ waybillNo, carrier });
      return happened({
        waybillNo,
        carrier: carrier ?? '',
        state: 'none' as const,
        exception: '' as const,
        events: [],
      });
    },
  };
  workspace = await openTestWorkspace({ platforms: [platform] });
  await testAccount(workspace, { platform: 'scripted' });
});
afterEach(() => workspace.close());

const track = (...words: string[]) => runCommand(workspace, trackCommand, words);

describe('track of a number from elsewhere', () => {
  it('asks with the carrier as people write it, and with the number as carriers print it', async () => {
    expect(await track(' sf1385628716739', '--carrier', '顺丰')).toMatchObject({ ok: true });
    expect(asked).toEqual([{ waybillNo: 'SF1385628716739', carrier: 'SF' }]);
  });

  it('takes a carrier that is reported later, in place of the one it did not recognise', async () => {
    await track('3967950525457');
    await track('3967950525457', '--carrier', 'yd');
    expect(asked.map(({ carrier }) => carrier)).toEqual([null, 'YD']);
  });

  it('recognises the carrier by the form of the number, and asks with it at once', async () => {
    await track('73610555582883');
    expect(asked).toEqual([{ waybillNo: '73610555582883', carrier: 'ZTO' }]);
  });

  it('keeps the carrier we booked with', async () => {
    const now = workspace.clock.now();
    await track('73610555582883', '--carrier', 'ZTO');
    await workspace.store.write((write) =>
      write.tracking.update('73610555582883', { orderId: 'order', nextDueAt: now }),
    );
    await track('73610555582883', '--carrier', 'YTO');
    expect(asked.at(-1)?.carrier).toBe('ZTO');
  });

  it('says that a number of nobody that is written well can be asked for with its carrier', async () => {
    const refused = await track('5685685685685685');
    expect(refused).toMatchObject({ ok: false, code: 'WAYBILL_INVALID' });
    const says = describeError(
      'WAYBILL_INVALID',
      { waybillNo: '5685685685685685' },
      'en',
      'commandLine',
    ).next;
    expect(says).toContain('name that with --carrier');
    expect(await track('5685685685685685', '--carrier', 'YTO')).toMatchObject({ ok: true });
    expect(asked.at(-1)).toMatchObject({ waybillNo: '5685685685685685', carrier: 'YTO' });
  });

  it.each(['运单号', '../../etc', '123', '7'.repeat(36)])('refuses %s and asks nobody', async (waybillNo) => {
    expect(await track(waybillNo)).toMatchObject({ ok: false, code: 'WAYBILL_INVALID' });
    expect(asked).toEqual([]);
  });
});

describe('track without a number', () => {
  it('says that nothing is followed', async () => {
    expect(await track()).toMatchObject({ value: { exitCode: 0, human: ['none'] } });
  });
});

describe('track of several numbers', () => {
  it('shows those it can ask for, names the one that is none, and exits 3', async () => {
    expect(await track('73610555582883', 'hello', 'YT8962646785389')).toMatchObject({
      value: {
        exitCode: 3,
        json: {
          shipments: [{ waybillNo: '73610555582883' }, { waybillNo: 'YT8962646785389' }],
          refused: [{ waybillNo: 'HELLO', code: 'WAYBILL_INVALID' }],
        },
        human: expect.arrayContaining([expect.stringMatching(/^HELLO does not/)]),
      },
    });
    expect(asked.map(({ waybillNo }) => waybillNo)).toEqual(['73610555582883', 'YT8962646785389']);
  });
});

describe('track where no window is ever open', () => {
  it('finds the exception that the answer tells of, at that time, for lists, alarms and reviews', async () => {
    const [platform] = workspace.platforms.filter(({ manifest }) => manifest.id === 'scripted');
    const refused = { waybillNo: '73610555582883', carrier: 'ZTO', state: 'exception', exception: 'refused' };
    const event = {
      at: workspace.clock.now(),
      text: '客户拒收',
      location: '',
      status: 'exception',
      rawStatus: '',
    };
    Object.assign(platform as object, { track: async () => happened({ ...refused, events: [event] }) });
    const askedAt = workspace.clock.now();
    await track('73610555582883', '--carrier', 'ZTO');
    const span = { from: askedAt, to: askedAt + 1 };
    expect(await workspace.store.read.lookBack.casesOpened(span)).toMatchObject([
      { kind: 'refused', total: 1 },
    ]);
    // The rule about overdue exceptions sees it, too.
    await workspace.clock.advance(14 * 24 * 3_600_000);
    const checked = await runCommand(workspace, commandNamed('alarms check'), []);
    expect(JSON.stringify(checked)).toContain('"cases"');
  });
});

describe('track while the platform is down', () => {
  it('shows what is known with its age, says that the question failed, and exits 3', async () => {
    await track('73610555582883', '--carrier', 'ZTO');
    const knownAt = new Date(workspace.clock.now()).toISOString();
    await workspace.clock.advance(3_600_000);
    const [platform] = workspace.platforms.filter(({ manifest }) => manifest.id === 'scripted');
    Object.assign(platform as object, { track: async () => didNotHappen('NETWORK_REFUSED', { host: 'h' }) });
    const outcome = await track('73610555582883');
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        exitCode: 3,
        json: {
          shipments: [{ waybillNo: '73610555582883', state: 'none', checkedAt: knownAt }],
          failed: 1,
          errorCode: 'NETWORK_REFUSED',
        },
      },
    });
  });

  it('shows a number nobody ever asked for as not known, exit 3 as well', async () => {
    const [platform] = workspace.platforms.filter(({ manifest }) => manifest.id === 'scripted');
    Object.assign(platform as object, { track: async () => didNotHappen('CARRIER_WRONG_REPLY') });
    expect(await track('73610555582883', '--carrier', 'ZTO')).toMatchObject({
      value: { exitCode: 3, json: { shipments: [{ checkedAt: null }], errorCode: 'CARRIER_WRONG_REPLY' } },
    });
  });
});
