import { expect, it } from 'vitest';
import { createWriteGate } from '../../../../../electron/store/server/writeGate.ts';

/** Writers that are named, and end when the test says so. */
function writers() {
  const gate = createWriteGate();
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    gate,
    begun,
    come: (name: string, place?: 'behind') =>
      gate.through(() => {
        begun.push(name);
        return new Promise<void>((end) => ends.set(name, end));
      }, place),
    async end(name: string) {
      ends.get(name)?.();
      await new Promise(setImmediate);
    },
  };
}

it('one writes at a time: labels and people before the bookings that came earlier', async () => {
  const { begun, come, end } = writers();
  const all = [come('booking 1', 'behind'), come('booking 2', 'behind'), come('label'), come('person')];
  expect(begun).toEqual(['booking 1']);
  for (const name of ['booking 1', 'label', 'person', 'booking 2']) await end(name);
  expect(begun).toEqual(['booking 1', 'label', 'person', 'booking 2']);
  await Promise.all(all);
});

it('one that fails lets the next one in', async () => {
  const { gate, begun, come, end } = writers();
  const failed = gate.through(async () => {
    throw new Error('undone');
  }, undefined);
  const next = come('next');
  await expect(failed).rejects.toThrow('undone');
  await end('');
  expect(begun).toEqual(['next']);
  await end('next');
  await next;
});

it('who still waits when it closes is refused, and who writes ends', async () => {
  const { gate, begun, come, end } = writers();
  const first = come('first');
  const waiting = [come('person'), come('booking', 'behind')];
  gate.close();
  for (const refused of waiting) await expect(refused).rejects.toThrow('SERVER_AWAY');
  await end('first');
  await first;
  expect(begun).toEqual(['first']);
});
