import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace } from '../../../electron/usecases/workspace/open.ts';
import type { Workspace } from '../../../electron/usecases/workspace/workspace.ts';
import { noKeyStore } from '../../../electron/vault/keyStorePort.ts';
import { benchFolder } from './benchFolders.ts';
import { benchParts } from './benchParts.ts';

/** A new encrypted workspace with the real parts, on the same disk every time; `close` deletes it. */
export async function openBenchWorkspace(
  isPractice: boolean,
): Promise<{ workspace: Workspace; close(): Promise<void> }> {
  const folder = mkdtempSync(join(benchFolder, 'workspace-'));
  const opened = await openWorkspace(
    {
      folder,
      passphrase: 'bench of the figures',
      keyStore: noKeyStore,
      isPracticeWanted: isPractice,
      whenMissing: 'create',
    },
    benchParts(),
  );
  if (!opened.ok) throw new Error(opened.code);
  return {
    workspace: opened.value.workspace,
    async close() {
      await opened.value.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
