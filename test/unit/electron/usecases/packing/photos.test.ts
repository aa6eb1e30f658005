import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeBenchDevices } from '../../../../../electron/usecases/devices/benchDevices.ts';
import {
  exportPhotos,
  forgetOldPhotos,
  listPhotos,
  photoUsage,
  readPhoto,
  savePhoto,
} from '../../../../../electron/usecases/packing/photos.ts';
import { dayMs } from '../../../../../shared/rules/shopTime.ts';
import { type BenchDesk, of, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { hireStaff } from '../../../../doubles/workspace/staff.ts';

/** Begins like a JPEG; what is in it nobody asks. */
const still = (no = 1): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(900, `still ${no}`)]);

let desk: BenchDesk;
beforeEach(async () => {
  desk = await openBenchDesk([{}, {}]);
  await desk.rules({ checksItems: false, scansLabel: false });
  await camera({ isOn: true });
  await desk.book(1);
  await desk.scan(sampleOrder(1).orderNo);
});
afterEach(() => desk.workspace.close());

const camera = (change: { readonly isOn: boolean; readonly keepDays?: number }) =>
  changeBenchDevices(desk.workspace, { camera: { deviceId: '', name: '', keepDays: 30, ...change } });
const parcelId = async () => (await desk.box(1))?.id ?? '';
const save = async (bytes = still()) =>
  savePhoto(desk.workspace, { parcelId: await parcelId(), base64: bytes.toString('base64') });
const orderId = sampleOrder(1).id;
const folder = () => join(desk.workspace.folder, 'photos');
const files = () => readdirSync(folder());

describe('a photo of a parcel', () => {
  it('is kept sealed, listed with its order, and read by who may see personal data, on record', async () => {
    const { packer, clerk } = await hireStaff(desk.workspace);
    const row = of(await save());
    expect(await listPhotos(desk.workspace, { orderId })).toEqual([row]);
    const [name = ''] = files();
    const sealed = readFileSync(join(folder(), name));
    expect(sealed.includes('still 1')).toBe(false);
    const asked = { photoId: row.photoId };
    expect(await readPhoto(packer.hands, asked)).toMatchObject({ code: 'OPERATOR_APPROVAL_NEEDED' });
    expect(Buffer.from(of(await readPhoto(clerk.hands, asked)).base64, 'base64')).toEqual(still());
    const acts = await desk.workspace.store.read.operatorActs.after(0, 100);
    expect(acts.filter(({ kind }) => kind === 'personal-data-shown')).toMatchObject([
      { operator: '李发货', orderId, what: 'photo 1' },
    ]);
  });

  it('is refused while photos are off, when it is no picture, and beyond what a parcel needs', async () => {
    expect(await save(Buffer.from('no picture'))).toMatchObject({ code: 'PHOTO_UNREADABLE' });
    for (let no = 0; no < 12; no++) of(await save(still(no)));
    expect(await save()).toMatchObject({ code: 'PHOTO_TOO_MANY' });
    await camera({ isOn: false });
    expect(await save()).toMatchObject({ code: 'PHOTO_OFF' });
    expect(await photoUsage(desk.workspace)).toEqual({ photos: 12, bytes: 12 * still().length });
  });

  it('that was changed, or whose file was put in the place of another one, is not shown', async () => {
    const [one, other] = [of(await save(still(1))), of(await save(still(2)))];
    const fileOf = (photoId: string) => join(folder(), `${photoId}.sealed`);
    writeFileSync(fileOf(one.photoId), readFileSync(fileOf(other.photoId)));
    expect(await readPhoto(desk.workspace, { photoId: one.photoId })).toMatchObject({ code: 'PHOTO_GONE' });
    rmSync(fileOf(other.photoId));
    expect(await readPhoto(desk.workspace, { photoId: other.photoId })).toMatchObject({ code: 'PHOTO_GONE' });
  });

  it('is destroyed after its days, and with its order, file and key', async () => {
    await camera({ isOn: true, keepDays: 7 });
    of(await save(still(1)));
    await desk.workspace.clock.advance(6 * dayMs);
    of(await save(still(2)));
    await forgetOldPhotos(desk.workspace);
    expect(files()).toHaveLength(2);
    await desk.workspace.clock.advance(dayMs + 1);
    await forgetOldPhotos(desk.workspace);
    expect([files().length, (await listPhotos(desk.workspace, { orderId })).length]).toEqual([1, 1]);
    await desk.workspace.store.write((write) => write.orders.remove([orderId]));
    expect(await listPhotos(desk.workspace, { orderId })).toEqual([]);
    await forgetOldPhotos(desk.workspace);
    expect(files()).toEqual([]);
  });

  it('is exported for a claim by who may export personal data, on record before the file is there', async () => {
    const { clerk } = await hireStaff(desk.workspace);
    of(await save());
    const asked = { orderId, reason: '理赔', folder: desk.workspace.folder };
    expect(await exportPhotos(clerk.hands, asked)).toMatchObject({ code: 'OPERATOR_APPROVAL_NEEDED' });
    const written = of(await exportPhotos(desk.workspace, asked));
    expect(written.rowCount).toBe(1);
    expect(readFileSync(written.path)).toEqual(still());
    const acts = await desk.workspace.store.read.operatorActs.after(0, 100);
    const steps = acts.filter(({ kind }) => kind === 'personal-data-exported').map(({ step }) => step);
    expect(steps).toEqual(['begun', 'ended']);
  });
});
