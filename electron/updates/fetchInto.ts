import { open, rm } from 'node:fs/promises';
import type { ReleaseFile } from '../../shared/domain/updates/release.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { makeOwnerOnlyFolder } from '../platform/ownerOnlyFiles.ts';
import { type Fetched, fetchFile } from './fetchFile.ts';
import { acceptPart, partPath, sizeOf, sweepInstallers } from './installers.ts';
import { notKept, type UpdatePlace, updateFolder } from './updateFolder.ts';

export interface DownloadProgress {
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export interface DownloadOptions {
  readonly report: (progress: DownloadProgress) => void;
  readonly signal?: AbortSignal;
  /** A server that says nothing for so long has fallen silent; absent: as usual. */
  readonly silentMs?: number;
}

/** Fetches what is not here yet of an installer and checks the whole. Stopped or cut off, the part stays for the next time. */
export async function fetchInto(
  here: UpdatePlace,
  place: URL,
  file: ReleaseFile,
  options: DownloadOptions,
): Promise<Outcome<null>> {
  try {
    const fetched = await fetchRest(here, place, file, options);
    return fetched.ok ? await acceptPart(here, file) : fetched;
  } catch (error) {
    return notKept(here, error);
  }
}

async function fetchRest(
  here: UpdatePlace,
  place: URL,
  file: ReleaseFile,
  { report, ...options }: DownloadOptions,
): Promise<Outcome<null>> {
  const { host } = place;
  makeOwnerOnlyFolder(updateFolder(here));
  sweepInstallers(here, file);
  const part = partPath(here, file);
  // More than there can be is of something else.
  if (sizeOf(part) > file.bytes) await rm(part, { force: true });
  const present = sizeOf(part);
  if (present === file.bytes) return done(null);
  const answered = await fetchFile(place, { from: present, ...options });
  if (!answered.ok) return answered;
  const { status, close } = answered.value;
  const from = startOf(answered.value, present);
  if (from === null) {
    close();
    return failure('UPDATE_SERVER_ANSWER', { host, status });
  }
  const ended = await writePieces(part, answered.value, { from, total: file.bytes, report });
  if (ended === 'too-long') {
    await rm(part, { force: true });
    return failure('UPDATE_FILE_WRONG', { name: file.name });
  }
  return ended === 'whole' && sizeOf(part) === file.bytes
    ? done(null)
    : failure('UPDATE_SERVER_CUT', { host });
}

/** Where the answer begins: behind what is here, or at the start of the file. null: it is neither. */
function startOf({ status, headers }: Fetched, present: number): number | null {
  if (status === 200) return 0;
  const range = String(headers['content-range'] ?? '');
  return status === 206 && present > 0 && range.startsWith(`bytes ${present}-`) ? present : null;
}

interface Writing {
  readonly from: number;
  readonly total: number;
  readonly report: DownloadOptions['report'];
}

/** Never more is written than was signed for. */
async function writePieces(
  part: string,
  { pieces, isWhole, close }: Fetched,
  { from, total, report }: Writing,
): Promise<'whole' | 'cut' | 'too-long'> {
  const file = await open(part, from === 0 ? 'w' : 'a', 0o600);
  let doneBytes = from;
  try {
    for await (const piece of pieces) {
      if (doneBytes + piece.length > total) return 'too-long';
      await file.write(piece);
      doneBytes += piece.length;
      report({ doneBytes, totalBytes: total });
    }
    await file.sync();
    return isWhole() ? 'whole' : 'cut';
  } finally {
    await file.close();
    close();
  }
}
