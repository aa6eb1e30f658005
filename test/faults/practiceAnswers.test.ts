import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { runShipdesk } from '../doubles/program/shipdeskProgram.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'practice-answers-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The longest first: an order that is asked for again and again is given up after most of a minute. */
const markers = [
  'timeout-lost',
  'busy',
  'timeout-accepted',
  'refuse',
  'field',
  'credentials',
  'balance',
] as const;

/** What `ship --json` prints, as far as it is read here. */
interface Report {
  readonly waybills: readonly { readonly orderNo: string }[];
  readonly attention: readonly { readonly orderNo: string; readonly message: string }[];
}

describe('an order that meets what the practice platform can answer', () => {
  // They mostly wait.
  it.concurrent.each(markers)(
    'is named when it meets "%s" and is not booked, and the others are shipped',
    async (marker) => {
      const file = join(folder, `${marker}.csv`);
      writeFileSync(file, orderSheet([sheetOrder(0), sheetOrder(1, { remark: `#practice:${marker}` })]));
      const data = join(folder, marker);
      const words = ['ship', file, '--practice', '--json', '--data', data, '--lang', 'en'];
      const { exitCode, stdout } = await runShipdesk(words);
      const { waybills, attention } = JSON.parse(stdout) as Report;
      const booked = waybills.map(({ orderNo }) => orderNo);
      // A refused account stops the lane: the other order may have been given back with it.
      const isLaneStopped = ['credentials', 'balance', 'busy'].includes(marker);
      if (!isLaneStopped) expect(booked).toContain(sheetOrder(0).orderNo);
      const isRefused = marker !== 'timeout-accepted';
      expect(exitCode).toBe(isRefused ? 3 : 0);
      expect(booked.includes(sheetOrder(1).orderNo)).toBe(!isRefused);
      expect(attention.some(({ orderNo }) => orderNo === sheetOrder(1).orderNo)).toBe(isRefused);
      for (const { message } of attention) expect(message).not.toMatch(/\{\w+\}/);
    },
    120_000,
  );
});
