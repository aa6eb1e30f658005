import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { lockWorkspace, watchLock } from '../../../../../electron/store/database/workspaceLock.ts';
import { openStore } from '../../../../../electron/store/openStore.ts';
import { handClock } from '../../../../doubles/handClock.ts';
import { folderDesk, storeKey } from '../../../../doubles/workspace/storeDesk.ts';

const desk = folderDesk();
const lockFile = () => join(desk.folder, 'shipdesk.writer');

/** A real process that holds the lock until it is ended. */
async function holder() {
  const script = `
    import { lockWorkspace } from './electron/store/database/workspaceLock.ts';
    const lock = lockWorkspace(${JSON.stringify(desk.folder)});
    process.stdout.write(lock.ok ? 'locked' : lock.code);
    setInterval(() => {}, 1000);
  `;
  const cwd = new URL('../../../../../', import.meta.url);
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(said.toString()).toBe('locked');
  return child;
}

function take() {
  const lock = lockWorkspace(desk.folder);
  if (!lock.ok) throw new Error(lock.code);
  return lock.value;
}

it('tells a second process who works here', async () => {
  const child = await holder();
  expect(lockWorkspace(desk.folder)).toEqual({
    ok: false,
    code: 'WORKSPACE_BUSY',
    params: { pid: String(child.pid) },
  });
  child.kill('SIGKILL');
  await once(child, 'close');
});

it('says that a workspace cannot be written where its own file cannot be', () => {
  mkdirSync(lockFile());
  expect(lockWorkspace(desk.folder)).toEqual({
    ok: false,
    code: 'WORKSPACE_NOT_WRITABLE',
    params: { folder: desk.folder },
  });
});

it('is free again the moment its holder was killed', async () => {
  const child = await holder();
  child.kill('SIGKILL');
  await once(child, 'close');
  take().release();
});

it('can be taken again after it was given back, and a second try in one process takes nothing away', async () => {
  for (let round = 0; round < 3; round++) {
    const lock = take();
    expect(lockWorkspace(desk.folder)).toMatchObject({ ok: false, params: { pid: String(process.pid) } });
    const other = new Database(lockFile(), { timeout: 0 });
    expect(() => other.exec('begin exclusive')).toThrow('locked');
    other.close();
    lock.release();
  }
});

it('respects a program from before, which holds a file of another name', () => {
  const previous = new Database(join(desk.folder, 'writer.lock'), { timeout: 0 });
  previous.exec('begin exclusive');
  expect(lockWorkspace(desk.folder)).toMatchObject({ ok: false, code: 'WORKSPACE_BUSY' });
  previous.exec('rollback');
  const lock = take();
  expect(() => previous.exec('begin exclusive')).toThrow('locked');
  lock.release();
  previous.close();
});

describe('a lock whose file was taken away', () => {
  const ways: readonly (readonly [string, () => void])[] = [
    ['removed', () => rmSync(lockFile())],
    ['moved', () => renameSync(lockFile(), `${lockFile()}-2`)],
    [
      'replaced',
      () => {
        rmSync(lockFile());
        writeFileSync(lockFile(), '');
      },
    ],
  ];
  it.each(ways)('%s: is lost, at once for a call and within two seconds for the rest', async (_, lose) => {
    const clock = handClock();
    const lock = take();
    const watched = watchLock(lock, clock);
    expect(watched.isHeld()).toBe(true);
    lose();
    expect(watched.taken.aborted).toBe(false);
    await clock.advance(2_000);
    expect(watched.taken.aborted).toBe(true);
    expect(watched.isHeld()).toBe(false);
    watched.stop();
    lock.release();
  });

  it('lets nobody open the database beside who has it open', async () => {
    const first = await openStore(desk.folder, storeKey, 'may-create');
    if (!first.ok) throw new Error(first.code);
    expect(await openStore(desk.folder, storeKey, 'must-exist')).toMatchObject({ code: 'WORKSPACE_BUSY' });
    await first.value.write((write) => write.settings.put('lowBalance', 7));
    expect(await first.value.read.settings.get('lowBalance')).toBe(7);
    await first.value.close();
    const next = await openStore(desk.folder, storeKey, 'must-exist');
    if (!next.ok) throw new Error(next.code);
    expect(await next.value.read.settings.get('lowBalance')).toBe(7);
    await next.value.close();
  });
});

it('a lock whose owner could not be written down is free again for the next try', () => {
  const ownerFile = join(desk.folder, 'owner.pid');
  mkdirSync(join(ownerFile, 'in the way'), { recursive: true });
  expect(lockWorkspace(desk.folder)).toMatchObject({ ok: false, code: 'WORKSPACE_NOT_WRITABLE' });
  rmSync(ownerFile, { recursive: true });
  const lock = lockWorkspace(desk.folder);
  expect(lock.ok).toBe(true);
  if (lock.ok) lock.value.release();
});
