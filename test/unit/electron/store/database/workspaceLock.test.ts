import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { lockWorkspace } from '../../../../../electron/store/database/workspaceLock.ts';
import { folderDesk } from '../../../../doubles/workspace/storeDesk.ts';

const desk = folderDesk();

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

it('is free again the moment its holder was killed', async () => {
  const child = await holder();
  child.kill('SIGKILL');
  await once(child, 'close');
  const lock = lockWorkspace(desk.folder);
  expect(lock.ok).toBe(true);
  if (lock.ok) lock.value.release();
});

it('can be taken again after it was given back', () => {
  for (let round = 0; round < 3; round++) {
    const lock = lockWorkspace(desk.folder);
    expect(lock.ok).toBe(true);
    expect(lockWorkspace(desk.folder)).toMatchObject({ ok: false, params: { pid: String(process.pid) } });
    if (lock.ok) lock.value.release();
  }
});
