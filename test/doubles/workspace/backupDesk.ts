import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScheduledBackups } from '../../../electron/usecases/backups/scheduledBackups.ts';
import { openTestWorkspace, type TestWorkspace, type TestWorkspaceOptions } from './openTestWorkspace.ts';

const deskWorkspaceId = '01JDKZ8Q5V3M7N9P2R4S6T8WXY';

/** Lets a test workspace be backed up: its key lies beside it, as that of a practice one does. */
export function giveKeyFile(workspace: Pick<TestWorkspace, 'folder'>): void {
  const slots = [{ kind: 'practice', key: '07'.repeat(32) }];
  const file = { version: 1, workspaceId: deskWorkspaceId, createdAt: 1, hasDatabase: true, slots };
  writeFileSync(join(workspace.folder, 'keys.json'), JSON.stringify(file));
}

/** A workspace whose schedule a test turns round by round, and a folder that plays a removable drive. */
export interface BackupDesk {
  readonly workspace: TestWorkspace;
  readonly drive: string;
  backups: ScheduledBackups;
  /** What the bench does meanwhile. */
  isBusy: boolean;
  /** Something was stored. */
  work(): void;
  /** Moves the clock, then lets the schedule look once. */
  after(durationMs: number): Promise<void>;
  /** A start of the program: what was only in memory is gone. */
  restart(): void;
  close(): Promise<void>;
}

export async function openBackupDesk(options: TestWorkspaceOptions = {}): Promise<BackupDesk> {
  const workspace = await openTestWorkspace(options);
  giveKeyFile(workspace);
  let revision = 1;
  const begin = () =>
    new ScheduledBackups(workspace, { isBusy: () => desk.isBusy, revision: () => revision });
  const desk: BackupDesk = {
    workspace,
    drive: mkdtempSync(join(tmpdir(), 'drive-')),
    backups: null as unknown as ScheduledBackups,
    isBusy: false,
    work: () => void revision++,
    async after(durationMs) {
      await workspace.clock.advance(durationMs);
      await desk.backups.round();
    },
    restart() {
      desk.backups = begin();
    },
    async close() {
      rmSync(desk.drive, { recursive: true, force: true });
      await workspace.close();
    },
  };
  desk.restart();
  return desk;
}
