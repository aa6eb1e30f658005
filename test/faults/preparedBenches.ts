import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { type KdniaoProgram, startKdniaoProgram } from '../doubles/platforms/kdniaoProgram.ts';
import { runShipdesk } from '../doubles/program/shipdeskProgram.ts';

export const benchPassphrase = 'kill bench passphrase';

/** A platform in a process of its own, and a workspace that knows it as account `kdn` and holds nothing else. */
export interface PreparedBench {
  readonly platform: KdniaoProgram;
  readonly latencyMs: number;
  readonly workspace: string;
}

const idle: PreparedBench[] = [];
const made: PreparedBench[] = [];

// Hundreds of cases begin alike; making the workspace anew took a fifth of each.
afterAll(async () => {
  for (const { platform, workspace } of made.splice(0)) {
    await platform.stop();
    rmSync(join(workspace, '..'), { recursive: true, force: true });
  }
});

async function prepare(latencyMs: number): Promise<PreparedBench> {
  const folder = mkdtempSync(join(tmpdir(), 'prepared-bench-'));
  const workspace = join(folder, 'workspace');
  const platform = await startKdniaoProgram(join(folder, 'ledger.jsonl'), latencyMs);
  const words = ['account', 'add', 'kdniao', '--name', 'kdn', '--id', platform.merchantId];
  const added = await runShipdesk(
    ['--data', workspace, ...words, '--endpoint', platform.url, '--key-stdin'],
    {
      input: `${platform.apiKey}\n`,
      environment: { SHIPDESK_PASSPHRASE: benchPassphrase },
    },
  );
  expect(added.exitCode, added.stderr).toBe(0);
  const bench = { platform, latencyMs, workspace };
  made.push(bench);
  return bench;
}

/** One for the caller alone, until it is given back; its platform writes into `ledgerFile`. */
export async function takeBench(latencyMs: number, ledgerFile: string): Promise<PreparedBench> {
  const index = idle.findIndex((bench) => bench.latencyMs === latencyMs);
  const bench = idle.splice(index, index === -1 ? 0 : 1)[0] ?? (await prepare(latencyMs));
  await bench.platform.startAnew(ledgerFile);
  return bench;
}

export function giveBenchBack(bench: PreparedBench): void {
  idle.push(bench);
}
