import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { dayMs, hourMs } from '../../../../shared/rules/shopTime.ts';
import {
  type DroppedFile,
  listDropped,
  moveInto,
  removeDropped,
  SettledFiles,
} from '../../../platform/dropFolder.ts';
import { clearRequests, isRequest, takeRequest } from '../../../platform/fileRequests.ts';
import { makeOwnerOnlyFolder, replaceOwnerOnlyFile } from '../../../platform/ownerOnlyFiles.ts';
import { parseJson } from '../../../store/database/storedJson.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type TakenPush, takePush } from '../push.ts';
import { askRelays } from './relays.ts';

/** The folder where another program of the same owner leaves pushed messages while this one has the workspace. */
export const pushHandOverFolder = (workspaceFolder: string): string => join(workspaceFolder, 'pushes');

/** A handed-over push: the account's name and the form. */
const handedPush = z.object({ account: z.string().max(200), body: z.string().max(2_000_000) });

/** Its result. */
export const handedAnswer = z.union([
  z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  z.object({
    acknowledgement: z.string(),
    errorCode: z.string(),
    updated: z.number(),
    ignored: z.number(),
    pickups: z.number(),
    cod: z.number(),
  }),
]);

/** Larger than the longest message of any platform. */
const maxFileBytes = 2_000_000;
/** Messages contain news about people's parcels: processed ones are not kept for long. */
const keptMs = 7 * dayMs;
const tidyEveryMs = hourMs;
const folderEveryMs = 3_000;

/** Processes pushed messages from every source; one round at a time. */
export class PushRounds {
  readonly #workspace: Workspace;
  readonly #settled: SettledFiles;
  readonly #handOverFolder: string;
  #folderAt = 0;
  #tidiedAt = 0;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#settled = new SettledFiles(workspace.clock);
    this.#handOverFolder = pushHandOverFolder(workspace.folder);
    makeOwnerOnlyFolder(this.#handOverFolder);
    clearRequests(this.#handOverFolder, readdirSync(this.#handOverFolder));
  }

  async round(signal?: AbortSignal): Promise<void> {
    const now = this.#workspace.clock.now();
    await this.#takeHandedOver();
    if (Math.abs(now - this.#folderAt) >= folderEveryMs) {
      this.#folderAt = now;
      const folder = await this.#workspace.store.read.settings.get('pushFolder');
      if (folder !== null) await this.#takeFolder(folder, signal);
    }
    await askRelays(this.#workspace, signal);
    if (Math.abs(now - this.#tidiedAt) < tidyEveryMs) return;
    this.#tidiedAt = now;
    await this.#workspace.store.write((write) => write.pushes.removeBefore(now - 30 * dayMs));
  }

  async #takeHandedOver(): Promise<void> {
    for (const name of readdirSync(this.#handOverFolder).filter(isRequest)) {
      const request = takeRequest(join(this.#handOverFolder, name));
      if (request === null) continue;
      const taken = await this.#takeOne(request.content);
      request.answer(
        JSON.stringify(taken.ok ? taken.value : { code: taken.code, params: taken.params ?? {} }),
      );
    }
  }

  async #takeOne(content: string): Promise<Outcome<TakenPush>> {
    const read = handedPush.safeParse(parseJson(content));
    if (!read.success) return failure('PUSH_UNREADABLE', { reason: 'shape' });
    const account = await this.#workspace.store.read.accounts.byName(read.data.account);
    if (account === undefined) return failure('ACCOUNT_NOT_FOUND', { name: read.data.account });
    return takePush(this.#workspace, { accountId: account.id, body: read.data.body, channel: 'command' });
  }

  /** One folder per account, with its name; each file in it is one message. */
  async #takeFolder(folder: string, signal?: AbortSignal): Promise<void> {
    const found: { readonly accountId: string; readonly of: string; readonly file: DroppedFile }[] = [];
    for (const { id, name } of await this.#workspace.store.read.accounts.all()) {
      const of = join(folder, folderNameOf(name));
      const files = await listDropped(of).catch(() => []);
      found.push(...files.map((file) => ({ accountId: id, of, file })));
      await removeDropped(join(of, 'done'), this.#workspace.clock.now() - keptMs);
    }
    this.#settled.keepOnly(found.map(({ file }) => file));
    for (const { accountId, of, file } of found)
      if (signal?.aborted !== true && this.#settled.isSettled(file)) {
        await this.#takeFile(accountId, of, file);
        this.#settled.forget(file);
      }
  }

  async #takeFile(accountId: string, of: string, file: DroppedFile): Promise<void> {
    const taken =
      file.sizeBytes > maxFileBytes
        ? failure('PUSH_UNREADABLE', { reason: 'too-long' })
        : await takePush(this.#workspace, {
            accountId,
            body: readFileSync(file.path, 'utf8'),
            channel: 'folder',
          });
    const isTaken = taken.ok && taken.value.errorCode === '';
    const movedTo = await moveInto(file.path, file.name, join(of, isTaken ? 'done' : 'failed'));
    // The merchant's server sends it back to the platform.
    if (taken.ok) replaceOwnerOnlyFile(`${movedTo}.answer`, taken.value.acknowledgement);
  }
}

/** An account's name as that of a folder: what no system allows in one is written as `%2F`. */
export function folderNameOf(accountName: string): string {
  return accountName.replace(/[\p{Cc}<>:"/\\|?*%]|[. ]+$/gu, (sign) => encodeURIComponent(sign));
}
