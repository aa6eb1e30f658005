import { parentPort, workerData } from 'node:worker_threads';
import { lowerThreadPriority } from './platform/lowerThreadPriority.ts';
import type { ReaderTask } from './usecases/intake/reading/messages.ts';
import { serveOrderReader } from './usecases/intake/reading/readerThread.ts';

/** Composition root of the reading thread of a large import. Core and command line start it; it never stores anything. */
if (parentPort === null) throw new Error('the order reader runs as a thread');
const task = workerData as ReaderTask;
if (task.isBehind) lowerThreadPriority();
void serveOrderReader(parentPort, task);
