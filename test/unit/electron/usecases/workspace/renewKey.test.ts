import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { platforms } from '../../../../../electron/carriers/index.ts';
import { type BackupWorks, backupWorksHere } from '../../../../../electron/store/backup/backupWorks.ts';
import { addAccount } from '../../../../../electron/usecases/accounts/accounts.ts';
import { openAccount } from '../../../../../electron/usecases/accounts/openAccount.ts';
import { addToken, knownToken } from '../../../../../electron/usecases/door/tokens.ts';
import { checkPin } from '../../../../../electron/usecases/operators/checkPin.ts';
import { addOperator } from '../../../../../electron/usecases/operators/operators.ts';
import { checkRecord } from '../../../../../electron/usecases/operators/seal.ts';
import { personMark } from '../../../../../electron/usecases/retention/personMark.ts';
import { backUpWorkspace } from '../../../../../electron/usecases/workspace/backup.ts';
import { makeRecoveryCode } from '../../../../../electron/usecases/workspace/keys.ts';
import {
  type OpenedWorkspace,
  type OpenRequest,
  openWorkspace,
} from '../../../../../electron/usecases/workspace/open.ts';
import { renewKey } from '../../../../../electron/usecases/workspace/renewKey.ts';
import { restoreWorkspace } from '../../../../../electron/usecases/workspace/restore.ts';
import { noKeyStore } from '../../../../../electron/vault/keyStorePort.ts';
import { handClock } from '../../../../doubles/handClock.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'renew-')), 'data');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const notHere = () => {
  throw new Error('not here');
};
const clock = handClock();
const parts = {
  clock,
  http: { send: () => Promise.reject(new Error('no network here')) },
  platforms,
  transports: [],
  divisions: notHere,
  fonts: notHere,
  openOrderSource: notHere,
  changed: () => undefined,
};
const request = (change: Partial<OpenRequest> = {}): OpenRequest => ({
  folder,
  passphrase: 'right horse battery',
  keyStore: noKeyStore,
  isPracticeWanted: false,
  whenMissing: 'create',
  ...change,
});

async function open(change: Partial<OpenRequest> = {}) {
  await clock.advance(3_600_000);
  const opened = await openWorkspace(request(change), parts);
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

/** An order, an account, a manager, a call in the journal, a backup; then another key. */
async function renewed() {
  const opened = await open();
  const { workspace } = opened;
  await workspace.store.write((write) => write.orders.insertMany([sampleOrder(1)]));
  const account = await addAccount(workspace, {
    platform: 'kdniao',
    name: 'A',
    merchantId: 'm1',
    secret: 's3cret',
    endpoint: null,
    fields: {},
  });
  const manager = await addOperator(workspace, { name: '王店长', role: 'manager', pin: '258036' });
  const token = await addToken(workspace, { name: 'ERP', scopes: ['orders:write'], days: 30 });
  const old = await makeRecoveryCode(workspace);
  if (!account.ok || !manager.ok || !token.ok || !old.ok) throw new Error('no bench');
  const call = { call: 'bind', accountId: account.value.id, orderCode: 'O-1', waybillNo: 'W-1' } as const;
  expect(workspace.journal.begin(call)).toBeNull();
  const backup = join(folder, '..', 'old.sdbackup');
  expect(await backUpWorkspace(workspace, backup)).toMatchObject({ ok: true });
  const mark = personMark(workspace, sampleOrder(1));
  const again = await renewKey(opened, request(), parts);
  if (!again.ok) throw new Error(again.code);
  return {
    previousKey: opened.key.dataKey,
    opened: again.value,
    accountId: account.value.id,
    managerId: manager.value.operator.id,
    token: token.value.token,
    mark,
    oldCode: old.value,
    backup,
  };
}

describe('a workspace with another key', () => {
  it('has all it had: orders, accounts with their secrets, people with their PINs, record and journal', async () => {
    const { opened, previousKey, accountId, managerId } = await renewed();
    const { workspace, key } = opened;
    expect(Buffer.from(key.dataKey).equals(Buffer.from(previousKey))).toBe(false);
    expect(await workspace.store.read.orders.count({})).toBe(1);
    expect(await openAccount(workspace, accountId)).toMatchObject({
      value: { account: { secret: 's3cret' } },
    });
    expect(await checkPin(workspace, managerId, '258036', 'window')).toMatchObject({ ok: true });
    expect(await checkRecord(workspace)).toMatchObject({ brokenNo: null, troubles: [] });
    expect(workspace.journal.refusal()).toBeNull();
    expect(workspace.journal.isWhole()).toBe(true);
    expect(workspace.journal.after(null)).toMatchObject([{ orderCode: 'O-1', waybillNo: 'W-1' }]);
    await opened.close();
    const reopened = await open();
    expect(await checkRecord(reopened.workspace)).toMatchObject({ brokenNo: null, troubles: [] });
    await reopened.close();
  });

  it('still knows the tokens of programs and the marks of erased orders, however often the key was renewed', async () => {
    const { opened, token, mark } = await renewed();
    expect(await knownToken(opened.workspace, token)).toMatchObject({ ok: true, value: { name: 'ERP' } });
    expect(personMark(opened.workspace, sampleOrder(1))).toBe(mark);
    const again = await renewKey(opened, request(), parts);
    if (!again.ok) throw new Error(again.code);
    expect(await knownToken(again.value.workspace, token)).toMatchObject({ ok: true });
    expect(personMark(again.value.workspace, sampleOrder(1))).toBe(mark);
    await again.value.close();
  });

  it('opens by the passphrase and the new code, not by the previous one, and leaves no file under the previous key', async () => {
    const { opened, oldCode, previousKey } = await renewed();
    await opened.close();
    expect(readdirSync(join(folder, 'set-aside'))).toEqual([]);
    await (await open()).close();
    await (await open({ passphrase: '', recoveryCode: opened.recoveryCode ?? '' })).close();
    await clock.advance(3_600_000);
    expect(await openWorkspace(request({ passphrase: '', recoveryCode: oldCode }), parts)).toMatchObject({
      code: 'RECOVERY_CODE_WRONG',
    });
    expect(readFileSync(join(folder, 'keys.json'), 'utf8')).not.toContain(
      Buffer.from(previousKey).toString('hex'),
    );
  });

  it('takes a backup of before only by word, with the people and PINs of now', async () => {
    const { opened, backup, managerId } = await renewed();
    await opened.close();
    const consent = { operatorId: managerId, pin: '258036' };
    await clock.advance(3_600_000);
    const asked = { ...request(), consent };
    expect(await restoreWorkspace(asked, backup, parts)).toMatchObject({ code: 'BACKUP_OTHER_KEY' });
    const restored = await restoreWorkspace({ ...asked, replaceKey: true }, backup, parts);
    if (!restored.ok) throw new Error(restored.code);
    expect(restored.value).toMatchObject({ isKeyReplaced: true, people: 'kept' });
    const acts = await restored.value.workspace.store.read.operatorActs.after(0, 99);
    expect(acts.at(-1)).toMatchObject({ kind: 'restored', operator: '王店长' });
    expect(acts.at(-1)?.what).toMatch(/^\d{4}-.*Z 1 other-key; \d+ [0-9A-F]{6}$/);
    expect(await checkPin(restored.value.workspace, managerId, '258036', 'window')).toMatchObject({
      ok: true,
    });
    await restored.value.close();
  });

  it('is on record where it was made, and not where it ended before the new files were in place', async () => {
    const { opened } = await renewed();
    const renewals = async ({ workspace }: OpenedWorkspace) => {
      const acts = await workspace.store.read.operatorActs.after(0, 99);
      return acts.filter(({ kind, what }) => kind === 'key-changed' && what === 'renewed');
    };
    expect(await renewals(opened)).toHaveLength(1);
    const cutOff: BackupWorks = {
      ...backupWorksHere,
      inspect: () => Promise.reject(new Error('the computer went off')),
    };
    await expect(renewKey(opened, request(), { ...parts, backupWorks: cutOff })).rejects.toThrow('went off');
    const again = await open();
    expect(await renewals(again)).toHaveLength(1);
    expect(await checkRecord(again.workspace)).toMatchObject({ brokenNo: null, troubles: [] });
    await again.close();
  });

  it('is not made without the passphrase that must go along', async () => {
    const first = await open();
    const code = await makeRecoveryCode(first.workspace);
    await first.close();
    const asked = { passphrase: '', recoveryCode: code.ok ? code.value : '' };
    const opened = await open(asked);
    expect(await renewKey(opened, request(asked), parts)).toMatchObject({ code: 'KEY_RENEW_PASSPHRASE' });
    await (await open()).close();
  });
});
