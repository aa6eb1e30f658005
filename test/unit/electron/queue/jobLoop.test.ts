import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJobLoop, type JobLoop, type JobLoopOptions } from '../../../../electron/queue/jobLoop.ts';
import type { Job } from '../../../../electron/store/schema.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let loops: JobLoop[] = [];

beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(async () => {
  for (const loop of loops) await loop.stop();
  loops = [];
  await workspace.close();
});

async function addJobs(lane: string, count: number, change: Partial<Job> = {}): Promise<void> {
  await workspace.store.write(async (write) => {
    for (let no = 0; no < count; no++) {
      await write.jobs.insert({
        id: workspace.nextId(),
        kind: 'book',
        subjectId: `${lane}-${no}`,
        lane,
        state: 'waiting',
        runAt: workspace.clock.now(),
        attempts: 0,
        createdAt: workspace.clock.now(),
        workstationId: '',
        claimedBy: '',
        fence: 0,
        ...change,
      });
    }
  });
}

function startLoop(options: Partial<JobLoopOptions> = {}) {
  const bugs: unknown[] = [];
  const loop = createJobLoop({
    store: workspace.store,
    clock: workspace.clock,
    kinds: ['book', 'find'],
    laneLimit: () => 2,
    handle: (job) => workspace.store.write((write) => write.jobs.settle(job)),
    onBug: (error) => bugs.push(error),
    ...options,
  });
  loops.push(loop);
  loop.start();
  return { loop, bugs };
}

/** Lets everything that needs no time happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await new Promise(setImmediate);
}

/** A handler that holds its job until the test lets it go. */
function holding() {
  const held: { readonly job: Job; readonly release: () => void }[] = [];
  const handle = (job: Job) =>
    new Promise<void>((resolve) => {
      held.push({
        job,
        release: () => void workspace.store.write((write) => write.jobs.settle(job)).then(() => resolve()),
      });
    });
  return { held, handle };
}

describe('the durable worker', () => {
  it('gives others their turn between two jobs that need no time', async () => {
    await addJobs('a', 40);
    let handled = 0;
    startLoop({
      handle: async (job) => {
        handled += 1;
        await workspace.store.write((write) => write.jobs.settle(job));
      },
    });
    const seen: number[] = [];
    while (handled < 40 && seen.length < 1_000) {
      await new Promise(setImmediate);
      seen.push(handled);
    }
    expect(handled).toBe(40);
    expect(new Set(seen).size).toBeGreaterThan(15);
  });

  it('works everything that is due, each job once', async () => {
    const worked: string[] = [];
    await addJobs('a', 25);
    const { loop } = startLoop({
      handle: async (job) => {
        worked.push(job.subjectId);
        await workspace.store.write((write) => write.jobs.settle(job));
      },
    });
    await loop.untilIdle(0);
    expect(worked).toHaveLength(25);
    expect(new Set(worked).size).toBe(25);
    expect(await workspace.store.read.jobs.counts()).toEqual([]);
  });

  it('holds no more jobs of a lane than allowed, and lets other lanes pass a full one', async () => {
    const { held, handle } = holding();
    await addJobs('full', 5);
    await addJobs('other', 1);
    const { loop } = startLoop({ handle });
    await settle();
    expect(held.map(({ job }) => job.lane).sort()).toEqual(['full', 'full', 'other']);
    expect(loop.running()).toBe(3);
    held[0]?.release();
    await settle();
    expect(held.filter(({ job }) => job.lane === 'full')).toHaveLength(3);
    for (let index = 0; index < held.length; index++) {
      held[index]?.release();
      await settle();
    }
    expect(held).toHaveLength(6);
  });

  it('finishes what is in hand when it is stopped, and takes no more', async () => {
    const { held, handle } = holding();
    await addJobs('a', 5);
    const { loop } = startLoop({ handle });
    await settle();
    let isStopped = false;
    const stopped = loop.stop().then(() => {
      isStopped = true;
    });
    await settle();
    expect(isStopped).toBe(false);
    for (const { release } of held) release();
    await stopped;
    expect(held).toHaveLength(2);
    expect(await workspace.store.read.jobs.counts()).toEqual([{ kind: 'book', state: 'waiting', total: 3 }]);
  });

  it('claims the next job in the transaction that ends the one before it', async () => {
    await addJobs('a', 5);
    await addJobs('b', 1);
    let transactions = 0;
    const counted: TestWorkspace['store'] = {
      ...workspace.store,
      write(work) {
        transactions += 1;
        return workspace.store.write(work);
      },
    };
    const worked: string[] = [];
    const { loop } = startLoop({
      store: counted,
      laneLimit: () => 1,
      handle: async (job, ending) => {
        expect(loop.inHand().has(job.id)).toBe(true);
        worked.push(job.subjectId);
        await ending((write) => write.jobs.settle(job));
        expect(worked.filter((subject) => subject.startsWith(job.lane)).at(-1)).toBe(job.subjectId);
      },
    });
    await loop.untilIdle(0);
    expect(worked.filter((subject) => subject.startsWith('a'))).toEqual(['a-0', 'a-1', 'a-2', 'a-3', 'a-4']);
    expect(worked).toHaveLength(6);
    // Each job has one that ends it; beside them only the first of a lane needs one that claims it.
    expect(transactions).toBeLessThanOrEqual(6 + 3);
    expect(await workspace.store.read.jobs.counts()).toEqual([]);
  });

  it('gives back a job that had taken a place when it is stopped', async () => {
    await addJobs('a', 3);
    let stopped: Promise<void> | undefined;
    const worked: string[] = [];
    const { loop } = startLoop({
      laneLimit: () => 1,
      handle: async (job, ending) => {
        worked.push(job.subjectId);
        await ending((write) => write.jobs.settle(job));
        stopped = loop.stop();
      },
    });
    await loop.untilIdle(0);
    await stopped;
    expect(worked).toEqual(['a-0']);
    expect(await workspace.store.read.jobs.counts()).toEqual([{ kind: 'book', state: 'waiting', total: 2 }]);
  });

  it('works the job that took the place of one whose handler throws afterwards', async () => {
    await addJobs('a', 3);
    const worked: string[] = [];
    const { loop, bugs } = startLoop({
      laneLimit: () => 1,
      handle: async (job, ending) => {
        worked.push(job.subjectId);
        await ending((write) => write.jobs.settle(job));
        if (job.subjectId === 'a-0') throw new Error('bug');
      },
    });
    await loop.untilIdle(0);
    expect(worked).toEqual(['a-0', 'a-1', 'a-2']);
    expect(bugs).toHaveLength(1);
    expect(await workspace.store.read.jobs.counts()).toEqual([]);
  });

  it('ends a job although what the next one begins with has a bug, of which nothing stays written', async () => {
    await addJobs('a', 2);
    const worked: string[] = [];
    const { loop, bugs } = startLoop({
      laneLimit: () => 1,
      handle: async (job, ending) => {
        worked.push(job.subjectId);
        await ending(
          (write) => write.jobs.settle(job),
          async (write) => {
            await write.drafts.put({ name: 'begun', valueJson: '1', at: 0 });
            throw new Error('bug');
          },
        );
      },
    });
    await loop.untilIdle(0);
    expect(worked).toEqual(['a-0', 'a-1']);
    expect(bugs).toEqual([new Error('bug')]);
    expect(await workspace.store.read.jobs.counts()).toEqual([]);
    expect(await workspace.store.read.drafts.byName('begun')).toBeUndefined();
  });

  it('parks the job of a throwing handler and goes on with the others', async () => {
    await addJobs('a', 4);
    const { loop, bugs } = startLoop({
      handle: async (job) => {
        if (job.subjectId === 'a-1') throw new Error('bug');
        await workspace.store.write((write) => write.jobs.settle(job));
      },
    });
    await loop.untilIdle(0);
    expect(bugs).toHaveLength(1);
    expect(await workspace.store.read.jobs.counts()).toEqual([{ kind: 'book', state: 'parked', total: 1 }]);
  });

  it('waits for a job that becomes due within its patience, and for no later one', async () => {
    await addJobs('soon', 1, { runAt: workspace.clock.now() + 5_000 });
    await addJobs('late', 1, { runAt: workspace.clock.now() + 60_000 });
    const { loop } = startLoop();
    let isIdle = false;
    const idle = loop.untilIdle(35_000).then(() => {
      isIdle = true;
    });
    await settle();
    expect(isIdle).toBe(false);
    await workspace.clock.advance(5_000);
    await settle();
    await idle;
    expect(await workspace.store.read.jobs.counts()).toEqual([{ kind: 'book', state: 'waiting', total: 1 }]);
  });

  it('does not let a job wait for as long as the clock was set back meanwhile', async () => {
    let setBackMs = 0;
    const { clock } = workspace;
    const handled: string[] = [];
    await addJobs('a', 1, { runAt: clock.now() + 3_000 });
    startLoop({
      clock: { ...clock, now: () => clock.now() - setBackMs },
      handle: async (job) => {
        handled.push(job.subjectId);
        await workspace.store.write((write) => write.jobs.settle(job));
      },
    });
    await settle();
    setBackMs = 3_600_000;
    await clock.advance(3_000);
    await settle();
    expect(handled).toEqual(['a-0']);
  });

  it('is not idle while a job is claimed, in hand or put back at once', async () => {
    await addJobs('a', 1);
    let rounds = 0;
    const { loop } = startLoop({
      handle: async (job) => {
        rounds++;
        await workspace.store.write((write) =>
          rounds < 200 ? write.jobs.putBack(job, workspace.clock.now()) : write.jobs.settle(job),
        );
      },
    });
    await loop.untilIdle(0);
    expect(rounds).toBe(200);
  });

  it('tells of a store that fails and stops, instead of ending the program', async () => {
    const broken = {
      ...workspace.store,
      write: () => Promise.reject(new Error('disk full')),
    } as unknown as TestWorkspace['store'];
    await addJobs('a', 1);
    const { loop, bugs } = startLoop({ store: broken });
    await loop.untilIdle(60_000);
    expect(bugs).toEqual([new Error('disk full')]);
  });
});
