import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runtimeFolders } from '../../runtime/runtimeFolders.ts';
import { corePid } from '../corePid.ts';
import { launchWindow, type OpenWindow } from '../launchWindow.ts';
import { portsGiven, watchCore } from '../watchCore.ts';

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the core', () => {
  let open: OpenWindow;
  beforeAll(async () => {
    open = await launchWindow();
  });
  afterAll(() => open.close());

  it('is another process than window and page', async () => {
    const pid = await corePid(open.app);
    expect(pid).toBeTypeOf('number');
    expect(pid).not.toBe(open.app.process().pid);
  });

  it('serves the page again after a reload', async () => {
    await open.page.reload();
    await watchCore(open);
    await expect.poll(() => portsGiven(open)).toBeGreaterThanOrEqual(1);
    expect(await corePid(open.app)).toBeTypeOf('number');
  });

  it('throws a page away that sends what ours never does, and serves the one loaded in its place', async () => {
    await watchCore(open);
    const before = await corePid(open.app);
    await open.page.evaluate(() => {
      Object.assign(window, { isTakenOver: true });
      addEventListener('message', ({ ports }) => ports[0]?.postMessage('x'));
      (window as unknown as { shipdesk: { connect(): void } }).shipdesk.connect();
    });
    await open.page.waitForFunction(() => !('isTakenOver' in window));
    await watchCore(open);
    await expect.poll(() => portsGiven(open)).toBeGreaterThanOrEqual(1);
    expect(await corePid(open.app)).toBe(before);
  });

  it('leaves no process behind when the window is closed', async () => {
    const second = await launchWindow();
    const pid = (await corePid(second.app)) as number;
    await second.close();
    // The system takes the ended child away a moment after its parent.
    await expect.poll(() => isAlive(pid)).toBe(false);
  });
});

describe('closing', () => {
  it('works at any moment, even before the page has loaded', async () => {
    for (const delayMs of [150, 300, 450, 600]) {
      const dataFolder = mkdtempSync(join(tmpdir(), 'shipdesk-e2e-'));
      const started = spawn(runtimeFolders.executable, ['--no-sandbox', `--data=${dataFolder}`], {
        stdio: 'ignore',
      });
      const gone = once(started, 'exit');
      await wait(delayMs);
      started.kill('SIGTERM');
      await gone;
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });
});

describe('the workspace', () => {
  it('keeps the window profile to its owner, and opens in one window only', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'shipdesk-e2e-'));
    const first = await launchWindow({ dataFolder });
    try {
      expect(statSync(join(dataFolder, 'window')).mode & 0o077).toBe(0);
      // Started bare: a debugger attached to a process that quits at once would fail on its own account.
      const second = spawn(runtimeFolders.executable, ['--no-sandbox', `--data=${dataFolder}`], {
        stdio: 'ignore',
      });
      const [exitCode] = (await once(second, 'exit')) as [number | null];
      expect(exitCode).toBe(0);
      expect(first.app.windows()).toHaveLength(1);
    } finally {
      await first.close();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });
});
