import { join } from 'node:path';
import type { Answered, Asked } from '../../../shared/contracts/contract.ts';
import type { ParcelPhotoRow } from '../../../shared/contracts/packing/photos.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import type { WrittenFile } from '../../imports/writers/writeTextWorkbook.ts';
import { pictureType } from '../../packing/pictureLink.ts';
import { replaceOwnerOnlyFile } from '../../platform/ownerOnlyFiles.ts';
import { newSealKey, photoFiles } from '../../store/packing/photoFiles.ts';
import type { ParcelPhoto } from '../../store/schema.ts';
import { readBenchDevices } from '../devices/benchDevices.ts';
import { type Approval, checkRight } from '../operators/checkRight.ts';
import { exportPersonal, recordReveal } from '../orders/reveal.ts';
import { change, resultsFolder, type Workspace } from '../workspace/workspace.ts';

/** A parcel is photographed from a few sides, not filmed. */
const mostOfParcel = 12;

const shown = ({ id, parcelNo, takenAt, operator, sizeBytes }: ParcelPhoto): ParcelPhotoRow => ({
  photoId: id,
  parcelNo,
  takenAt,
  operator,
  sizeBytes,
});

/** Stores a photo of a parcel. Each has its own key in the database: without its row it can never be opened again. */
export async function savePhoto(
  workspace: Workspace,
  { parcelId, base64 }: Asked<'photos', 'save'>,
): Promise<Outcome<ParcelPhotoRow>> {
  const { store, clock, actor, nextId } = workspace;
  if (!(await readBenchDevices(workspace)).camera.isOn) return failure('PHOTO_OFF');
  const bytes = Buffer.from(base64, 'base64');
  if (pictureType(bytes) !== 'image/jpeg') return failure('PHOTO_UNREADABLE');
  const parcel = await store.read.packedParcels.byId(parcelId);
  if (parcel === undefined) return failure('PACK_PARCEL_NOT_FOUND');
  if ((await store.read.photos.countOfParcel(parcelId)) >= mostOfParcel)
    return failure('PHOTO_TOO_MANY', { most: mostOfParcel });
  const id = nextId();
  const { orderId, parcelNo } = parcel;
  const facts = { takenAt: clock.now(), operator: actor.name, sizeBytes: bytes.length };
  const row: ParcelPhoto = { id, parcelId, orderId, parcelNo, ...facts, sealKey: newSealKey() };
  // The row first: a file without a row counts as a leftover.
  await change(workspace, ['packing'], (write) => write.photos.add(row));
  try {
    photoFiles(workspace.folder).put(row, bytes);
  } catch {
    await change(workspace, ['packing'], (write) => write.photos.remove(id));
    return failure('PHOTO_NOT_WRITTEN');
  }
  return done(shown(row));
}

/** Photos of an order's parcels, in the order they were taken. */
export async function listPhotos(
  { store: { read } }: Pick<Workspace, 'store'>,
  { orderId }: Asked<'photos', 'ofOrder'>,
): Promise<ParcelPhotoRow[]> {
  return (await read.photos.ofOrder(orderId)).map(shown);
}

interface Approved {
  readonly approvals?: readonly Approval[];
}

/** One photo, for a person who may see personal data; the viewing is recorded first. */
export async function readPhoto(
  workspace: Workspace,
  { photoId, approvals = [] }: Pick<Asked<'photos', 'read'>, 'photoId'> & Approved,
): Promise<Outcome<Answered<'photos', 'read'>>> {
  const allowed = checkRight(workspace.actor, 'seePersonalData', approvals);
  if (!allowed.ok) return allowed;
  const row = await workspace.store.read.photos.byId(photoId);
  const bytes = row === undefined ? null : photoFiles(workspace.folder).read(row);
  if (row === undefined || bytes === null) return failure('PHOTO_GONE');
  const { orderId } = row;
  await recordReveal(workspace, { orderId, what: 'photo', count: 1, approver: allowed.value });
  return done({ base64: bytes.toString('base64') });
}

/** All photos of an order as plain files for a claim, for who may export personal data; on record before there is one. */
export async function exportPhotos(
  workspace: Workspace,
  request: Pick<Asked<'photos', 'export'>, 'orderId' | 'reason'> & Approved & { readonly folder?: string },
): Promise<Outcome<WrittenFile>> {
  const { orderId, reason, approvals = [], folder = resultsFolder(workspace) } = request;
  const rows = await workspace.store.read.photos.ofOrder(orderId);
  if (rows.length === 0) return failure('PHOTO_GONE');
  return exportPersonal(workspace, { isRevealed: true, reason, approvals }, 'photos', async () => {
    const written: string[] = [];
    for (const row of rows) {
      const bytes = photoFiles(workspace.folder).read(row);
      if (bytes === null) continue;
      const path = join(folder, `photo-${row.id}.jpg`);
      replaceOwnerOnlyFile(path, bytes);
      written.push(path);
    }
    const [path] = written;
    return path === undefined ? failure('PHOTO_GONE') : done({ path, rowCount: written.length });
  });
}

export const photoUsage = ({ store: { read } }: Pick<Workspace, 'store'>) => read.photos.usage();

/** Forgets photos that are older than the bench keeps them, and removes the files of all that were forgotten, with their orders or here. */
export async function forgetOldPhotos(workspace: Workspace): Promise<void> {
  const { store, clock } = workspace;
  const { camera } = await readBenchDevices(workspace);
  await store.write((write) => write.photos.forgetBefore(clock.now() - camera.keepDays * dayMs));
  const files = photoFiles(workspace.folder);
  const there = files.ids();
  const kept = new Set(await store.read.photos.ids());
  for (const id of there) if (!kept.has(id)) files.remove(id);
}
