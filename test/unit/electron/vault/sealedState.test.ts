import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  openState,
  readSealedState,
  type SealedState,
  sealState,
  writeSealedState,
} from '../../../../electron/vault/sealedState.ts';
import { deriveKey } from '../../../../electron/vault/sealing.ts';

const key = deriveKey(new Uint8Array(32).fill(7), 'sealed state');
const folder = mkdtempSync(join(tmpdir(), 'sealed-'));
const state: SealedState = {
  workspaceId: 'w-1',
  revision: 3,
  at: 1_000,
  operators: [
    {
      id: 'o-1',
      name: '王店长',
      role: 'manager',
      pin: { salt: '00', hash: '11' },
      tries: { wrongTries: 2, triedAt: 900, since: 800 },
      createdAt: 1,
    },
  ],
  deskTries: [],
  rescue: null,
  acts: { no: 12, chain: 'abc' },
};

afterEach(() => rmSync(join(folder, 'state.sealed'), { force: true }));

describe('the sealed state of a workspace', () => {
  it('comes back as it was written, and shows no name to who opens the file', () => {
    expect(readSealedState(folder, key, 'w-1')).toBeNull();
    writeSealedState(folder, state, key);
    expect(readSealedState(folder, key, 'w-1')).toEqual({ ok: true, value: state });
    expect(readFileSync(join(folder, 'state.sealed'), 'utf8')).not.toContain('王店长');
  });

  it('is not believed after a changed sign, with another key or from another workspace', () => {
    const sealed = sealState(state, key);
    expect(openState(sealed, deriveKey(new Uint8Array(32).fill(8), 'sealed state'), 'w-1')).toBeNull();
    expect(openState(sealed, deriveKey(new Uint8Array(32).fill(7), 'record of acts'), 'w-1')).toBeNull();
    expect(openState(sealed, key, 'w-2')).toBeNull();
    expect(openState('', key, 'w-1')).toBeNull();
    const bytes = Buffer.from(sealed, 'base64');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(join(folder, 'state.sealed'), changed.toString('base64'));
      expect(readSealedState(folder, key, 'w-1')).toMatchObject({ ok: false, code: 'SEAL_BROKEN' });
    }
  });
});
