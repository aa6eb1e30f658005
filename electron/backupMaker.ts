import { parentPort, workerData } from 'node:worker_threads';
import { type BackupTask, serveBackupProcess, serveBackupThread } from './store/backup/backupMaker.ts';

/** Composition root of what makes backups: a thread beside the core, a process beside the command line. */
if (parentPort === null) serveBackupProcess();
else void serveBackupThread(parentPort, workerData as BackupTask);
