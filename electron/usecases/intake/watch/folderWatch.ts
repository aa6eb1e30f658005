import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { type DroppedFile, listDropped } from '../../../platform/dropFolder.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type TakenFile, takeDroppedFile, type WatchSetting } from './takeDroppedFile.ts';

export interface WatchRound {
  readonly taken: readonly TakenFile[];
  /** Files that still grow, or that another program holds: looked at again. */
  readonly waiting: number;
}

/** A file that kept size and time for so long is finished. */
const settleMs = 2_000;

/** Looks at a folder an ERP drops order files into. One round at a time; it remembers what still grew. */
export class FolderWatch {
  readonly #workspace: Workspace;
  readonly #seen = new Map<
    string,
    { readonly sizeBytes: number; readonly writtenAt: number; since: number }
  >();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Takes in every finished file. `signal` ends it between two files. */
  async round(setting: WatchSetting, signal?: AbortSignal): Promise<Outcome<WatchRound>> {
    let files: DroppedFile[];
    try {
      files = await listDropped(setting.folder);
    } catch {
      return failure('WATCH_FOLDER_UNREADABLE');
    }
    for (const path of this.#seen.keys())
      if (!files.some((file) => file.path === path)) this.#seen.delete(path);
    const taken: TakenFile[] = [];
    let waiting = 0;
    for (const file of files) {
      if (signal?.aborted) break;
      if (!this.#isSettled(file)) {
        waiting++;
        continue;
      }
      const outcome = await takeDroppedFile(this.#workspace, setting, file);
      if (outcome.ok) {
        // The next file of this name is another one, whatever its size and time.
        this.#seen.delete(file.path);
        taken.push(outcome.value);
      } else waiting++;
    }
    return done({ taken, waiting });
  }

  #isSettled(file: DroppedFile): boolean {
    const now = this.#workspace.clock.now();
    const seen = this.#seen.get(file.path);
    if (seen?.sizeBytes === file.sizeBytes && seen.writtenAt === file.writtenAt)
      return now - seen.since >= settleMs;
    this.#seen.set(file.path, { sizeBytes: file.sizeBytes, writtenAt: file.writtenAt, since: now });
    return false;
  }
}
