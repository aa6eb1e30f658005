import { parentPort, workerData } from 'node:worker_threads';
import { lowerThreadPriority } from './platform/lowerThreadPriority.ts';
import { type CopierTask, serveLogCopier } from './store/database/logCopier.ts';

/** Composition root of the thread that copies the log of the database into its file while a large import is stored. */
if (parentPort === null) throw new Error('the log copier runs as a thread');
const task = workerData as CopierTask;
if (task.isBehind) lowerThreadPriority();
serveLogCopier(parentPort, task);
