import { beforeEach, describe, expect, it } from 'vitest';
import { type ClosingAnswer, closingQuestion, type WorkInHand } from '../../../../electron/shell/closing.ts';

let answer: ClosingAnswer;
let asked: WorkInHand[];
let done: string[];
let closing: ReturnType<typeof closingQuestion>;

beforeEach(() => {
  asked = [];
  done = [];
  closing = closingQuestion({
    ask: async (work) => {
      asked.push(work);
      return answer;
    },
    hide: () => done.push('hidden'),
    quit: () => done.push('quit'),
  });
});

/** Is the window kept open? */
async function close(): Promise<boolean> {
  let isKept = false;
  closing.close({
    preventDefault: () => {
      isKept = true;
    },
  });
  await new Promise(setImmediate);
  return isKept;
}
const busy = { bookings: 208, labels: 3 };
const idle = { bookings: 0, labels: 0 };

describe('closing the window', () => {
  it('asks nothing while nothing is in hand', async () => {
    expect(await close()).toBe(false);
    closing.tell(busy);
    closing.tell(idle);
    expect(await close()).toBe(false);
    expect(asked).toEqual([]);
  });

  it('in the middle of a batch says what is in hand, and finishes it in the background', async () => {
    closing.tell(busy);
    answer = 'background';
    expect(await close()).toBe(true);
    expect(asked).toEqual([busy]);
    expect(done).toEqual(['hidden']);
    closing.tell({ bookings: 0, labels: 1 });
    expect(done).toEqual(['hidden']);
    closing.tell(idle);
    expect(done).toEqual(['hidden', 'quit']);
    expect(await close()).toBe(false);
  });

  it('stops at a word, and stays at another', async () => {
    closing.tell(busy);
    answer = 'stay';
    expect(await close()).toBe(true);
    expect(done).toEqual([]);
    answer = 'stop';
    expect(await close()).toBe(true);
    expect(done).toEqual(['quit']);
    expect(await close()).toBe(false);
  });

  it('quits nothing behind the back of somebody who has come back', async () => {
    closing.tell(busy);
    answer = 'background';
    await close();
    closing.shown();
    closing.tell(idle);
    expect(done).toEqual(['hidden']);
  });

  it('does not keep a program that is told to end', async () => {
    closing.tell(busy);
    closing.quitting();
    expect(await close()).toBe(false);
  });
});
