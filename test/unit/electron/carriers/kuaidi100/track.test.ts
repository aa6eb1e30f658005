import { expect, it } from 'vitest';
import { readSnapshot, trackReply } from '../../../../../electron/carriers/kuaidi100/track.ts';

const told = (state: string, statusCode: string, time = '2026-01-02 09:00:00') =>
  readSnapshot(
    trackReply.parse({ state, data: [{ time, ftime: time, context: '到了', statusCode }] }),
    'YT1',
    'YTO',
  );

it('keeps a state nobody here knows as the platform wrote it, while what is known of it counts', () => {
  expect(told('0', '1099')).toMatchObject({ state: 'in-transit', rawState: '1099' });
  expect(told('77', '')).toMatchObject({ state: 'in-transit', rawState: '77' });
  expect(told('3', '399')).toMatchObject({ state: 'signed', rawState: '399' });
});

it('keeps none where all codes are known or left out', () => {
  for (const snapshot of [told('0', '1002'), told('3', ''), told('', '')]) expect(snapshot.rawState).toBe('');
  expect(readSnapshot(trackReply.parse({ state: '77' }), 'YT1', 'YTO')).toMatchObject({
    state: 'none',
    rawState: '',
  });
});

it('leaves out lines without a time, and says how many', () => {
  expect(told('0', '1002', '昨天')).toMatchObject({ events: [], unreadableTimes: 1 });
});

it('believes its own final state over a newest line that only says "on the way"', () => {
  expect(told('3', '0')).toMatchObject({ state: 'signed' });
  expect(told('4', '0')).toMatchObject({ state: 'returned' });
  // A fine code of the line still says more than the state, and no line ends what the state leaves open by less.
  expect(told('3', '304')).toMatchObject({ state: 'signed' });
  expect(told('0', '5')).toMatchObject({ state: 'delivering' });
  expect(told('0', '501')).toMatchObject({ state: 'locker' });
});
