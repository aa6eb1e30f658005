import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ReleaseFile } from '../../shared/domain/updates/release.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { systemCodeOf } from '../platform/expectedFailure.ts';
import { makeOwnerOnlyFolder } from '../platform/ownerOnlyFiles.ts';
import { renamePatiently } from '../platform/patientFiles.ts';
import { keptFolder, notKept, ownNames, type UpdatePlace, updateFolder } from './updateFolder.ts';

const partEnding = '.part';

const installerPath = (here: UpdatePlace, { name }: Pick<ReleaseFile, 'name'>): string =>
  join(updateFolder(here), name);

export const partPath = (here: UpdatePlace, file: Pick<ReleaseFile, 'name'>): string =>
  `${installerPath(here, file)}${partEnding}`;

/** 0: nothing of it. */
export function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** Whole, as far as its size tells; its hash is asked when it came and when it is started. */
export const isReady = (here: UpdatePlace, file: ReleaseFile): boolean =>
  sizeOf(installerPath(here, file)) === file.bytes;

/** Removes what is no part of `file` any more: rests of downloads, installers of other versions. null: all of them. */
export function sweepInstallers(here: UpdatePlace, file: ReleaseFile | null): void {
  const folder = updateFolder(here);
  if (!existsSync(folder)) return;
  const ofOffer = file === null ? [] : [ownNames.withOffer, file.name, `${file.name}${partEnding}`];
  const keptNames = new Set<string>([...ownNames.always, ...ofOffer]);
  for (const name of readdirSync(folder))
    if (!keptNames.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Keeps these versions to go back to, and no other. */
function sweepKept(here: UpdatePlace, versions: readonly string[]): void {
  const folder = join(updateFolder(here), 'kept');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (!versions.includes(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** The file that puts this version in again; null: none is kept. */
export function keptFile(here: UpdatePlace, version: string): string | null {
  const folder = keptFolder(here, version);
  const [name] = existsSync(folder) ? readdirSync(folder) : [];
  return name === undefined ? null : join(folder, name);
}

/** Is it the file that was signed, byte for byte? */
async function isSignedFile(path: string, { bytes, sha512 }: ReleaseFile): Promise<boolean> {
  if (sizeOf(path) !== bytes) return false;
  const hash = createHash('sha512');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('base64') === sha512;
}

/** Makes the part an installer, if it is the one that was signed; else nothing of it stays. */
export async function acceptPart(here: UpdatePlace, file: ReleaseFile): Promise<Outcome<null>> {
  const part = partPath(here, file);
  if (!(await isSignedFile(part, file))) {
    await rm(part, { force: true });
    return failure('UPDATE_FILE_WRONG', { name: file.name });
  }
  await rename(part, installerPath(here, file));
  return done(null);
}

/** An installer that somebody brings is copied first, and the copy is what is checked. */
export async function bringInstaller(
  here: UpdatePlace,
  from: string,
  file: ReleaseFile,
): Promise<Outcome<null>> {
  const part = partPath(here, file);
  try {
    makeOwnerOnlyFolder(updateFolder(here));
    sweepInstallers(here, null);
    await copyFile(join(from, file.name), part);
    return await acceptPart(here, file);
  } catch (error) {
    await rm(part, { force: true });
    return systemCodeOf(error) === 'ENOENT'
      ? failure('UPDATE_FILES_APART', { name: file.name })
      : notKept(here, error);
  }
}

/** The installer just before it is started: somebody may have changed it since it came. */
export async function provenInstaller(here: UpdatePlace, file: ReleaseFile): Promise<Outcome<string>> {
  const installer = installerPath(here, file);
  if (!isReady(here, file)) return failure('UPDATE_NOTHING');
  if (await isSignedFile(installer, file)) return done(installer);
  rmSync(installer, { force: true });
  return failure('UPDATE_FILE_WRONG', { name: file.name });
}

/**
 * The installer that did its work is what one goes back to after the next one; of versions older than these two nothing is kept. An
 * AppImage was kept as it ran.
 */
export function keepInstaller(here: UpdatePlace, installed: InstalledVersion, isAppImage: boolean): void {
  const { from, to, file } = installed;
  try {
    const name = basename(file);
    if (!isAppImage && keptFile(here, to) === null) {
      makeOwnerOnlyFolder(keptFolder(here, to));
      renamePatiently(installerPath(here, { name }), join(keptFolder(here, to), name));
    }
    sweepKept(here, [from, to]);
    sweepInstallers(here, null);
  } catch {
    // It is a way back the less; the present version is not harmed by it.
  }
}

interface InstalledVersion {
  readonly from: string;
  readonly to: string;
  readonly file: string;
}
