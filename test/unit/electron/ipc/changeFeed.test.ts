import { describe, expect, it } from 'vitest';
import { createChangeFeed } from '../../../../electron/ipc/changeFeed.ts';
import { createProgressQueue } from '../../../../electron/ipc/progress.ts';
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
  it('shows the newest only, and always the last', async () => {
    const queue = createProgressQueue<number>();
    const items = queue.items();
    for (let no = 0; no < 100; no++) queue.push(no);
    expect((await items.next()).value).toBe(99);
    const waiting = items.next();
    queue.push(100);
    expect((await waiting).value).toBe(100);
    queue.push(101);
    queue.end();
    expect((await items.next()).value).toBe(101);
    expect((await items.next()).done).toBe(true);
  });

  it('ends a reader that waits', async () => {
    const queue = createProgressQueue<number>();
    const waiting = queue.items().next();
    await turn();
    queue.end();
    expect((await waiting).done).toBe(true);
  });
});
