import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practicePlatform } from '../../../electron/carriers/practice/practicePlatform.ts';
import { systemClock } from '../../../electron/platform/clock.ts';
import { checkWorkspace } from '../../../electron/usecases/workspace/check.ts';
import { openWorkspace, type WorkspaceParts } from '../../../electron/usecases/workspace/open.ts';
import { noKeyStore } from '../../../electron/vault/keyStorePort.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'folders-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const notHere = () => {
  throw new Error('not here');
};
const parts: WorkspaceParts = {
  clock: systemClock,
  http: { send: () => Promise.reject(new Error('no network here')) },
  platforms: [practicePlatform],
  transports: [],
  divisions: notHere,
  fonts: notHere,
  openOrderSource: notHere,
  changed: () => undefined,
};
const open = (folder: string) =>
  openWorkspace(
    { folder, passphrase: '', keyStore: noKeyStore, isPracticeWanted: true, whenMissing: 'create' },
    parts,
  );
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

async function opened(folder: string) {
  const outcome = await open(folder);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

async function makeWorkspace(name: string): Promise<string> {
  const folder = join(root, name);
  await (await opened(folder)).close();
  return folder;
}

describe('the folder of a workspace', () => {
  it('is never made among the files of somebody else, whose rights stay as they are', async () => {
    const folder = join(root, 'home');
    mkdirSync(folder, { mode: 0o755 });
    writeFileSync(join(folder, 'letter.txt'), 'x');
    expect(await open(folder)).toMatchObject({ ok: false, code: 'WORKSPACE_FOLDER_FOREIGN' });
    expect(mode(folder)).toBe('755');
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  it('is never a link to elsewhere, whatever stands behind its name', async () => {
    const folder = join(root, 'elsewhere');
    mkdirSync(folder, { mode: 0o755 });
    symlinkSync(folder, join(root, 'link'));
    for (const given of [join(root, 'link'), `${join(root, 'link')}/`, join(root, 'link/.')])
      expect(await open(given)).toMatchObject({ ok: false, code: 'WORKSPACE_FOLDER_LINK' });
    expect(readdirSync(folder)).toEqual([]);
    expect(mode(folder)).toBe('755');
  });

  it('may lie below one', async () => {
    mkdirSync(join(root, 'drive'));
    symlinkSync(join(root, 'drive'), join(root, 'link'));
    await (await opened(join(root, 'link/shipdesk'))).close();
    expect(existsSync(join(root, 'drive/shipdesk/shipdesk.db'))).toBe(true);
  });

  it.each(['results', 'labels', 'backups', 'outside-calls', 'set-aside', 'shipdesk.db', 'keys.json'])(
    'holds no link under the name %s: nothing is written elsewhere',
    async (name) => {
      const folder = await makeWorkspace('desk');
      const target = join(root, 'stolen');
      if (existsSync(join(folder, name))) renameSync(join(folder, name), target);
      else mkdirSync(target);
      symlinkSync(target, join(folder, name));
      expect(await open(folder)).toMatchObject({
        ok: false,
        code: 'WORKSPACE_PART_LINK',
        params: { name, folder },
      });
    },
  );

  it('takes back from others what they could read, once, and the check of the workspace says so', async () => {
    const folder = await makeWorkspace('desk');
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'keys.json'), 0o644);
    chmodSync(join(folder, 'outside-calls'), 0o755);
    const { workspace, close } = await opened(folder);
    const check = (await checkWorkspace(workspace)).find(({ name }) => name === 'permissions');
    await close();
    expect(check?.state).toBe('warn');
    expect(check?.detail.split(' ').sort()).toEqual(['keys.json', 'outside-calls']);
    expect([mode(folder), mode(join(folder, 'keys.json')), mode(join(folder, 'outside-calls'))]).toEqual([
      '700',
      '600',
      '700',
    ]);
    const again = await opened(folder);
    const calm = (await checkWorkspace(again.workspace)).find(({ name }) => name === 'permissions');
    await again.close();
    expect(calm).toMatchObject({ state: 'ok', detail: '700' });
  });
});
