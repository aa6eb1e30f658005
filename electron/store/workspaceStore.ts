import { failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { BackupHeader } from './backup/backupFile.ts';
import type { BackupWorks } from './backup/backupWorks.ts';
import type { OnStored } from './database/logCopier.ts';
import type { Store } from './store.ts';

/** The store of a workspace, whichever engine its book lies on. */
export interface WorkspaceStore extends Store {
  /** A verified backup at `target`, which must not exist; see `backUpDatabase`. One after the other. `SERVER_BACKS_UP`: of a server. */
  backUp(target: string, stopping?: AbortSignal): Promise<Outcome<BackupHeader>>;
  readonly backupWorks: BackupWorks;
  /** For work that may store tens of thousands of rows: what it committed is on disk when this ends, and the log is copied beside it. */
  storeMany<T>(work: (storing: StoringMany) => Promise<T>): Promise<T>;
}

export interface StoringMany {
  /** As that of the store, but a power cut may undo it until `storeMany` ends, or anything else is committed. */
  readonly write: Store['write'];
  readonly onStored: OnStored;
}

const refused = async () => failure('SERVER_BACKS_UP');

/** A book on a server is copied by its administrator: no bench has a file of it. */
const noBackupWorks: BackupWorks = {
  make: refused,
  inspect: refused,
  rekey: refused,
  list: async () => [],
  mark: refused,
  copy: refused,
  drop: async () => [],
};

/** The store of a book on a server, with what only a file can do refused. */
export const withoutFile = (store: Store): WorkspaceStore => ({
  ...store,
  backUp: refused,
  backupWorks: noBackupWorks,
  storeMany: (work) => work({ write: store.write, onStored: () => undefined }),
});
