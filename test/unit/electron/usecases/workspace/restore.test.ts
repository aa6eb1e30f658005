import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practicePlatform } from '../../../../../electron/carriers/practice/practicePlatform.ts';
import { type BackupWorks, backupWorksHere } from '../../../../../electron/store/backup/backupWorks.ts';
import { databaseFileName } from '../../../../../electron/store/database/openDatabase.ts';
import { openStore } from '../../../../../electron/store/openStore.ts';
import { addOperator } from '../../../../../electron/usecases/operators/operators.ts';
import { backUpWorkspace } from '../../../../../electron/usecases/workspace/backup.ts';
import {
  type OpenedWorkspace,
  openWorkspace,
  type WorkspaceParts,
} from '../../../../../electron/usecases/workspace/open.ts';
import { inspectBackup, restoreWorkspace } from '../../../../../electron/usecases/workspace/restore.ts';
import { changeSettings, readSettings } from '../../../../../electron/usecases/workspace/settings.ts';
import { noKeyStore } from '../../../../../electron/vault/keyStorePort.ts';
import { handClock } from '../../../../doubles/handClock.ts';
import { sampleBooking } from '../../../../doubles/workspace/sampleBooking.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'restore-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const notHere = () => {
  throw new Error('not here');
};
const parts: WorkspaceParts = {
  clock: handClock(),
  http: { send: () => Promise.reject(new Error('no network here')) },
  platforms: [practicePlatform],
  transports: [],
  divisions: notHere,
  fonts: notHere,
  openOrderSource: notHere,
  changed: () => undefined,
};

const request = (name: string, passphrase = 'right horse battery') => ({
  folder: join(root, name),
  passphrase,
  keyStore: noKeyStore,
  isPracticeWanted: false,
  whenMissing: 'create' as const,
});

async function within<T>(name: string, work: (opened: OpenedWorkspace) => Promise<T>): Promise<T> {
  const opened = await openWorkspace(request(name), parts);
  if (!opened.ok) throw new Error(opened.code);
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

const addOrders = (name: string, from: number, count: number) =>
  within(name, ({ workspace }) =>
    workspace.store.write((write) =>
      write.orders.insertMany(Array.from({ length: count }, (_, no) => sampleOrder(from + no))),
    ),
  );
const countOrders = (name: string) => within(name, ({ workspace }) => workspace.store.read.orders.count({}));

/** A workspace of five orders and its backup. */
async function backedUp(): Promise<string> {
  await addOrders('mine', 1, 5);
  const file = join(root, 'day.sdbackup');
  const made = await within('mine', ({ workspace }) => backUpWorkspace(workspace, file));
  expect(made).toMatchObject({ ok: true, value: { file, header: { orders: 5 }, isBoundToMachine: false } });
  return file;
}

/** Restores and closes; the outcome's code, or `restored`. */
async function restore(name: string, file: string, passphrase = 'right horse battery'): Promise<string> {
  const restored = await restoreWorkspace(request(name, passphrase), file, parts);
  if (!restored.ok) return restored.code;
  await restored.value.close();
  return 'restored';
}

/** Everything a refused restore must leave as it was: every file of the workspace but the lock's own. */
function contentOf(name: string): Record<string, string> {
  const folder = join(root, name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .filter((file) => !/^(owner\.pid|writer\.lock.*)$/.test(file));
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

describe('a backup', () => {
  it('overwrites nothing and leaves nothing behind when it cannot be written', async () => {
    const file = await backedUp();
    const again = await within('mine', ({ workspace }) => backUpWorkspace(workspace, file));
    expect(again).toMatchObject({ ok: false, code: 'BACKUP_EXISTS' });
    const nowhere = join(root, 'no such folder', 'x.sdbackup');
    const refused = await within('mine', ({ workspace }) => backUpWorkspace(workspace, nowhere));
    expect(refused).toMatchObject({ ok: false, code: 'BACKUP_NOT_WRITABLE' });
    expect(readdirSync(join(root, 'mine', 'backups'))).toEqual([]);
  });

  it('shows nobody and nothing in clear', async () => {
    const bytes = readFileSync(await backedUp());
    for (const text of ['李四光', '13800138000', 'SQLite format 3', 'receiver_name'])
      expect(bytes.includes(Buffer.from(text)), text).toBe(false);
  });

  it('is made in the workspace when no place is named, and its age is shown', async () => {
    await addOrders('mine', 1, 2);
    const made = await within('mine', ({ workspace }) => backUpWorkspace(workspace, undefined));
    expect(made).toMatchObject({ ok: true, value: { header: { orders: 2 } } });
    expect(readdirSync(join(root, 'mine', 'backups'))).toHaveLength(1);
  });
});

describe('restoring', () => {
  it('brings back the state of the backup and sets the later state aside, whole', async () => {
    const file = await backedUp();
    await addOrders('mine', 6, 3);
    expect(await restore('mine', file)).toBe('restored');
    expect(await countOrders('mine')).toBe(5);
    const [aside = ''] = readdirSync(join(root, 'mine', 'set-aside'));
    expect(await countOrders(join('mine', 'set-aside', aside))).toBe(8);
  });

  it('stopped before anything moved leaves every file as it was, in whichever part it is', async () => {
    const file = await backedUp();
    await addOrders('mine', 6, 3);
    const before = contentOf('mine');
    const whileUnpacking = { ...request('mine'), stopping: AbortSignal.abort() };
    const stopped = { ok: false, code: 'RESTORE_STOPPED' };
    expect(await inspectBackup(whileUnpacking, file, parts)).toMatchObject(stopped);
    expect(await restoreWorkspace(whileUnpacking, file, parts)).toMatchObject(stopped);
    const stopping = new AbortController();
    const backupWorks: BackupWorks = {
      ...backupWorksHere,
      inspect(path, dataKey) {
        stopping.abort();
        return backupWorksHere.inspect(path, dataKey);
      },
    };
    const behindInspection = { ...request('mine'), stopping: stopping.signal };
    expect(await restoreWorkspace(behindInspection, file, { ...parts, backupWorks })).toMatchObject(stopped);
    expect(contentOf('mine')).toEqual(before);
    expect(await countOrders('mine')).toBe(8);
  });

  it('keeps the sender given since a backup that has none, and never puts it over the one of a backup', async () => {
    const senderOf = async (file: string) => {
      const restored = await restoreWorkspace(request('mine'), file, parts);
      if (!restored.ok) throw new Error(restored.code);
      const { sender } = await readSettings(restored.value.workspace);
      await restored.value.close();
      return [restored.value.sender, sender?.name];
    };
    const give = (name: string) =>
      within('mine', ({ workspace }) =>
        changeSettings(workspace, { sender: { ...sampleBooking().sender, name } }),
      );
    const bare = await backedUp();
    expect(await senderOf(bare)).toEqual(['missing', undefined]);
    await give('新仓库');
    expect(await senderOf(bare)).toEqual(['kept', '新仓库']);
    const named = join(root, 'named.sdbackup');
    await within('mine', ({ workspace }) => backUpWorkspace(workspace, named));
    await give('后来的仓库');
    expect(await senderOf(named)).toEqual(['of-backup', '新仓库']);
    writeFileSync(join(root, 'mine', databaseFileName), 'half a disk sector of nothing');
    expect(await senderOf(bare)).toEqual(['missing', undefined]);
  });

  it('works in an empty folder of another machine with the passphrase of the backup', async () => {
    const file = await backedUp();
    expect(await restore('new machine', file, 'wrong')).toBe('BACKUP_LOCKED');
    expect(await restore('new machine', file)).toBe('restored');
    expect(await countOrders('new machine')).toBe(5);
    const settings = await within('new machine', ({ workspace }) => readSettings(workspace));
    expect(settings.lastBackupAt, 'the age of the backup is known').toBeGreaterThan(0);
  });

  it('takes the place of a damaged database, which is kept', async () => {
    const file = await backedUp();
    writeFileSync(join(root, 'mine', databaseFileName), 'half a disk sector of nothing');
    expect(await restore('mine', file)).toBe('restored');
    expect(await countOrders('mine')).toBe(5);
    const [aside = ''] = readdirSync(join(root, 'mine', 'set-aside'));
    expect(readFileSync(join(root, 'mine', 'set-aside', aside, databaseFileName), 'utf8')).toContain('half');
  });

  it('is refused where people work and nobody was asked, whoever calls for it', async () => {
    const file = await backedUp();
    const manager = { name: '王店长', role: 'manager', pin: '258036' } as const;
    await within('mine', ({ workspace }) => addOperator(workspace, manager));
    const before = contentOf('mine');
    expect(await restore('mine', file)).toBe('OPERATOR_SIGN_IN_NEEDED');
    expect(contentOf('mine')).toMatchObject(before);
    expect(existsSync(join(root, 'mine', 'set-aside'))).toBe(false);
  });

  it('by a manager on a new computer is on record with the name, and nothing is said to have been tampered with', async () => {
    const made = await within('mine', ({ workspace }) =>
      addOperator(workspace, { name: '王店长', pin: '246810', role: 'manager' }),
    );
    const file = await backedUp();
    const consent = { operatorId: made.ok ? made.value.operator.id : '', pin: '246810' };
    const restored = await restoreWorkspace({ ...request('new'), consent }, file, parts);
    if (!restored.ok) throw new Error(restored.code);
    const { store } = restored.value.workspace;
    expect(await store.read.settings.get('sealTroubles')).toEqual([]);
    const acts = await store.read.operatorActs.window({ offset: 0, limit: 10 });
    expect(acts).toContainEqual(expect.objectContaining({ kind: 'restored', operator: '王店长' }));
    await restored.value.close();
  });

  it('is refused beside a program that works on although its lock was taken away, and swaps nothing', async () => {
    const file = await backedUp();
    await addOrders('mine', 6, 1);
    const folder = join(root, 'mine');
    const dataKey = await within('mine', ({ key }) => Promise.resolve(key.dataKey));
    const running = await openStore(folder, dataKey, 'must-exist');
    if (!running.ok) throw new Error(running.code);
    writeFileSync(join(folder, 'owner.pid'), '4711\n');
    const refused = await restoreWorkspace(request('mine'), file, parts);
    expect(refused).toMatchObject({ code: 'WORKSPACE_BUSY', params: { pid: '4711' } });
    expect(readFileSync(join(folder, 'owner.pid'), 'utf8'), 'still its owner').toBe('4711\n');
    await running.value.write((write) => write.orders.insertMany([sampleOrder(7)]));
    await running.value.close();
    expect(existsSync(join(folder, 'set-aside'))).toBe(false);
    expect(await countOrders('mine')).toBe(7);
    expect(await restore('mine', file)).toBe('restored');
    expect(await countOrders('mine')).toBe(5);
  });

  it('refuses the backup of another workspace, a file that is none, and one that is not there', async () => {
    const file = await backedUp();
    await addOrders('other', 1, 1);
    const before = contentOf('other');
    expect(await restore('other', file)).toBe('BACKUP_FOREIGN');
    writeFileSync(join(root, 'orders.xlsx'), 'PK no backup at all');
    expect(await restore('other', join(root, 'orders.xlsx'))).toBe('BACKUP_NOT_OURS');
    expect(await restore('other', join(root, 'gone.sdbackup'))).toBe('BACKUP_UNREADABLE');
    expect(await restore('other', root)).toBe('BACKUP_UNREADABLE');
    expect(contentOf('other')).toEqual(before);
  });

  it('refuses a backup with any byte altered or missing, and changes nothing', async () => {
    const file = await backedUp();
    const bytes = readFileSync(file);
    const bad = join(root, 'bad.sdbackup');
    // Known, as when the window asks: a passphrase tried sixty times takes longer than all the rest.
    const heldKey = await within('mine', ({ key }) => Promise.resolve(key));
    const before = contentOf('mine');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, change, isCut) => {
          const altered = Buffer.from(isCut ? bytes.subarray(0, at) : bytes);
          if (!isCut) altered[at] = (altered[at] ?? 0) ^ change;
          writeFileSync(bad, altered);
          const refused = await restoreWorkspace({ ...request('mine'), heldKey }, bad, parts);
          expect(refused.ok ? 'restored' : refused.code).toMatch(/^BACKUP_(DAMAGED|NOT_OURS)$/);
          expect(contentOf('mine')).toEqual(before);
        },
      ),
      {
        numRuns: 60,
        seed: 7,
        examples: [
          [0, 1, false],
          [bytes.length - 1, 128, false],
          [0, 1, true],
        ],
      },
    );
    expect(existsSync(join(root, 'mine', 'restoring'))).toBe(false);
  });
});
