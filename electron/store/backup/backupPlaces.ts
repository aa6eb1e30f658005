import { createHash, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { z } from 'zod';
import { done, failure, failureFrom, type Outcome } from '../../../shared/errors/outcome.ts';
import { shopOffsetMs } from '../../../shared/rules/shopTime.ts';
import { renamePatiently } from '../../platform/patientFiles.ts';
import { writeWhole } from '../../platform/writeWhole.ts';
import { isDiskTrouble } from './backUpDatabase.ts';
import { type BackupHeader, backupExtension, openBackupFile } from './backupFile.ts';

export interface PlaceRequest {
  readonly folder: string;
  readonly workspaceFolder: string;
  readonly workspaceId: string;
}

/** A file of a folder that a backup may be. `header` null: cut off, altered, forged, or never one of ours. */
export interface FoundBackup {
  readonly name: string;
  readonly bytes: number;
  readonly header: BackupHeader | null;
}

/** Whose backups are meant, and what proves them (purpose `backup header`). */
export interface BackupOwner {
  readonly workspaceId: string;
  readonly key: KeyObject;
}

/** Part of the names of what the schedule made: several workspaces may share a place. */
export const shortId = (workspaceId: string): string => workspaceId.slice(-6);

const ownName = /^auto-([0-9A-Z]{6})-(\d{4})(-?)(\d\d)-?(\d\d)-(\d\d)(\d\d)(\d\d)(?:-\d+)?\.sdbackup$/i;

/**
 * When a backup of the schedule of this workspace was made, by its name; null: a person's file, or another's. Names without dashes in
 * the date are from before they were written on the shop's clock, and say UTC.
 */
export function scheduledAt(name: string, workspaceId: string): number | null {
  const [, id, year, dash, month, day, hours, minutes, seconds] = ownName.exec(name) ?? [];
  if (id?.toUpperCase() !== shortId(workspaceId).toUpperCase()) return null;
  const offsetMs = dash === '-' ? shopOffsetMs : 0;
  return Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`) - offsetMs;
}

/** The backups of a folder by their headers, by what these say where nobody has a key; a folder that is not there has none. */
export function listBackups(folder: string, owner: BackupOwner | null): readonly FoundBackup[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith(backupExtension))
    .flatMap((name) => lookAt(folder, name, owner));
}

function lookAt(folder: string, name: string, owner: BackupOwner | null): readonly FoundBackup[] {
  const facts = statSync(join(folder, name), { throwIfNoEntry: false });
  if (facts?.isFile() !== true) return [];
  const opened = openBackupFile(join(folder, name));
  if (!opened.ok) return [{ name, bytes: facts.size, header: null }];
  const { header } = opened.value;
  // Another workspace's is its own business; one that bears this name and was not written with its key is nobody's.
  const isForged = header.workspaceId === owner?.workspaceId && opened.value.proofBy(owner.key) === 'forged';
  opened.value.close();
  return [{ name, bytes: facts.size, header: isForged ? null : header }];
}

const markSchema = z.object({ workspaceId: z.string() });

/** Says in the folder itself that it was chosen: a drive that is away often leaves an empty folder of its name behind. */
const markPath = ({ folder, workspaceId }: PlaceRequest) =>
  join(folder, `shipdesk-backups-${shortId(workspaceId)}.json`);

/** Refused: a folder of the workspace, which is lost with it, and one that is not there or cannot be written. */
export function markPlace(request: PlaceRequest): Outcome<null> {
  const { folder, workspaceId } = request;
  if (!isAbsolute(folder) || !isFolder(folder)) return failure('BACKUP_PLACE_MISSING', { folder });
  if (isWithin(realpathSync(request.workspaceFolder), realpathSync(folder)))
    return failure('BACKUP_PLACE_INSIDE', { folder });
  try {
    writeFileSync(markPath(request), `${JSON.stringify({ workspaceId })}\n`, { mode: 0o600 });
    return done(null);
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
    return failure('BACKUP_PLACE_NOT_WRITABLE', { folder });
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function isWithin(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

function isMarked(request: PlaceRequest): boolean {
  try {
    const mark = markSchema.safeParse(JSON.parse(readFileSync(markPath(request), 'utf8')));
    return mark.success && mark.data.workspaceId === request.workspaceId;
  } catch {
    return false;
  }
}

/**
 * The copy gets a name of the schedule's, so that it overwrites nobody's file; it is read back from where it lies before
 * that. One that is there already and whole stays.
 */
export function copyBackup(file: string, name: string, request: PlaceRequest): Outcome<null> {
  const { folder, workspaceId } = request;
  if (scheduledAt(name, workspaceId) === null) throw new Error('a copy has a name of the schedule');
  if (!isMarked(request)) return failure('BACKUP_PLACE_AWAY', { folder });
  const target = join(folder, name);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    clearLeftovers(folder, workspaceId);
    const digest = digestOf(file);
    if (existsSync(target) && digestOf(target) === digest) return done(null);
    copyBytes(file, temporary);
    if (digestOf(temporary) !== digest) return failure('BACKUP_COPY_DAMAGED', { folder });
    renamePatiently(temporary, target);
    return done(null);
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
    // What was pulled out in the middle is away, not broken.
    if (!isMarked(request)) return failure('BACKUP_PLACE_AWAY', { folder });
    return failureFrom(error, failure('BACKUP_PLACE_NOT_WRITABLE', { folder }));
  } finally {
    removeQuietly(temporary);
  }
}

/** One piece in memory: 1 MB keeps a large backup flat. */
const chunkBytes = 1024 * 1024;

function* chunksOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(chunkBytes);
    for (let got = readSync(file, buffer); got > 0; got = readSync(file, buffer))
      yield buffer.subarray(0, got);
  } finally {
    closeSync(file);
  }
}

function digestOf(path: string): string {
  const hash = createHash('sha256');
  for (const chunk of chunksOf(path)) hash.update(chunk);
  return hash.digest('hex');
}

function copyBytes(from: string, to: string): void {
  const out = openSync(to, 'wx', 0o600);
  try {
    for (const chunk of chunksOf(from)) writeWhole(out, chunk);
    fsyncSync(out);
  } finally {
    closeSync(out);
  }
}

/** Only what is by name and by content of this workspace's schedule: everything else is somebody's. */
export function dropBackups(folder: string, names: readonly string[], owner: BackupOwner): readonly string[] {
  return names.filter((name) => {
    if (scheduledAt(name, owner.workspaceId) === null) return false;
    const [found] = lookAt(folder, name, owner);
    if (found?.header?.workspaceId !== owner.workspaceId) return false;
    return removeQuietly(join(folder, name));
  });
}

/** A file that somebody holds open, or a drive that just went, is met again next time. */
function removeQuietly(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
    return false;
  }
}

/** What a process that died in the middle left behind. `own`: the workspace's own folder, where every such file is ours. */
export function clearLeftovers(folder: string, workspaceId: string, own: 'own' | 'shared' = 'shared'): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const [, finished] = /^(.+\.sdbackup)\.\d+\.tmp$/.exec(name) ?? [];
    const isOfSchedule = finished !== undefined && scheduledAt(finished, workspaceId) !== null;
    const isOfOwnFolder =
      own === 'own' && (finished !== undefined || /^copy-\d+\.tmp(-journal)?$/.test(name));
    if (isOfSchedule || isOfOwnFolder) removeQuietly(join(folder, name));
  }
}
