import { describe, expect, it } from 'vitest';
import { createChangeFeed } from '../../../../electron/ipc/changeFeed.ts';
import { streamWork } from '../../../../electron/ipc/progress.ts';
import { handClock } from '../../../doubles/handClock.ts';

const turn = () => new Promise(setImmediate);

describe('telling pages what changed', () => {
  it('folds a burst into one event and loses no topic', async () => {
    const clock = handClock();
    const feed = createChangeFeed(clock);
    const events = feed.subscribe(new AbortController().signal);
    const first = events.next();
    for (let round = 0; round < 50; round++) feed.publish('orders', 'status');
    expect(await first).toEqual({ done: false, value: { topics: ['orders', 'status'] } });
    const second = events.next();
    feed.publish('tracking');
    feed.publish('orders');
    await turn();
    await clock.advance(500);
    expect(await second).toEqual({ done: false, value: { topics: ['tracking', 'orders'] } });
  });

  it('ends when its page is gone, even while it waits', async () => {
    const gone = new AbortController();
    const feed = createChangeFeed(handClock());
    const waiting = feed.subscribe(gone.signal).next();
    await turn();
    gone.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it('tells every page', async () => {
    const feed = createChangeFeed(handClock());
    const pages = [1, 2, 3].map(() => feed.subscribe(new AbortController().signal).next());
    feed.publish('imports');
    for (const page of pages) expect((await page).value).toEqual({ topics: ['imports'] });
  });
});

describe('progress for a slow reader', () => {
  /** Work that the test reports for and ends. */
  function workInHand() {
    let report: (progress: { readonly no: number }) => void = () => undefined;
    let end: (result: { readonly sum: number }) => void = () => undefined;
    let fail: (error: Error) => void = () => undefined;
    const events = streamWork((tell: typeof report) => {
      report = tell;
      return new Promise<{ readonly sum: number }>((resolve, reject) => {
        end = resolve;
        fail = reject;
      });
    });
    return {
      events,
      push: (no: number) => report({ no }),
      end: (sum: number) => end({ sum }),
      fail: (words: string) => fail(new Error(words)),
    };
  }

  it('shows the newest only, and always the last', async () => {
    const { events, push, end } = workInHand();
    const first = events.next();
    for (let no = 0; no < 100; no++) push(no);
    expect((await first).value).toEqual({ kind: 'progress', no: 99 });
    const waiting = events.next();
    push(100);
    expect((await waiting).value).toEqual({ kind: 'progress', no: 100 });
    push(101);
    end(5);
    await turn();
    expect((await events.next()).value).toEqual({ kind: 'progress', no: 101 });
    expect((await events.next()).value).toEqual({ kind: 'finished', sum: 5 });
    expect((await events.next()).done).toBe(true);
  });

  it('ends a reader that waits', async () => {
    const { events, end } = workInHand();
    const waiting = events.next();
    await turn();
    end(0);
    expect((await waiting).value).toEqual({ kind: 'finished', sum: 0 });
  });

  it('tells a reader that waits why the work failed', async () => {
    const { events, fail } = workInHand();
    const waiting = events.next();
    await turn();
    fail('the disk is full');
    await expect(waiting).rejects.toThrow('the disk is full');
  });
});
