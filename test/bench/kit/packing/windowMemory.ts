import { readFileSync } from 'node:fs';
import type { ElectronApplication, Page } from 'playwright-core';

export interface WindowMemory {
  readonly pageMb: number;
  /** Of its scripts, after everything unused is gone. */
  readonly pageHeapMb: number;
  readonly coreMb: number;
}

const megabyte = 1_048_576;

/** Resident memory of a process, from Linux. */
function residentMb(pid: number | 'self'): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1_024);
}

export async function windowMemory(app: ElectronApplication, page: Page): Promise<WindowMemory> {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await inspector.send('Runtime.getHeapUsage')) as { readonly usedSize: number };
  await inspector.detach();
  const pids = await app.evaluate(({ app: running, BrowserWindow }) => ({
    core:
      running
        .getAppMetrics()
        .find(({ name, serviceName }) => `${name}${serviceName}`.includes('ShipDesk core'))?.pid ?? 0,
    page: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  }));
  return {
    pageMb: residentMb(pids.page),
    pageHeapMb: Math.round(usedSize / megabyte),
    coreMb: residentMb(pids.core),
  };
}
