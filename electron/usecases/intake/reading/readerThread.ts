import { getHeapStatistics } from 'node:v8';
import type { MessagePort } from 'node:worker_threads';
import { failure } from '../../../../shared/errors/outcome.ts';
import { loadDivisions } from '../../../addresses/divisions/loadDivisions.ts';
import { TableFault } from '../../../imports/kit/tableFormat.ts';
import {
  aliveIntervalMs,
  batchesAhead,
  packRows,
  type ReaderMessage,
  type ReaderRequest,
  type ReaderTask,
} from './messages.ts';
import { openOrderSource } from './orderSource.ts';

/** The reading thread: one file from opening to end, never more than a few batches ahead of the store. */
export async function serveOrderReader(port: MessagePort, task: ReaderTask): Promise<void> {
  const say = (message: ReaderMessage): void => port.postMessage(message);
  const allowance = createAllowance(port);
  const beat = setInterval(() => say({ kind: 'alive' }), aliveIntervalMs);
  say({ kind: 'alive' });
  try {
    const opened = await openOrderSource(task.path, task.options, loadDivisions(task.divisionFolder));
    if (!opened.ok) return say({ kind: 'failed', failure: opened });
    const { recognition, batches, close } = opened.value;
    say({ kind: 'opened', recognition });
    refuseBuffersOver(task.buffersMb);
    let share: number | null = null;
    const rowBatches = batches((read) => {
      share = read;
    });
    for await (const rows of rowBatches) {
      refuseBuffersOver(task.buffersMb);
      await allowance.take();
      const packed = packRows(rows);
      port.postMessage({ kind: 'rows', rows: packed, share } satisfies ReaderMessage, [packed.buffer]);
    }
    await close();
    say({ kind: 'end', share });
  } catch (error) {
    if (!(error instanceof TableFault)) throw error;
    say({ kind: 'failed', failure: error.failure });
  } finally {
    clearInterval(beat);
    port.close();
  }
}

const megabyte = 1024 * 1024;

/** Buffers are outside the heap, and a thread's limits only count the heap. */
function refuseBuffersOver(mostMb: number): void {
  // `process.memoryUsage` would also query the system for unneeded figures, some thousand times per file.
  if (getHeapStatistics().external_memory <= mostMb * megabyte) return;
  throw new TableFault(failure('IMPORT_READER_STOPPED', { reason: 'memory' }));
}

/** Each batch taken allows one more beyond the first few. */
function createAllowance(port: MessagePort) {
  let remaining = batchesAhead;
  let wake: (() => void) | null = null;
  port.on('message', (taken: ReaderRequest) => {
    remaining += taken;
    wake?.();
  });
  return {
    async take(): Promise<void> {
      while (remaining === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      remaining--;
    },
  };
}
