import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { access, chmod, lstat, readdir, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Clock } from './clock.ts';
import { makeOwnerOnlyFolder } from './ownerOnlyFiles.ts';
import { renameInTurn } from './patientFiles.ts';

/** A file another program puts down, as it stands now. */
export interface DroppedFile {
  readonly name: string;
  readonly path: string;
  readonly sizeBytes: number;
  readonly writtenAt: number;
}

/** Files that are not finished, or belong to a program that has another one open. */
const unfinished = /^[.~]|^~\$|\.(?:part|tmp|temp|crdownload|download|partial|filepart|swp|lock)$/i;

/** Plain files of a folder by name; folders, links and unfinished files are left alone. Throws when it cannot be read. */
export async function listDropped(folder: string): Promise<DroppedFile[]> {
  const files: DroppedFile[] = [];
  for (const name of (await readdir(folder)).sort()) {
    if (unfinished.test(name)) continue;
    const path = join(folder, name);
    const stats = await lstat(path).catch(() => null);
    if (stats?.isFile() === true)
      files.push({ name, path, sizeBytes: stats.size, writtenAt: Math.floor(stats.mtimeMs) });
  }
  return files;
}

/** SHA-256 of a file as hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** What was put into such a folder before this time; a folder that cannot be read keeps it. */
export async function removeDropped(folder: string, before: number): Promise<void> {
  const files = await listDropped(folder).catch(() => []);
  for (const { path, writtenAt } of files) if (writtenAt < before) await rm(path, { force: true });
}

/**
 * Moves a file into a folder beside it; a name that is taken there gets a number. Nothing is ever replaced or removed. Files
 * with persons in them lie there for long: the folder is its owner's alone when it is made here, and what is moved into it.
 */
export async function moveInto(path: string, name: string, folder: string): Promise<string> {
  if (!existsSync(folder)) makeOwnerOnlyFolder(folder);
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let copy = 1; ; copy++) {
    const target = join(folder, copy === 1 ? name : `${stem} (${copy})${extension}`);
    const isTaken = await access(target).then(
      () => true,
      () => false,
    );
    if (isTaken) continue;
    await renameInTurn(path, target);
    // A file that another account owns keeps its rights: only the owner may change them.
    if (process.platform !== 'win32') await chmod(target, 0o600).catch(() => undefined);
    return target;
  }
}

/** A file that kept size and time for so long is finished. */
const settleMs = 2_000;

/** Which files of a folder other programs write to are finished; it remembers what still grew. */
export class SettledFiles {
  readonly #clock: Clock;
  readonly #seen = new Map<
    string,
    { readonly sizeBytes: number; readonly writtenAt: number; since: number }
  >();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What is not there any more is forgotten. */
  keepOnly(files: readonly DroppedFile[]): void {
    for (const path of this.#seen.keys())
      if (!files.some((file) => file.path === path)) this.#seen.delete(path);
  }

  /** The next file of this name is another one, whatever its size and time. */
  forget({ path }: DroppedFile): void {
    this.#seen.delete(path);
  }

  isSettled({ path, sizeBytes, writtenAt }: DroppedFile): boolean {
    const now = this.#clock.now();
    const seen = this.#seen.get(path);
    if (seen?.sizeBytes === sizeBytes && seen.writtenAt === writtenAt) return now - seen.since >= settleMs;
    this.#seen.set(path, { sizeBytes, writtenAt, since: now });
    return false;
  }
}
