import { parentPort, workerData } from 'node:worker_threads';
import { type BackupTask, serveBackupThread } from './store/backup/backupThread.ts';
import { backupWorksHere } from './store/backup/backupWorks.ts';

/** Composition root of the thread that makes, copies and lists backups for the core. */
if (parentPort === null) throw new Error('the backup maker runs as a thread');
void serveBackupThread(parentPort, workerData as BackupTask, backupWorksHere);
