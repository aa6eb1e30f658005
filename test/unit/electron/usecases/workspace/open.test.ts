import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practicePlatform } from '../../../../../electron/carriers/practice/practicePlatform.ts';
import { type Clock, systemClock } from '../../../../../electron/platform/clock.ts';
import { databaseFileName } from '../../../../../electron/store/database/openDatabase.ts';
import { openWorkspace, type WorkspaceParts } from '../../../../../electron/usecases/workspace/open.ts';
import { noKeyStore } from '../../../../../electron/vault/keyStorePort.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function parts(clock: Clock = systemClock): WorkspaceParts {
  const notHere = () => {
    throw new Error('not here');
  };
  return {
    clock,
    http: { send: () => Promise.reject(new Error('no network here')) },
    platforms: [practicePlatform],
    transports: [],
    divisions: notHere,
    fonts: notHere,
    openOrderSource: notHere,
    changed: () => undefined,
  };
}

const request = (
  change: { passphrase?: string; isPracticeWanted?: boolean; whenMissing?: 'create' | 'refuse' } = {},
) => ({
  folder,
  passphrase: 'right horse battery',
  keyStore: noKeyStore,
  isPracticeWanted: false,
  whenMissing: 'create' as const,
  ...change,
});

async function openAndClose(change = {}) {
  const opened = await openWorkspace(request(change), parts());
  if (opened.ok) await opened.value.close();
  return opened.ok ? 'open' : opened.code;
}

describe('opening a workspace', () => {
  it('makes one where there is none, and only if it may', async () => {
    expect(await openAndClose({ whenMissing: 'refuse' })).toBe('WORKSPACE_MISSING');
    expect(existsSync(join(folder, 'keys.json'))).toBe(false);
    expect(await openAndClose()).toBe('open');
    expect(await openAndClose({ whenMissing: 'refuse' })).toBe('open');
    expect(await openAndClose({ passphrase: 'wrong' })).toBe('WORKSPACE_LOCKED');
  });

  it('makes a practice one usable at once', async () => {
    const opened = await openWorkspace(request({ isPracticeWanted: true, passphrase: '' }), parts());
    if (!opened.ok) throw new Error(opened.code);
    const { workspace, close } = opened.value;
    expect(workspace.isPractice).toBe(true);
    expect((await workspace.store.read.accounts.all()).map(({ platform }) => platform)).toEqual(['practice']);
    await close();
  });

  it('finishes a making that was cut off before its database was there', async () => {
    expect(await openAndClose()).toBe('open');
    for (const name of readdirSync(folder)) if (name.startsWith(databaseFileName)) rmSync(join(folder, name));
    expect(await openAndClose()).toBe('WORKSPACE_DAMAGED');
    rmSync(join(folder, 'keys.json'));
    expect(await openAndClose()).toBe('open');
  });

  it('makes no new key beside a database whose key is gone', async () => {
    await openAndClose();
    rmSync(join(folder, 'keys.json'));
    expect(await openAndClose()).toBe('WORKSPACE_DAMAGED');
    expect(existsSync(join(folder, 'keys.json'))).toBe(false);
  });

  it('gives the lock back when opening fails, also by a bug', async () => {
    await openAndClose();
    const broken: Clock = {
      ...systemClock,
      now: () => {
        throw new Error('bug');
      },
    };
    await expect(openWorkspace(request(), parts(broken))).rejects.toThrow('bug');
    expect(await openAndClose({ passphrase: 'wrong' })).toBe('WORKSPACE_LOCKED');
    writeFileSync(join(folder, 'keys.json'), '{');
    expect(await openAndClose()).toBe('WORKSPACE_DAMAGED');
    expect(await openAndClose()).toBe('WORKSPACE_DAMAGED');
  });
});
