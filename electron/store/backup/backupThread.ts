import { type MessagePort, Worker } from 'node:worker_threads';
import type { BackupWorks } from './backupWorks.ts';

type WorkName = keyof BackupWorks;

/** One piece of work for the thread. */
export interface BackupTask {
  readonly name: WorkName;
  readonly given: readonly unknown[];
}

/** SQLite does the work: what JavaScript holds for a moment is little. */
const maxYoungGenerationSizeMb = 4;

/**
 * The same works in a thread of their own, one for each: copying 100,000 orders takes a second or more in which the core
 * would answer nobody, and a network drive that is away takes as long as the system likes.
 */
export function createBackupThread(threadFile: string): BackupWorks {
  const run =
    <Name extends WorkName>(name: Name) =>
    (...given: Parameters<BackupWorks[Name]>) =>
      new Promise<Awaited<ReturnType<BackupWorks[Name]>>>((resolve, reject) => {
        const thread = new Worker(threadFile, {
          workerData: { name, given } satisfies BackupTask,
          resourceLimits: { maxYoungGenerationSizeMb },
        });
        thread.once('message', resolve);
        thread.once('error', reject);
        thread.once('exit', () => reject(new Error('the backup thread ended early')));
      });
  return { make: run('make'), list: run('list'), mark: run('mark'), copy: run('copy'), drop: run('drop') };
}

/** The thread's side: does its one task and ends. */
export async function serveBackupThread(
  port: MessagePort,
  { name, given }: BackupTask,
  works: BackupWorks,
): Promise<void> {
  const work = works[name] as (...all: readonly unknown[]) => Promise<unknown>;
  port.postMessage(await work(...given));
}
