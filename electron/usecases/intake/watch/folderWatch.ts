import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { type DroppedFile, listDropped, SettledFiles } from '../../../platform/dropFolder.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';
import { type TakenFile, takeDroppedFile, type WatchSetting } from './takeDroppedFile.ts';

export interface WatchRound {
  readonly taken: readonly TakenFile[];
  /** Files that still grow, or that another program holds: checked again later. */
  readonly waiting: number;
}

/** Watches a folder in which an ERP drops order files. One round at a time; it remembers which files were growing. */
export class FolderWatch {
  readonly #workspace: Workspace;
  readonly #settled: SettledFiles;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#settled = new SettledFiles(workspace.clock);
  }

  /** Imports every finished file. `signal` stops it between two files. */
  async round(setting: WatchSetting, signal?: AbortSignal): Promise<Outcome<WatchRound>> {
    let files: DroppedFile[];
    try {
      files = await listDropped(setting.folder);
    } catch {
      return failure('WATCH_FOLDER_UNREADABLE');
    }
    this.#settled.keepOnly(files);
    const taken: TakenFile[] = [];
    let waiting = 0;
    for (const file of files) {
      if (signal?.aborted) break;
      if (!this.#settled.isSettled(file)) {
        waiting++;
        continue;
      }
      const outcome = await takeDroppedFile(this.#workspace, setting, file);
      if (outcome.ok) {
        this.#settled.forget(file);
        taken.push(outcome.value);
      } else waiting++;
    }
    return done({ taken, waiting });
  }
}

/** A person has seen every file that failed so far. */
export async function markFailedFilesSeen(workspace: Workspace): Promise<void> {
  await change(workspace, ['imports', 'status'], (write) => write.watchedFiles.markSeen());
}
