import { beforeEach, describe, expect, it } from 'vitest';
import {
  type ClosingAnswer,
  closingQuestion,
  upgradeInHand,
  type WorkInHand,
} from '../../../../electron/shell/closing.ts';

const busy = { bookings: 208, labels: 3, isStarting: false, isMoving: false };
const idle = { bookings: 0, labels: 0, isStarting: false, isMoving: false };

let answer: ClosingAnswer;
let asked: (WorkInHand | typeof upgradeInHand)[];
let done: string[];
let closing: ReturnType<typeof closingQuestion>;
/** What the core says when it is asked. */
let core: WorkInHand | null;

beforeEach(() => {
  asked = [];
  done = [];
  core = idle;
  closing = closingQuestion({
    workInHand: async () => core,
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

describe('closing the window', () => {
  it('asks nothing while nothing is in hand', async () => {
    closing.tell(busy);
    closing.tell(idle);
    await close();
    expect(done).toEqual(['quit']);
    expect(await close()).toBe(false);
    expect(asked).toEqual([]);
  });

  it('leaves without a question when the core is down', async () => {
    core = null;
    await close();
    expect(done).toEqual(['quit']);
    expect(asked).toEqual([]);
  });

  it('asks about what was started a moment ago, though nothing of it has been told yet', async () => {
    core = { ...idle, isStarting: true };
    answer = 'stay';
    expect(await close()).toBe(true);
    expect(asked).toEqual([core]);
    expect(done).toEqual([]);
    answer = 'background';
    await close();
    expect(done).toEqual(['hidden']);
    closing.tell(busy);
    closing.tell(idle);
    expect(done).toEqual(['hidden', 'quit']);
  });

  it('in the middle of a batch says what is in hand, and finishes it in the background', async () => {
    closing.tell(busy);
    answer = 'background';
    expect(await close()).toBe(true);
    expect(asked).toEqual([busy]);
    expect(done).toEqual(['hidden']);
    closing.tell({ bookings: 0, labels: 1, isStarting: false, isMoving: false });
    expect(done).toEqual(['hidden']);
    closing.tell(idle);
    expect(done).toEqual(['hidden', 'quit']);
    expect(await close()).toBe(false);
  });

  it('asks while the book moves, and ends in the background when it has arrived', async () => {
    const moving = { ...idle, isMoving: true };
    core = moving;
    answer = 'background';
    expect(await close()).toBe(true);
    expect(asked).toEqual([moving]);
    expect(done).toEqual(['hidden']);
    closing.tell(idle);
    expect(done).toEqual(['hidden', 'quit']);
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

  it('asks from the click on, before the core has heard of it, and quits in the background when nothing came of it', async () => {
    closing.clicked(true);
    answer = 'background';
    expect(await close()).toBe(true);
    expect(asked).toEqual([{ ...idle, isStarting: true }]);
    expect(done).toEqual(['hidden']);
    closing.clicked(false);
    await new Promise(setImmediate);
    expect(done).toEqual(['hidden', 'quit']);
  });

  it('asks while the workspace is upgraded, when the core answers nothing, and ends in the background once it is done', async () => {
    closing.upgrading({ part: 'copy', done: 0, total: 4, bytes: 1, share: null });
    answer = 'background';
    expect(await close()).toBe(true);
    expect(asked).toEqual([upgradeInHand]);
    expect(done).toEqual(['hidden']);
    closing.upgrading(null);
    expect(done).toEqual(['hidden', 'quit']);
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
