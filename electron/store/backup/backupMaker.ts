import { fork } from 'node:child_process';
import { type MessagePort, Worker } from 'node:worker_threads';
import { failure } from '../../../shared/errors/outcome.ts';
import { clearUnfinished, type OnBackupPart } from './backUpDatabase.ts';
import { type BackupWorks, backupWorksHere } from './backupWorks.ts';

type WorkName = keyof BackupWorks;
type Answer<Name extends WorkName> = Awaited<ReturnType<BackupWorks[Name]>>;

/** One piece of work for the thread or process. */
export interface BackupTask {
  readonly name: WorkName;
  readonly given: readonly unknown[];
}

/** What it says on the way to its answer: the parts of a backup as they begin. */
type BackupPart = { readonly part: Parameters<OnBackupPart>[0]; readonly growing: string | undefined };

/** What a task runs in. `pid`: its unfinished files bear it. */
interface Maker {
  readonly pid: number;
  onMessage(take: (message: BackupPart | { readonly answer: unknown }) => void): void;
  onEnd(take: (error?: unknown) => void): void;
  end(): void;
}

/** SQLite does the work: what JavaScript holds for a moment is little. */
const maxYoungGenerationSizeMb = 4;

/**
 * Each work runs in a thread of its own: copying 100,000 orders takes a second or more in which the core would answer nobody, and a
 * network drive that is away takes as long as the system likes. One that is stopped ends behind the call into SQLite that it is in.
 */
export function createBackupThread(threadFile: string): BackupWorks {
  const start = (workerData: BackupTask): Maker => {
    const thread = new Worker(threadFile, { workerData, resourceLimits: { maxYoungGenerationSizeMb } });
    return {
      pid: process.pid,
      onMessage: (take) => thread.on('message', take),
      onEnd: (take) => thread.once('error', take).once('exit', () => take()),
      end: () => void thread.terminate(),
    };
  };
  const { make, inspect, rekey } = stoppable(start);
  const run =
    <Name extends WorkName>(name: Name) =>
    (...given: Parameters<BackupWorks[Name]>) =>
      answerOf<Name>(start({ name, given }));
  return { make, inspect, rekey, list: run('list'), mark: run('mark'), copy: run('copy'), drop: run('drop') };
}

/**
 * For the command line: what takes long in a process of its own, which is ended wherever it is, also in the middle of a call into
 * SQLite, while this one hears Ctrl+C. All else is done here.
 */
export function createBackupProcess(processFile: string): BackupWorks {
  const start = (task: BackupTask): Maker => {
    // Results and words are this process's own.
    const child = fork(processFile, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.send(task);
    return {
      pid: child.pid ?? 0,
      onMessage: (take) => child.on('message', take as (message: unknown) => void),
      // `close`, not `exit`: by then all that it said has been read.
      onEnd: (take) => child.once('error', take).once('close', () => take()),
      end: () => void child.kill('SIGKILL'),
    };
  };
  return { ...backupWorksHere, ...stoppable(start) };
}

function stoppable(start: (task: BackupTask) => Maker): Pick<BackupWorks, 'make' | 'inspect' | 'rekey'> {
  return {
    async make(folder, dataKey, target, stopping, onPart) {
      const stopped = failure('BACKUP_STOPPED');
      if (stopping?.aborted === true) return stopped;
      const maker = start({ name: 'make', given: [folder, dataKey, target] });
      const made = await unlessStopped<'make'>(maker, stopping, onPart);
      if (made === null) clearUnfinished(folder, target, maker.pid);
      return made ?? stopped;
    },
    async inspect(path, dataKey, stopping) {
      const stopped = failure('RESTORE_STOPPED');
      if (stopping?.aborted === true) return stopped;
      const maker = start({ name: 'inspect', given: [path, dataKey] });
      return (await unlessStopped<'inspect'>(maker, stopping)) ?? stopped;
    },
    async rekey(rekeying, stopping) {
      const stopped = failure('KEY_RENEW_STOPPED');
      if (stopping?.aborted === true) return stopped;
      const maker = start({ name: 'rekey', given: [rekeying] });
      return (await unlessStopped<'rekey'>(maker, stopping)) ?? stopped;
    },
  };
}

/** null: it was stopped, and has ended. */
async function unlessStopped<Name extends WorkName>(
  maker: Maker,
  stopping: AbortSignal | undefined,
  onPart?: OnBackupPart,
): Promise<Answer<Name> | null> {
  const end = () => maker.end();
  stopping?.addEventListener('abort', end, { once: true });
  try {
    return await answerOf<Name>(maker, onPart);
  } catch (error) {
    if (stopping?.aborted === true) return null;
    throw error;
  } finally {
    stopping?.removeEventListener('abort', end);
  }
}

/**
 * What it answered, once it has ended: until then a thread is still giving back its connection and its part of the engine, beside whoever
 * goes on with the same file, or ends this process.
 */
const answerOf = <Name extends WorkName>(maker: Maker, onPart?: OnBackupPart): Promise<Answer<Name>> =>
  new Promise((resolve, reject) => {
    let answered: { readonly answer: unknown } | null = null;
    maker.onMessage((message) => {
      if ('answer' in message) answered = message;
      else void onPart?.(message.part, message.growing);
    });
    maker.onEnd((error = new Error('the backup maker ended early')) =>
      answered === null ? reject(error) : resolve(answered.answer as Answer<Name>),
    );
  });

/** The side of the thread: does its one task and ends. */
export async function serveBackupThread(port: MessagePort, task: BackupTask): Promise<void> {
  const answer = await perform(task, (part) => port.postMessage(part));
  port.postMessage({ answer });
}

/** The side of the process. Ctrl+C reaches both of them: its parent ends it, or has ended. */
export function serveBackupProcess(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  process.once('disconnect', () => process.exit());
  process.once('message', (task: BackupTask) => {
    const tell = (part: BackupPart): void => void process.send?.(part);
    void perform(task, tell).then((answer) => process.send?.({ answer }, () => process.disconnect()));
  });
}

function perform({ name, given }: BackupTask, tell: (part: BackupPart) => void): Promise<unknown> {
  const work = backupWorksHere[name] as (...all: readonly unknown[]) => Promise<unknown>;
  if (name !== 'make') return work(...given);
  const [folder, dataKey, target] = given;
  const onPart: OnBackupPart = async (part, growing) => tell({ part, growing });
  return work(folder, dataKey, target, undefined, onPart);
}
