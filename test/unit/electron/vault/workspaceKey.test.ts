import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../electron/platform/clock.ts';
import { createIdSource } from '../../../../electron/platform/ids.ts';
import { type KeyStorePort, noKeyStore } from '../../../../electron/vault/keyStorePort.ts';
import {
  createWorkspaceKey,
  noteDatabaseMade,
  openWorkspaceKey,
  readKeyFile,
} from '../../../../electron/vault/workspaceKey.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vault-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ports = { clock: systemClock, nextId: createIdSource(systemClock) };
const keysPath = () => join(folder, 'keys.json');

/** A key store of one user: what it wrapped, another one cannot open. */
function keyStoreOf(user: number): KeyStorePort {
  const turn = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a);
  return {
    isAvailable: () => true,
    backend: 'double',
    wrap: async (key) => Uint8Array.from([user, ...turn(key)]),
    unwrap: async (wrapped) => (wrapped[0] === user ? turn(wrapped.slice(1)) : null),
  };
}

function create(change: { passphrase?: string; keyStore?: KeyStorePort; isPractice?: boolean } = {}) {
  return createWorkspaceKey(
    folder,
    { passphrase: '', keyStore: noKeyStore, isPractice: false, ...change },
    ports,
  );
}

async function open(passphrase = '', keyStore: KeyStorePort = noKeyStore) {
  const file = readKeyFile(folder);
  if (file === null) throw new Error('no key file');
  return file.ok ? openWorkspaceKey(file.value, { passphrase, keyStore }) : file;
}

describe('the key of a workspace', () => {
  it('opens with the passphrase it was made with, in any spelling of its letters, and no other', async () => {
    const made = await create({ passphrase: '口令é密' });
    const opened = await open('口令é密');
    expect(opened).toEqual(made);
    expect(await open('口令e密')).toEqual({ ok: false, code: 'WORKSPACE_LOCKED' });
    expect(await open('')).toEqual({ ok: false, code: 'WORKSPACE_LOCKED' });
  });

  it('is wrapped: neither key nor passphrase lies in the file', async () => {
    const made = await create({ passphrase: 'canary words' });
    if (!made.ok) throw new Error(made.code);
    const text = readFileSync(keysPath(), 'utf8');
    expect(text).not.toContain('canary');
    expect(text).not.toContain(Buffer.from(made.value.dataKey).toString('hex'));
    expect(statSync(keysPath()).mode & 0o077).toBe(0);
  });

  it('opens with the key store of the same user only', async () => {
    const made = await create({ keyStore: keyStoreOf(1) });
    expect(await open('', keyStoreOf(1))).toEqual(made);
    expect(await open('', keyStoreOf(2))).toMatchObject({ code: 'WORKSPACE_LOCKED' });
    expect(await open('', noKeyStore)).toMatchObject({ code: 'WORKSPACE_LOCKED' });
  });

  it('needs nothing for practice, and says that it is practice', async () => {
    await create({ isPractice: true });
    expect(await open()).toMatchObject({ ok: true, value: { isPractice: true } });
  });

  it('is not made without a passphrase where there is no key store, and leaves nothing behind', async () => {
    expect(await create()).toEqual({ ok: false, code: 'WORKSPACE_NO_KEY_STORE' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('remembers whether its database was ever made', async () => {
    await create({ passphrase: 'x' });
    expect(await open('x')).toMatchObject({ value: { hasDatabase: false } });
    noteDatabaseMade(folder);
    expect(await open('x')).toMatchObject({ value: { hasDatabase: true } });
  });

  it('is damage, and never overwritten, whatever the file holds instead', async () => {
    await create({ passphrase: 'x' });
    const good = readFileSync(keysPath(), 'utf8');
    const damages = [
      '',
      '{',
      '[]',
      good.slice(0, -20),
      good.replace(/"wrapped": "../, '"wrapped": "'),
      good.replace(/"nonce": "../, '"nonce": "'),
      good.replace('"version": 1', '"version": 2'),
      good.replace('passphrase', 'riddle'),
    ];
    for (const damaged of damages) {
      writeFileSync(keysPath(), damaged);
      expect(await open('x')).toEqual({ ok: false, code: 'WORKSPACE_DAMAGED' });
      noteDatabaseMade(folder);
      expect(readFileSync(keysPath(), 'utf8')).toBe(damaged);
    }
  });

  it('does not open when a digit of the wrapped key was changed', async () => {
    await create({ passphrase: 'x' });
    const good = readFileSync(keysPath(), 'utf8');
    const changed = good.replace(
      /("wrapped": ")(.)/,
      (_, head: string, digit: string) => head + (digit === '0' ? '1' : '0'),
    );
    writeFileSync(keysPath(), changed);
    expect(await open('x')).toEqual({ ok: false, code: 'WORKSPACE_LOCKED' });
  });
});
