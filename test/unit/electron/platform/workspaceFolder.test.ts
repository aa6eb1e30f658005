import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { judgeWorkspaceFolder } from '../../../../electron/platform/workspaceFolder.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'shipdesk-other-user-'));
});
afterEach(() => {
  chmodSync(home, 0o700);
  rmSync(home, { recursive: true });
});

/** As a user whom the modes of files bind; root may look everywhere. */
function asOrdinaryUser<T>(act: () => T): T {
  if (process.geteuid?.() !== 0) return act();
  process.seteuid?.(65_534);
  try {
    return act();
  } finally {
    process.seteuid?.(0);
  }
}

test.runIf(process.platform !== 'win32')(
  'a workspace of another user of the computer is named as such, inside and at the folder above it',
  () => {
    const folder = join(home, 'shipdesk');
    mkdirSync(folder);
    chmodSync(folder, 0);
    chmodSync(home, 0o755);
    const refused = { ok: false, code: 'WORKSPACE_OTHER_USER', params: { folder } };
    expect(asOrdinaryUser(() => judgeWorkspaceFolder(folder))).toMatchObject(refused);
    chmodSync(folder, 0o700);
    chmodSync(home, 0);
    expect(asOrdinaryUser(() => judgeWorkspaceFolder(folder))).toMatchObject(refused);
  },
);

test('a folder below a file is refused as one that cannot be written', () => {
  const file = join(home, 'file');
  writeFileSync(file, '');
  const folder = join(file, 'below');
  expect(judgeWorkspaceFolder(folder)).toMatchObject({ code: 'WORKSPACE_NOT_WRITABLE', params: { folder } });
});
