import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from '../../../electron/usecases/workspace/workspace.ts';
import { benchFolder } from './benchFolders.ts';
import { openBenchFolder } from './openBenchFolder.ts';

/** A new encrypted workspace with the real parts, on the same disk every time; `close` deletes it. */
export async function openBenchWorkspace(
  isPractice: boolean,
): Promise<{ workspace: Workspace; close(): Promise<void> }> {
  const folder = mkdtempSync(join(benchFolder, 'workspace-'));
  const { workspace, close } = await openBenchFolder(folder, { isPractice });
  return {
    workspace,
    async close() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
