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
  noteRecoveryUsed,
  openWorkspaceKey,
  readKeyFile,
} from '../../../../electron/vault/workspaceKey.ts';
import { drawRecoveryCode } from '../../../../shared/rules/recoveryCode.ts';

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

function create(
  change: {
    passphrase?: string;
    keyStore?: KeyStorePort;
    isPractice?: boolean;
    isRecoverable?: boolean;
  } = {},
) {
  return createWorkspaceKey(
    folder,
    { passphrase: '', keyStore: noKeyStore, isPractice: false, ...change },
    ports,
  );
}

let now = 0;

async function open(passphrase = '', keyStore: KeyStorePort = noKeyStore, recoveryCode = '') {
  // Long after the last try: waiting has tests of its own.
  now += 3_600_000;
  const file = readKeyFile(folder);
  if (file === null) throw new Error('no key file');
  return file.ok
    ? openWorkspaceKey(file.value, { passphrase, recoveryCode, keyStore }, { folder, now })
    : file;
}

describe('the key of a workspace', () => {
  it('opens with the passphrase it was made with, in any spelling of its letters, and no other', async () => {
    const made = await create({ passphrase: '口令é密，一只仓库猫' });
    const opened = await open('口令é密，一只仓库猫');
    expect(opened).toMatchObject({ ok: true, value: { dataKey: made.ok && made.value.dataKey } });
    expect(await open('口令e密，一只仓库猫')).toEqual({ ok: false, code: 'WORKSPACE_LOCKED' });
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
    expect(await open('', keyStoreOf(1))).toMatchObject({
      value: { dataKey: made.ok && made.value.dataKey },
    });
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
    await create({ passphrase: 'kept in a drawer' });
    expect(await open('kept in a drawer')).toMatchObject({ value: { hasDatabase: false } });
    noteDatabaseMade(folder);
    expect(await open('kept in a drawer')).toMatchObject({ value: { hasDatabase: true } });
  });

  it('is damage, and never overwritten, whatever the file holds instead', async () => {
    await create({ passphrase: 'kept in a drawer' });
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
      expect(await open('kept in a drawer')).toEqual({ ok: false, code: 'WORKSPACE_DAMAGED' });
      noteDatabaseMade(folder);
      expect(readFileSync(keysPath(), 'utf8')).toBe(damaged);
    }
  });

  it('does not open when a digit of the wrapped key was changed', async () => {
    await create({ passphrase: 'kept in a drawer' });
    const good = readFileSync(keysPath(), 'utf8');
    const changed = good.replace(
      /("wrapped": ")(.)/,
      (_, head: string, digit: string) => head + (digit === '0' ? '1' : '0'),
    );
    writeFileSync(keysPath(), changed);
    expect(await open('kept in a drawer')).toEqual({ ok: false, code: 'WORKSPACE_LOCKED' });
  });

  it('opens by the recovery code as well, however it is typed, and says when it did', async () => {
    const made = await create({ passphrase: 'canary words drawn', isRecoverable: true });
    if (!made.ok || made.value.recoveryCode === null) throw new Error('no code');
    const { dataKey, recoveryCode: code } = made.value;
    expect(readFileSync(keysPath(), 'utf8')).not.toContain(code.slice(0, 9));
    const opened = await open('', noKeyStore, code.toLowerCase().replaceAll('-', ' '));
    expect(opened).toMatchObject({ ok: true, value: { dataKey, openedBy: { kind: 'recovery' } } });
    if (opened.ok) noteRecoveryUsed(folder, opened.value, 4_711);
    expect(readKeyFile(folder)).toMatchObject({
      value: { slots: [{ kind: 'passphrase' }, { kind: 'recovery', usedAt: 4_711 }] },
    });
  });

  it('tells a mistyped recovery code from a wrong one, and from none at all', async () => {
    const made = await create({ passphrase: 'canary words drawn', isRecoverable: true });
    const code = (made.ok && made.value.recoveryCode) || '';
    const other = drawRecoveryCode(() => 5);
    expect(await open('', noKeyStore, `${code.slice(0, -1)}${code.endsWith('A') ? 'C' : 'A'}`)).toMatchObject(
      {
        code: 'RECOVERY_CODE_TYPO',
      },
    );
    expect(await open('', noKeyStore, code.slice(5))).toMatchObject({ code: 'RECOVERY_CODE_TYPO' });
    expect(await open('', noKeyStore, other)).toMatchObject({ code: 'RECOVERY_CODE_WRONG' });
    rmSync(keysPath());
    await create({ passphrase: 'canary words drawn' });
    expect(await open('', noKeyStore, other)).toMatchObject({ code: 'RECOVERY_CODE_NONE' });
  });

  it('counts a wrong code like a wrong passphrase, and a mistyped one not at all', async () => {
    await create({ passphrase: 'canary words drawn', isRecoverable: true });
    const file = readKeyFile(folder);
    if (file?.ok !== true) throw new Error('no key file');
    const attempt = (recoveryCode: string, passphrase = '') =>
      openWorkspaceKey(file.value, { passphrase, recoveryCode, keyStore: noKeyStore }, { folder, now: 1 });
    for (let no = 0; no < 5; no++)
      expect(await attempt('ACDE-FGHJ')).toMatchObject({ code: 'RECOVERY_CODE_TYPO' });
    for (const _ of [1, 2]) expect(await attempt(drawRecoveryCode(() => 5))).toMatchObject({ ok: false });
    expect(await attempt('', 'wrong')).toMatchObject({ code: 'WORKSPACE_LOCKED' });
    expect(await attempt('', 'canary words drawn')).toMatchObject({ code: 'KEY_TRY_WAIT' });
  });

  it.each(['1', 'password123', 'aaaaaaaaaaaa'])('is not made under the passphrase %s', async (passphrase) => {
    expect(await create({ passphrase })).toMatchObject({ code: expect.stringMatching(/^PASSPHRASE_/) });
    expect(readdirSync(folder)).toEqual([]);
  });
});
