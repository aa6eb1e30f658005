import { describe, expect, it } from 'vitest';
import { stateText } from '../../../../../electron/commands/main/stateText.ts';
import { orderStates } from '../../../../../shared/domain/order.ts';
import { trackingStates } from '../../../../../shared/domain/tracking.ts';

const printerStates = ['ready', 'busy', 'paper-out', 'head-open', 'error', 'offline', 'unknown'];
const every = [
  ...[...orderStates, 'unsure', 'failed'].map((state) => ['order', state] as const),
  ...trackingStates.map((state) => ['tracking', state] as const),
  ...printerStates.map((state) => ['printer', state] as const),
  ...['ok', 'warn', 'fail', 'sealed', 'practice'].map((state) => ['check', state] as const),
];

describe('words for states', () => {
  it.each(every)('are in both languages (%s: %s)', (kind, state) => {
    expect(stateText(kind, state, 'zh-CN')).toMatch(/^[\u4e00-\u9fff]+$/);
    expect(stateText(kind, state, 'en')).toMatch(/^[a-z ]+$/);
  });

  it('leave a count as it is', () => {
    expect(stateText('check', '12', 'zh-CN')).toBe('12');
  });
});
