import { afterEach, describe, expect, it } from 'vitest';
import { tsplStatus } from '../../../../../../electron/printers/languages/tspl/tsplLanguage.ts';
import { parsePrinterUri } from '../../../../../../electron/printers/parsePrinterUri.ts';
import { createTcpTransport } from '../../../../../../electron/printers/transports/tcp/tcpTransport.ts';
import { tcpTiming } from '../../../../../../electron/printers/transports/tcp/transmit.ts';
import {
  type FakePrinter,
  type FakePrinterHabits,
  startFakePrinter,
} from '../../../../../doubles/printers/fakePrinter.ts';

const timing = {
  ...tcpTiming,
  stallTimeoutMs: 60,
  unsentAskMs: 20,
  promptCloseMs: 0,
  closeWaitMs: 20,
  statusWaitMs: 60,
  confirmAskMs: 10,
};
const label = Buffer.alloc(60_000, 0x55);

let device: FakePrinter | null = null;
afterEach(() => device?.close());

/** What still lies in this computer, each time it is looked: the last number stays. */
async function print(
  habits: FakePrinterHabits,
  left: readonly (number | null)[],
  { asksStatus = false, promptCloseMs = timing.promptCloseMs } = {},
) {
  device = await startFakePrinter(habits);
  const target = parsePrinterUri(`tcp://127.0.0.1:${device.port}`, { virtualFolder: '' });
  if (!target.ok) throw new Error(target.code);
  let looks = 0;
  let moves = 0;
  const unsent = async () => {
    looks += 1;
    return left[Math.min(looks, left.length) - 1] ?? null;
  };
  const transport = createTcpTransport(() => tsplStatus, { ...timing, promptCloseMs }, unsent);
  const outcome = await transport.send(target.value, {
    jobId: 'j',
    title: 'j',
    bytes: label,
    asksStatus,
    onMoving: () => {
      moves += 1;
    },
  });
  return { outcome, looks, moves };
}

describe('a printer behind a slow line', () => {
  it('is waited for as long as it takes something, and is not called stalled', async () => {
    const slow = [60_000, 50_000, 40_000, 30_000, 20_000, 10_000, 5_000, 0];
    const { outcome, looks, moves } = await print({ neverCloses: true }, slow);
    expect(outcome).toMatchObject({ ok: true, value: { level: 'accepted' } });
    expect(looks).toBeGreaterThanOrEqual(slow.length);
    // Each piece to the system and each that the printer took: a run that waits sees that it goes on.
    expect(moves).toBeGreaterThan(slow.length);
  });

  it('leaves a label in doubt of which it takes no more, from its first label on', async () => {
    const { outcome } = await print({ stallsAfterBytes: 1 }, [60_000, 40_000, 40_000]);
    expect(outcome).toMatchObject({ certainty: 'unknown', code: 'PRINTER_STALLED' });
  });

  it('has read its label where it closes at once behind it: a fast printer is held up by no look', async () => {
    const { outcome, looks } = await print({}, [40_000], { promptCloseMs: 60_000 });
    expect(outcome).toMatchObject({ ok: true, value: { level: 'accepted' } });
    expect(looks).toBe(0);
  });

  it('has not printed what it did not take, although it said goodbye later', async () => {
    const { outcome } = await print({}, [40_000]);
    expect(outcome).toMatchObject({ certainty: 'unknown', code: 'PRINTER_STALLED' });
  });

  it('is asked how it is only when the question can reach it', async () => {
    const { outcome } = await print({}, [60_000, 40_000, 40_000], { asksStatus: true });
    expect(outcome).toMatchObject({ certainty: 'unknown', code: 'PRINTER_STALLED' });
  });

  it('prints as ever where the system does not say what it took', async () => {
    const { outcome } = await print({ neverCloses: true }, [null]);
    expect(outcome).toMatchObject({ ok: true, value: { level: 'accepted' } });
  });
});
