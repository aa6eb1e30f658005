import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeFile } from '../../../../../electron/usecases/updates/checkUpdates.ts';
import {
  installUpdate,
  noteNewsSeen,
  readUpdateNews,
} from '../../../../../electron/usecases/updates/install.ts';
import { failure } from '../../../../../shared/errors/outcome.ts';
import { openUpdateDesk, type UpdateDesk } from '../../../../doubles/program/updateDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let desk: UpdateDesk;
beforeEach(async () => {
  desk = await openUpdateDesk();
});
afterEach(() => desk.close());

const bring = async (version = '0.2.0', to = desk) =>
  takeFile(to.workspace, join(to.publish({ version }), `shipdesk_${version}_amd64.deb`));

/** The next start, of the version that was installed or of the former one. */
const startAs = (version: string) =>
  Object.assign(desk.workspace, { program: { ...desk.workspace.program, version } });

it('a verified backup is made, then the installer is handed over', async () => {
  await bring();
  const installed = await installUpdate(desk.workspace);
  expect(installed).toMatchObject({ ok: true, value: { isReady: true, version: '0.2.0', wayBack: null } });
  if (installed.ok) expect(existsSync(installed.value.backup?.file ?? '')).toBe(true);
  expect(desk.replacedBy).toEqual([join(desk.workspace.folder, 'updates', 'shipdesk_0.2.0_amd64.deb')]);
});

it('while a booking is unsure nothing is handed over and no backup is made', async () => {
  await bring();
  await desk.workspace.store.write((write) =>
    write.orders.insertMany([sampleOrder(1, { state: 'booking', shipmentState: 'unsure' })]),
  );
  expect(await installUpdate(desk.workspace)).toMatchObject({
    ok: true,
    value: { isReady: false, backup: null, open: { unsureOrders: 1 } },
  });
  expect(desk.replacedBy).toEqual([]);
  expect(readUpdateNews(desk.workspace)).toBeNull();
});

it('work that was begun while the backup was being made stops it as well', async () => {
  await bring();
  const { store } = desk.workspace;
  const backUp = store.backUp.bind(store);
  Object.assign(store, {
    backUp: async (target: string) => {
      const made = await backUp(target);
      await store.write((write) =>
        write.orders.insertMany([sampleOrder(1, { state: 'booking', shipmentState: 'unsure' })]),
      );
      return made;
    },
  });
  expect(await installUpdate(desk.workspace)).toMatchObject({
    ok: true,
    value: { isReady: false, open: { unsureOrders: 1 } },
  });
  expect(desk.replacedBy).toEqual([]);
});

it('with nothing brought or fetched there is nothing to install', async () => {
  expect(await installUpdate(desk.workspace)).toMatchObject({ ok: false, code: 'UPDATE_NOTHING' });
});

it('an installer that somebody changed meanwhile is not started', async () => {
  await bring();
  const file = join(desk.workspace.folder, 'updates', 'shipdesk_0.2.0_amd64.deb');
  const content = readFileSync(file);
  content[0] = (content[0] ?? 0) ^ 1;
  writeFileSync(file, content);
  expect(await installUpdate(desk.workspace)).toMatchObject({ ok: false, code: 'UPDATE_FILE_WRONG' });
  expect(desk.replacedBy).toEqual([]);
});

it('a system that refuses leaves everything as it was, and the version stays ready', async () => {
  await bring();
  desk.refusal = failure('UPDATE_INSTALLER_REFUSED', { name: 'x' });
  expect(await installUpdate(desk.workspace)).toMatchObject({ ok: false, code: 'UPDATE_INSTALLER_REFUSED' });
  expect(readUpdateNews(desk.workspace)).toBeNull();
});

it('after the first start of the new version it says so once, with backup and way back', async () => {
  await bring();
  await installUpdate(desk.workspace);
  startAs('0.2.0');
  expect(readUpdateNews(desk.workspace)).toMatchObject({ from: '0.1.0', to: '0.2.0', isDone: true });
  await noteNewsSeen(desk.workspace);
  expect(readUpdateNews(desk.workspace)).toBeNull();
  // The installer that did its work is what one goes back to after the next one.
  await desk.workspace.clock.advance(60_000);
  await bring('0.3.0');
  expect(await installUpdate(desk.workspace)).toMatchObject({
    value: { wayBack: join(desk.workspace.folder, 'updates/kept/0.2.0/shipdesk_0.2.0_amd64.deb') },
  });
});

it('an installation that was broken off is reported as what it is', async () => {
  await bring();
  await installUpdate(desk.workspace);
  startAs('0.1.0');
  expect(readUpdateNews(desk.workspace)).toMatchObject({ to: '0.2.0', isDone: false });
  await noteNewsSeen(desk.workspace);
  await desk.workspace.clock.advance(60_000);
  expect(await installUpdate(desk.workspace)).toMatchObject({ ok: true, value: { isReady: true } });
});

it('the AppImage that runs is kept to go back to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'appimage-'));
  const file = join(folder, 'ShipDesk.AppImage');
  writeFileSync(file, 'the present version');
  const { program } = desk.workspace;
  Object.assign(desk.workspace, { program: { ...program, form: { form: 'appimage', file } } });
  const place = desk.publish({ form: 'appimage' });
  expect(await takeFile(desk.workspace, join(place, 'ShipDesk-0.2.0.AppImage'))).toMatchObject({ ok: true });
  const installed = await installUpdate(desk.workspace);
  const kept = join(desk.workspace.folder, 'updates/kept/0.1.0/ShipDesk.AppImage');
  expect(installed).toMatchObject({ ok: true, value: { wayBack: kept } });
  expect(readFileSync(kept, 'utf8')).toBe('the present version');
  rmSync(folder, { recursive: true });
});
