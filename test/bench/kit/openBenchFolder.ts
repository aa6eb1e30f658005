import { join } from 'node:path';
import {
  databaseFileName,
  openDatabase,
  type SqliteDatabase,
} from '../../../electron/store/database/openDatabase.ts';
import {
  type OpenedWorkspace,
  type OpenRequest,
  openWorkspace,
  type WorkspaceParts,
} from '../../../electron/usecases/workspace/open.ts';
import { noKeyStore } from '../../../electron/vault/keyStorePort.ts';
import { benchParts } from './benchParts.ts';

export const benchPassphrase = 'bench of the figures';

export const benchRequest = (folder: string, isPractice = false): OpenRequest => ({
  folder,
  passphrase: benchPassphrase,
  keyStore: noKeyStore,
  isPracticeWanted: isPractice,
  whenMissing: 'create',
});

interface Wanted {
  readonly isPractice?: boolean;
  /** Without them those of the product. */
  readonly parts?: WorkspaceParts;
}

/** The encrypted workspace that a measurement keeps in this folder; an empty folder gets a new one. */
export async function openBenchFolder(folder: string, wanted: Wanted = {}): Promise<OpenedWorkspace> {
  const { isPractice = false, parts = benchParts() } = wanted;
  const opened = await openWorkspace(benchRequest(folder, isPractice), parts);
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

/** Rows by the million are written in SQL, while nobody has the workspace open. */
export function fillDatabase(
  folder: string,
  { key }: Pick<OpenedWorkspace, 'key'>,
  fill: (database: SqliteDatabase) => void,
): void {
  const opened = openDatabase(join(folder, databaseFileName), key.dataKey, 'writer');
  if (!opened.ok) throw new Error(opened.code);
  fill(opened.value);
  opened.value.close();
}
