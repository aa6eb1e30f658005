import { describe, expect, it } from 'vitest';
import type { PrinterSeen } from '../../../../../../electron/printers/kit/printerTransport.ts';
import { countSeen, habitsOf } from '../../../../../../electron/usecases/printing/printers/printerHabits.ts';

const nothing = { closed: 0, open: 0, neverBusy: 0 };
const told = (...labels: readonly PrinterSeen[]) => habitsOf(labels.reduce(countSeen, nothing));
const times = (count: number, seen: PrinterSeen) => Array.from({ length: count }, () => seen);
const closed: PrinterSeen = { closed: true, watched: null };
const open: PrinterSeen = { closed: false, watched: null };

describe('what labels tell of a printer', () => {
  it('is a habit after three labels in a row', () => {
    expect(told(closed, closed)).toEqual({ closes: null, neverBusy: false });
    expect(told(closed, closed, closed).closes).toBe(true);
    expect(told(open, open).closes).toBeNull();
    expect(told(open, open, open).closes).toBe(false);
    expect(told(open, open, closed, open).closes).toBeNull();
  });

  it('stays a habit for four labels that did not fit it, and is given up with the fifth', () => {
    expect(told(...times(3, closed), ...times(4, open)).closes).toBe(true);
    expect(told(...times(3, closed), ...times(5, open)).closes).not.toBe(true);
    expect(told(...times(3, closed), ...times(4, open), closed, ...times(4, open)).closes).toBe(true);
  });

  it('is that it never says busy only while it never does', () => {
    const ready: PrinterSeen = { closed: true, watched: 'only-ready' };
    expect(told(...times(3, ready)).neverBusy).toBe(true);
    expect(told(...times(3, ready), { closed: true, watched: 'silent' }).neverBusy).toBe(true);
    expect(told(...times(3, ready), { closed: true, watched: 'printed' }).neverBusy).toBe(false);
  });

  it('writes nothing more once it is known', () => {
    const seen: PrinterSeen = { closed: true, watched: 'only-ready' };
    const known = times(3, seen).reduce(countSeen, nothing);
    expect(countSeen(known, seen)).toEqual(known);
  });
});
