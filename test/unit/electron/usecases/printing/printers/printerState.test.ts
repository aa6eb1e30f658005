import { describe, expect, it } from 'vitest';
import { combinePrinterState } from '../../../../../../electron/usecases/printing/printers/printerState.ts';
import type { printerStates } from '../../../../../../shared/domain/printing/printer.ts';
import { isPrinted, printJobStates } from '../../../../../../shared/domain/printing/printJob.ts';

const device = (state: (typeof printerStates)[number]) => ({
  state,
  source: 'device' as const,
  askedAt: 100,
});
const last = (state: (typeof printJobStates)[number], at = 50, refusedAt: number | null = null) => ({
  state,
  at,
  refusedAt,
});

describe('the state of a printer', () => {
  it('is unknown until somebody asked, and when it keeps silent', () => {
    expect(combinePrinterState(null, last('confirmed'))).toMatchObject({
      state: 'unknown',
      why: 'never-asked',
    });
    expect(combinePrinterState(device('unknown'), last('confirmed'))).toMatchObject({
      state: 'unknown',
      why: 'silent',
    });
  });

  it('names a fault as it was said, whatever the last label did', () => {
    for (const fault of ['paper-out', 'head-open', 'error', 'busy'] as const)
      for (const state of printJobStates)
        expect(combinePrinterState(device(fault), last(state))).toMatchObject({
          state: fault,
          why: 'device-says',
        });
    expect(combinePrinterState({ ...device('paper-out'), source: 'spooler' }, null).why).toBe('spooler-says');
  });

  it('says ready only when nothing speaks against it', () => {
    for (const state of printJobStates)
      expect(combinePrinterState(device('ready'), last(state)).state).toBe(
        state === 'unsure' ? 'unknown' : 'ready',
      );
  });

  it('does not believe ready or busy of a printer that took no label since', () => {
    for (const state of ['ready', 'busy'] as const) {
      const since = combinePrinterState(device(state), last('confirmed', 50, 200));
      expect(since).toMatchObject({ state: 'unknown', why: 'disagrees' });
      expect(combinePrinterState(device(state), last('confirmed', 50, 90)).state).toBe(state);
      const neverPrinted = combinePrinterState(device(state), { state: null, at: 0, refusedAt: 200 });
      expect(neverPrinted.state).toBe('unknown');
    }
  });

  it('does not believe offline of a printer that has printed since', () => {
    for (const state of printJobStates) {
      const later = combinePrinterState(device('offline'), last(state, 200));
      expect(later.state).toBe(isPrinted(state) ? 'unknown' : 'offline');
      expect(combinePrinterState(device('offline'), last(state, 50)).state).toBe('offline');
    }
  });

  it('tells an address that cannot be used from a device in trouble', () => {
    const found = combinePrinterState({ state: 'error', source: 'address', askedAt: 1 }, null);
    expect(found).toMatchObject({ state: 'error', why: 'address-invalid' });
  });
});
