import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordedCall } from '../../../../../electron/store/schema.ts';
import { readServiceFigures } from '../../../../../electron/usecases/insight/serviceFigures.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleCall } from '../../../../doubles/workspace/sampleCall.ts';
import { sampleShipment } from '../../../../doubles/workspace/sampleShipment.ts';

const minute = 60_000;
const hour = 60 * minute;

let workspace: TestWorkspace;
let start = 0;
let made = 0;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  start = Math.floor(workspace.clock.now() / hour) * hour;
  made = 0;
});
afterEach(() => workspace.close());

async function record(calls: readonly Partial<RecordedCall>[]): Promise<void> {
  await workspace.store.write(async (write) => {
    for (const call of calls) await write.calls.insert(sampleCall(made++, call));
  });
}

const figures = () => readServiceFigures(workspace, { from: start, to: start + 2 * hour });

describe('availability', () => {
  it('counts minutes in which anything was served, and calls minutes without a call unknown, not good', async () => {
    await record([
      ...Array.from({ length: 9 }, (_, no) => ({ at: start + no * minute })),
      // One of two was served: the platform was there.
      { at: start + 20 * minute },
      { at: start + 20 * minute, errorCode: 'CARRIER_DOWN' },
      { at: start + 30 * minute, errorCode: 'NETWORK_TIMEOUT' },
    ]);
    const { wanted, platforms } = (await figures()).availability;
    expect(wanted).toBe(0.999);
    expect(platforms).toEqual([
      { platform: 'kdniao', worked: 10, failed: 1, unknown: 109, share: 10 / 11, isFew: true },
    ]);
  });

  it('is held against nobody whose platform refused an order or was owed money', async () => {
    await record([
      { at: start, errorCode: 'CARRIER_REFUSED' },
      { at: start + minute, errorCode: 'CARRIER_ARREARS' },
    ]);
    expect((await figures()).availability.platforms).toMatchObject([{ worked: 2, failed: 0 }]);
  });

  it('of one account that is served speaks for its platform, whatever another account meets', async () => {
    await record([
      { at: start, accountId: 'a1' },
      { at: start, accountId: 'a2', errorCode: 'NETWORK_TIMEOUT' },
      { at: start, accountId: 'b', platform: 'sf', errorCode: 'NETWORK_TIMEOUT' },
    ]);
    expect((await figures()).availability.platforms).toMatchObject([
      { platform: 'kdniao', worked: 1, failed: 0 },
      { platform: 'sf', worked: 0, failed: 1 },
    ]);
  });

  it('knows nothing where nobody called', async () => {
    expect((await figures()).availability.platforms).toEqual([]);
  });
});

it('says what waits, and since when the oldest does', async () => {
  await workspace.store.write(async (write) => {
    for (const no of [1, 2, 3])
      await write.shipments.insert(
        sampleShipment({ id: `s${no}`, orderCode: `c${no}`, createdAt: start + no * minute }),
      );
  });
  const { queues } = await figures();
  expect(queues.booking).toEqual({ count: 3, oldestAt: start + minute });
  expect(queues.printing).toEqual({ count: 0, oldestAt: null });
});

it('says when a question about a parcel was last answered, and not when it was last asked in vain', async () => {
  expect((await figures()).sync.lastAnswerAt).toBeNull();
  await record([
    { at: start + 3 * minute, interfaceName: 'track' },
    { at: start + 5 * minute, interfaceName: 'track', errorCode: 'NETWORK_TIMEOUT' },
    { at: start + 6 * minute },
  ]);
  expect((await figures()).sync.lastAnswerAt).toBe(start + 3 * minute);
});

it('has no share of labels that came out where none was to come out', async () => {
  expect((await figures()).prints).toMatchObject({ printed: 0, share: null, isFew: true });
});
