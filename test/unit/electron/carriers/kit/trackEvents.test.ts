import { expect, it } from 'vitest';
import { orderEvents } from '../../../../../electron/carriers/kit/trackEvents.ts';
import type { TrackingEvent } from '../../../../../shared/domain/tracking.ts';

function event(at: number, text: string): TrackingEvent {
  return { at, text, location: '', status: 'in-transit', rawStatus: '' };
}

it('puts events oldest first and each once, and keeps the order of equal times in the direction of the list', () => {
  const forward = [event(1, 'a'), event(2, 'b'), event(2, 'c'), event(3, 'd')];
  expect(orderEvents(forward)).toEqual(forward);
  expect(orderEvents([...forward].reverse())).toEqual(forward);
  expect(orderEvents([event(3, 'd'), event(1, 'a'), event(3, 'd')])).toEqual([event(1, 'a'), event(3, 'd')]);
  expect(orderEvents([])).toEqual([]);
});
