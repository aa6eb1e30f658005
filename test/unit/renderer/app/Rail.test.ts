import { expect, test } from 'vitest';
import { networkTone } from '../../../../renderer/app/NetworkStatus.tsx';
import { railCounts } from '../../../../renderer/app/Rail.tsx';
import { worstFirst } from '../../../../renderer/app/StatusBar.tsx';
import { quietStatus } from '../quietStatus.ts';

test('the rail counts what needs a person; unsure outranks failed', () => {
  const counts = railCounts({
    ...quietStatus,
    review: 3,
    ready: 12,
    queue: { waiting: 5, sending: 1, unsure: 2, failed: 4 },
    print: { waiting: 9, unsure: 0, failed: 1, held: 2 },
  });
  expect(counts.correct).toEqual({ count: 3, tone: 'waiting' });
  expect(counts.ship).toEqual({ count: 6, tone: 'unsure' });
  expect(counts.print).toEqual({ count: 3, tone: 'failed' });
});

test('orders that are ready are shown when nothing is wrong with bookings', () => {
  expect(railCounts({ ...quietStatus, ready: 12 }).ship).toEqual({ count: 12, tone: 'waiting' });
});

test('a network nobody asked is not called broken', () => {
  expect(networkTone('unknown')).toBe('waiting');
});

test('the bar names the printers first that need a person', () => {
  const printers = (['ready', 'busy', 'paper-out', 'unknown'] as const).map((state) => ({
    name: state,
    state,
    why: state === 'unknown' ? ('disagrees' as const) : ('device-says' as const),
  }));
  expect(worstFirst(printers).map(({ name }) => name)).toEqual(['paper-out', 'unknown', 'busy', 'ready']);
});
