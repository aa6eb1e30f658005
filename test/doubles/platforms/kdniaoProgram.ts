import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { compileCache } from '../program/compileCache.ts';
import type { ScriptedFault } from './scriptedFaults.ts';
import { type LedgerLine, WaybillLedger } from './waybillLedger.ts';

export interface KdniaoProgram {
  readonly url: string;
  readonly merchantId: string;
  readonly apiKey: string;
  /** What it has booked, read from the file it appends to before a reply leaves. */
  ledger(): readonly LedgerLine[];
  add(fault: ScriptedFault): Promise<void>;
  /** As if it had just started with this ledger, on the same port. */
  startAnew(ledgerFile: string): Promise<void>;
  stop(): Promise<void>;
}

/** The KDNiao double in a process of its own: it lives on when the program under test is killed. */
export async function startKdniaoProgram(ledgerFile: string, latencyMs: number): Promise<KdniaoProgram> {
  const script = fileURLToPath(new URL('./kdniaoServer.ts', import.meta.url));
  const words = [script, '--port', '0', '--latency', String(latencyMs), '--ledger', ledgerFile];
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, ...compileCache },
  });
  const { stdout } = child;
  if (stdout === null) throw new Error('it has no output');
  const [line] = (await once(stdout, 'data')) as [Buffer];
  const { url, merchantId, apiKey } = JSON.parse(line.toString('utf8')) as Record<string, string>;
  if (url === undefined || merchantId === undefined || apiKey === undefined) throw new Error('no address');
  let currentLedger = ledgerFile;
  return {
    url,
    merchantId,
    apiKey,
    ledger: () => new WaybillLedger(currentLedger).lines,
    async add(fault) {
      await fetch(`${url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });
    },
    async startAnew(file) {
      await fetch(`${url}/__anew`, { method: 'POST', body: JSON.stringify({ ledgerFile: file }) });
      currentLedger = file;
    },
    async stop() {
      const gone = once(child, 'close');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
