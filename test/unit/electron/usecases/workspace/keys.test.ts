import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practicePlatform } from '../../../../../electron/carriers/practice/practicePlatform.ts';
import { checkWorkspace } from '../../../../../electron/usecases/workspace/check.ts';
import {
  listKeySlots,
  makeRecoveryCode,
  removeKeySlot,
  setKeyStore,
  setPassphrase,
} from '../../../../../electron/usecases/workspace/keys.ts';
import { type OpenRequest, openWorkspace } from '../../../../../electron/usecases/workspace/open.ts';
import type { Workspace } from '../../../../../electron/usecases/workspace/workspace.ts';
import { makePassphraseSlot } from '../../../../../electron/vault/keySlots.ts';
import { type KeyStorePort, noKeyStore } from '../../../../../electron/vault/keyStorePort.ts';
import type { Outcome } from '../../../../../shared/errors/outcome.ts';
import { handClock } from '../../../../doubles/handClock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const notHere = () => {
  throw new Error('not here');
};
const clock = handClock();
const parts = {
  clock,
  http: { send: () => Promise.reject(new Error('no network here')) },
  platforms: [practicePlatform],
  transports: [],
  divisions: notHere,
  fonts: notHere,
  openOrderSource: notHere,
  changed: () => undefined,
};
const keyStore: KeyStorePort = {
  isAvailable: () => true,
  backend: 'double',
  wrap: async (key) => key.map((byte) => byte ^ 0x5a),
  unwrap: async (wrapped) => wrapped.map((byte) => byte ^ 0x5a),
};
const passphrase = 'right horse battery';

/** What came of it, or the code of why not. */
async function within<T>(
  change: Partial<OpenRequest>,
  work: (workspace: Workspace, recoveryCode: string | null) => Promise<T>,
): Promise<T | string> {
  await clock.advance(3_600_000);
  const opened = await openWorkspace(
    { folder, passphrase, keyStore: noKeyStore, isPracticeWanted: false, whenMissing: 'create', ...change },
    parts,
  );
  if (!opened.ok) return opened.code;
  try {
    return await work(opened.value.workspace, opened.value.recoveryCode);
  } finally {
    await opened.value.close();
  }
}

const opens = (change: Partial<OpenRequest>) => within(change, async () => 'open');
const kindsOf = (outcome: Outcome<{ readonly slots: readonly { readonly kind: string }[] }>) =>
  outcome.ok ? outcome.value.slots.map(({ kind }) => kind) : outcome.code;

describe('what opens a workspace', () => {
  it('is the passphrase alone until a recovery code is made, which then opens it too', async () => {
    const code = await within({}, async (workspace) => {
      expect(kindsOf(listKeySlots(workspace))).toEqual(['passphrase']);
      const made = await makeRecoveryCode(workspace);
      expect(kindsOf(listKeySlots(workspace))).toEqual(['passphrase', 'recovery']);
      return made.ok ? made.value : made.code;
    });
    expect(await opens({ passphrase: '', recoveryCode: code })).toBe('open');
    await within({}, async (workspace) => {
      const known = listKeySlots(workspace);
      expect(known).toMatchObject({
        value: { slots: [{}, { kind: 'recovery', usedAt: expect.any(Number) }] },
      });
      expect(JSON.stringify(known)).not.toContain('wrapped');
    });
  });

  it('holds a recovery code from the start where one is wanted, told once', async () => {
    const code = await within({ isRecoverable: true }, async (_, told) => told);
    expect(await within({}, async (_, told) => told)).toBeNull();
    expect(await opens({ passphrase: '', recoveryCode: code ?? '' })).toBe('open');
  });

  it('changes its passphrase at once: the previous one opens nothing', async () => {
    const next = '仓库里有三只猫和一条狗';
    await within({}, async (workspace) => {
      expect(await setPassphrase(workspace, 'password123')).toMatchObject({ code: 'PASSPHRASE_PLAIN' });
      expect(await setPassphrase(workspace, 'kurz')).toMatchObject({ code: 'PASSPHRASE_SHORT' });
      expect(kindsOf(await setPassphrase(workspace, next))).toEqual(['passphrase']);
    });
    expect(await opens({})).toBe('WORKSPACE_LOCKED');
    expect(await opens({ passphrase: next })).toBe('open');
  });

  it('replaces a recovery code: the previous one opens nothing', async () => {
    const codes = await within({}, async (workspace) => {
      const [first, second] = [await makeRecoveryCode(workspace), await makeRecoveryCode(workspace)];
      return [first.ok ? first.value : '', second.ok ? second.value : ''];
    });
    expect(await opens({ passphrase: '', recoveryCode: codes[0] ?? '' })).toBe('RECOVERY_CODE_WRONG');
    expect(await opens({ passphrase: '', recoveryCode: codes[1] ?? '' })).toBe('open');
  });

  it('takes the key store of this computer, and says so when nothing else is left', async () => {
    await within({}, async (workspace) => {
      expect(await setKeyStore(workspace, noKeyStore)).toMatchObject({ code: 'KEY_STORE_MISSING' });
      expect(kindsOf(await setKeyStore(workspace, keyStore))).toEqual(['passphrase', 'key-store']);
      const known = listKeySlots(workspace);
      const [first, second] = known.ok ? known.value.slots : [];
      expect(await removeKeySlot(workspace, 'none')).toMatchObject({ code: 'KEY_SLOT_NOT_FOUND' });
      expect(await removeKeySlot(workspace, first?.id ?? '')).toMatchObject({
        value: { isBoundToMachine: true },
      });
      expect(await removeKeySlot(workspace, second?.id ?? '')).toMatchObject({ code: 'KEY_SLOT_LAST' });
      const checks = await checkWorkspace(workspace);
      expect(checks).toContainEqual({ name: 'keys', state: 'warn', detail: 'bound' });
    });
    expect(await opens({})).toBe('WORKSPACE_LOCKED');
    expect(await opens({ passphrase: '', keyStore })).toBe('open');
  });

  it('is nothing a practice workspace could change', async () => {
    await within({ isPracticeWanted: true, passphrase: '' }, async (workspace) => {
      for (const changed of [
        await setPassphrase(workspace, passphrase),
        await makeRecoveryCode(workspace),
        await setKeyStore(workspace, keyStore),
        await removeKeySlot(workspace, 'x'),
      ])
        expect(changed).toMatchObject({ code: 'KEYS_OF_PRACTICE' });
      expect(kindsOf(listKeySlots(workspace))).toEqual(['practice']);
    });
  });

  it('is written down as an act whenever it changes, without a secret', async () => {
    await within({}, async (workspace) => {
      const made = await makeRecoveryCode(workspace);
      await setPassphrase(workspace, 'another horse entirely');
      const acts = await workspace.store.read.operatorActs.after(0, 9);
      expect(acts.map(({ kind, what }) => [kind, what])).toEqual([
        ['key-changed', 'recovery'],
        ['key-changed', 'passphrase'],
      ]);
      expect(JSON.stringify(acts)).not.toContain(made.ok ? made.value.slice(0, 4) : 'horse');
    });
  });

  it('goes on to open with a passphrase from before the rule, and the doctor tells that it is weak', async () => {
    await opens({});
    const path = join(folder, 'keys.json');
    const key = await within({}, async (workspace) => workspace.folder);
    expect(key).toBe(folder);
    const opened = await openWorkspace(
      { folder, passphrase, keyStore: noKeyStore, isPracticeWanted: false, whenMissing: 'refuse' },
      parts,
    );
    if (!opened.ok) throw new Error(opened.code);
    const { dataKey } = opened.value.key;
    await opened.value.close();
    const file = JSON.parse(readFileSync(path, 'utf8')) as { slots: unknown[] };
    file.slots = [await makePassphraseSlot(dataKey, '1')];
    writeFileSync(path, JSON.stringify(file));
    const checks = await within({ passphrase: '1' }, checkWorkspace);
    expect(checks).toContainEqual({ name: 'keys', state: 'warn', detail: 'weak' });
  });
});
