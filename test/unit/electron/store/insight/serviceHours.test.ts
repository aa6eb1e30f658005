import { expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../../../../shared/rules/shopTime.ts';
import { seededChance } from '../../../../doubles/seededChance.ts';
import { sampleCall } from '../../../../doubles/workspace/sampleCall.ts';
import { storeDesk } from '../../../../doubles/workspace/storeDesk.ts';

const desk = storeDesk();
const begin = Date.UTC(2026, 10, 27, 21);
const hours = 5;

/** Calls of two platforms at any time of five hours, every third without an answer. */
async function callAround(seed: number): Promise<void> {
  const chance = seededChance(seed);
  await desk.store.write(async (write) => {
    for (let no = 0; no < 300; no++) {
      const platform = chance() < 0.4 ? 'kdniao' : 'sf';
      await write.calls.insert(
        sampleCall(no, {
          id: `c${String(no).padStart(4, '0')}`,
          at: begin + Math.floor(chance() * hours * hourMs),
          platform,
          accountId: `${platform}-${chance() < 0.5 ? 1 : 2}`,
          interfaceName: chance() < 0.5 ? 'book' : 'track',
          errorCode: chance() < 0.33 ? 'CARRIER_DOWN' : '',
        }),
      );
    }
  });
}

/** The same, counted minute by minute. */
async function countedMinutes(span: { readonly from: number; readonly to: number }) {
  const minutes = new Map<string, boolean>();
  for (const { platform, at, calls, unavailable } of await desk.store.read.callBuckets.rows(
    {},
    { grain: 1, ...span },
  )) {
    const key = `${platform} ${at}`;
    minutes.set(key, minutes.get(key) === true || calls > unavailable);
  }
  return ['kdniao', 'sf'].flatMap((platform) => {
    const worked = [...minutes].filter(([key]) => key.startsWith(`${platform} `)).map(([, is]) => is);
    if (worked.length === 0) return [];
    return [{ platform, worked: worked.filter(Boolean).length, failed: worked.filter((is) => !is).length }];
  });
}

const spans = {
  'all hours': [0, hours * 60],
  'a part of one hour': [70, 95],
  'from the middle of an hour into the middle of another': [29, 211],
  'the halves of an hour': [30, 90],
  'a single minute': [131, 132],
  'a time before the first call': [-200, -10],
} as const;

it.each(Object.entries(spans))(
  'tells the minutes a platform served in %s as they were',
  async (_, [from, to]) => {
    await callAround(5);
    const span = { from: begin + from * minuteMs, to: begin + to * minuteMs };
    expect(await desk.store.read.service.minutes(span)).toEqual(await countedMinutes(span));
  },
);

it('tells the same when calls of before are counted afterwards', async () => {
  await callAround(6);
  const span = { from: begin, to: begin + hours * hourMs };
  const before = await desk.store.read.service.minutes(span);
  expect(before).toHaveLength(2);
  await desk.store.write((write) => write.callBuckets.fill());
  expect(await desk.store.read.service.minutes(span)).toEqual(before);
});
