import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../electron/launch/buildWhenStale.ts';

/** What one suite of faults has seen. */
export interface FaultCount {
  readonly cases: number;
  /** Ends of the process by SIGKILL among them. */
  readonly kills: number;
  /** Cases in which a promise was broken. */
  readonly violations: number;
  readonly durationMs: number;
}

export const faultResultsFolder = join(projectFolder, '.cache/fault-results');

/** Keeps the count of one suite for `npm run faults:results`, which puts all of them into RESULTS.md. */
export function recordFaults(suite: string, count: FaultCount): void {
  mkdirSync(faultResultsFolder, { recursive: true });
  const name = suite.replaceAll(/[^a-z0-9]+/gi, '-');
  const rounded = { ...count, durationMs: Math.round(count.durationMs) };
  writeFileSync(join(faultResultsFolder, `${name}.json`), JSON.stringify({ suite, ...rounded }));
}
