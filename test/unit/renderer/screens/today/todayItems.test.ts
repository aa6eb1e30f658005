import { describe, expect, test } from 'vitest';
import { todayItems } from '../../../../../renderer/screens/today/todayItems.ts';
import { quietStatus } from '../../quietStatus.ts';

describe('what Today lists', () => {
  test('nothing with a count of zero', () => {
    expect(todayItems(quietStatus)).toEqual({ wrong: [], waiting: [] });
  });

  test('unsure is amber and leads to its own filter', () => {
    const { wrong } = todayItems({ ...quietStatus, queue: { waiting: 0, sending: 0, unsure: 2, failed: 1 } });
    expect(wrong.map(({ id, tone, focus }) => [id, tone, focus.filter])).toEqual([
      ['bookingUnsure', 'unsure', 'unsure'],
      ['bookingFailed', 'failed', 'failed'],
    ]);
  });
});
