import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgetServerPlace } from '../../../../../electron/store/server/serverPlace.ts';
import { type OpenRequest, openWorkspace } from '../../../../../electron/usecases/workspace/open.ts';
import { buildParts } from '../../../../../electron/usecases/workspace/parts.ts';
import { beginAnew } from '../../../../../electron/usecases/workstations/beginAnew.ts';
import { newFolderRefusal } from '../../../../../electron/usecases/workstations/createOnServer.ts';
import { isOnServer, placeKeyOf } from '../../../../../electron/usecases/workstations/openBook.ts';
import { noKeyStore } from '../../../../../electron/vault/keyStorePort.ts';
import { createWorkspaceKey, noteDatabaseMade } from '../../../../../electron/vault/workspaceKey.ts';
import { handClock } from '../../../../doubles/handClock.ts';

const clock = handClock();
const parts = {
  ...buildParts({
    resourceFolder: fileURLToPath(new URL('../../../../../resources', import.meta.url)),
    orderReaderFile: '',
    changed: () => undefined,
  }),
  clock,
};
const passphrase = '仓库 门口 三只 白鹅';
let place: string;
let request: OpenRequest;

/** A bench whose book has shut it out, with what it had in hand. */
beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'anew-'));
  const folder = join(place, 'desk');
  mkdirSync(folder);
  request = { folder, keyStore: noKeyStore, passphrase, isPracticeWanted: false, whenMissing: 'refuse' };
  const key = await createWorkspaceKey(
    folder,
    { ...request, isPractice: false },
    { clock, nextId: () => 'w1' },
  );
  if (!key.ok) throw new Error(key.code);
  noteDatabaseMade(folder);
  forgetServerPlace(folder, placeKeyOf(key.value));
  for (const name of ['away', 'waiting-imports', 'labels']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'kept'), name);
  }
});
afterEach(() => rmSync(place, { recursive: true }));

const asideNames = () => readdirSync(join(request.folder, 'set-aside'));

it('a bench that was shut out goes aside whole, and its folder takes another invitation', () => {
  expect(beginAnew(request, 'WORKSTATION_SHUT_OUT', parts).ok).toBe(true);
  expect([newFolderRefusal(request), isOnServer(request.folder)]).toEqual([null, false]);
  const [aside = ''] = asideNames();
  expect(readdirSync(join(request.folder, 'set-aside', aside)).sort()).toEqual([
    'away',
    'keys.json',
    'server.sealed',
    'waiting-imports',
  ]);
  expect(existsSync(join(request.folder, 'labels', 'kept'))).toBe(true);
});

it('a bench that may be opened still stays where it is', () => {
  for (const told of ['', 'WORKSPACE_LOCKED', 'SERVER_AWAY'] as const)
    expect(beginAnew(request, told, parts)).toMatchObject({ ok: false, code: 'WORKSPACE_EXISTS' });
  expect(existsSync(join(request.folder, 'set-aside'))).toBe(false);
});

it('one whose setting aside was cut off is still the bench it was, and the next try moves the rest', async () => {
  mkdirSync(join(request.folder, 'set-aside', 'left-before'), { recursive: true });
  renameSync(join(request.folder, 'away'), join(request.folder, 'set-aside', 'left-before', 'away'));
  expect(await openWorkspace(request, parts)).toMatchObject({ ok: false, code: 'WORKSTATION_SHUT_OUT' });
  expect(beginAnew(request, 'WORKSTATION_SHUT_OUT', parts).ok).toBe(true);
  expect(newFolderRefusal(request)).toBeNull();
  expect(asideNames()).toHaveLength(2);
});
