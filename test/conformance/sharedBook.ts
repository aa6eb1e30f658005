import { randomUUID } from 'node:crypto';
import { openServerStore } from '../../electron/store/server/openServerStore.ts';
import type { TextSeal } from '../../electron/vault/sealedText.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  type TestWorkspaceOptions,
} from '../doubles/workspace/openTestWorkspace.ts';
import type { ServerPlace } from './startServer.ts';
import { makeDatabase } from './storeEngines.ts';

/** A book on the server that workstations of a test open, each in a program of its own as far as anybody can tell. */
export interface SharedBook {
  /** Its name on the server. */
  readonly database: string;
  join(id: string, options?: TestWorkspaceOptions): Promise<TestWorkspace>;
  close(): Promise<void>;
}

export async function openSharedBook(place: ServerPlace, personal?: TextSeal): Promise<SharedBook> {
  const database = `book-${randomUUID()}`;
  await makeDatabase(place, database);
  const joined: TestWorkspace[] = [];
  return {
    database,
    async join(id, options = {}) {
      const workspace = await openTestWorkspace({
        // Ids of one do not meet those of another.
        seed: 100 + joined.length,
        ...options,
        at: { id, isShared: true },
        async openBook(parts) {
          const opened = await openServerStore(
            { ...place, database },
            { ...parts, ...(personal === undefined ? {} : { personal }) },
          );
          if (!opened.ok) throw new Error(opened.code);
          return opened.value;
        },
      });
      joined.push(workspace);
      return workspace;
    },
    async close() {
      for (const workspace of joined.splice(0)) await workspace.close();
    },
  };
}
