import type { ScaleFrame } from '../../../electron/scales/kit/scaleFormat.ts';

interface ScaleVector {
  readonly of: string;
  readonly bytes: Uint8Array;
  readonly frame: ScaleFrame;
}

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex');
const weight = (grams: number, isStable: boolean | null): ScaleFrame => ({ kind: 'weight', grams, isStable });
const trouble = (kind: Extract<ScaleFrame, { kind: 'trouble' }>['trouble']): ScaleFrame => ({
  kind: 'trouble',
  trouble: kind,
});

/** What makers' manuals print, and what follows from their words; not made by our own readers. */
export const scaleVectors: Readonly<Record<string, readonly ScaleVector[]>> = {
  'st-gs': [
    { of: 'at rest, gross', bytes: ascii('ST,GS,+  0.123kg\r\n'), frame: weight(123, true) },
    { of: 'moving, net', bytes: ascii('US,NT,+  1.230kg\r\n'), frame: weight(1_230, false) },
    { of: 'below zero', bytes: ascii('ST,GS,-  0.050kg\r\n'), frame: weight(-50, true) },
    { of: 'without the second head, grams', bytes: ascii('ST,+00123.45  g\r\n'), frame: weight(123, true) },
    { of: 'pounds', bytes: ascii('ST,G,+   1.00lb\r\n'), frame: weight(454, true) },
    { of: 'out of range, blanks', bytes: ascii('OL,GS,+         kg\r\n'), frame: trouble('over') },
    { of: 'out of range, nines', bytes: ascii('OL,+9999999.9  g\r\n'), frame: trouble('over') },
    { of: 'out of range, A&D GH', bytes: ascii('OL,+999999E+19\r\n'), frame: trouble('over') },
    { of: 'out of range below, A&D GH', bytes: ascii('OL,-999999E+19\r\n'), frame: trouble('under') },
    { of: 'out of range, dashes', bytes: ascii('OL,GS,--------kg\r\n'), frame: trouble('over') },
    { of: 'decimal comma, A&D AD-4329', bytes: ascii('ST,GS,+001,234kg\r\n'), frame: weight(1_234, true) },
    { of: '市斤', bytes: ascii('ST,GS,+  2.468jin\r\n'), frame: weight(1_234, true) },
    {
      of: 'CAS CI-600D, 22 bytes',
      bytes: hex('53 54 2C 47 53 2C 31 C4 2C 30 30 30 31 33 2E 35 30 20 6B 67 0D 0A'),
      frame: weight(13_500, true),
    },
    {
      of: 'the same, parity taken off',
      bytes: ascii('US,NT,1D,  -1.250 kg\r\n'),
      frame: weight(-1_250, false),
    },
  ],
  'xk3190-0': [
    { of: '+20.00', bytes: hex('02 2B 30 30 32 30 30 30 32 31 42 03'), frame: weight(20_000, null) },
    { of: '-0.350', bytes: hex('02 2D 30 30 30 33 35 30 33 31 38 03'), frame: weight(-350, null) },
  ],
  'xk3190-1': [
    { of: '3.000', bytes: ascii('=000.3000'), frame: weight(3_000, null) },
    { of: '-3.000', bytes: ascii('=000.300-'), frame: weight(-3_000, null) },
  ],
  'xk3190-2': [
    { of: '3.000', bytes: ascii('=0003.000'), frame: weight(3_000, null) },
    { of: '-1.00', bytes: ascii('=-0001.00'), frame: weight(-1_000, null) },
  ],
  'xk3190-a12e': [
    { of: '4.139 kg', bytes: ascii('WG004.139kg3D\r\n'), frame: weight(4_139, null) },
    { of: 'overload', bytes: ascii('         OL23\r\n'), frame: trouble('over') },
    { of: 'under-range', bytes: ascii('         LO23\r\n'), frame: trouble('under') },
  ],
  'dahua-poll': [
    {
      of: '1.234 kg at rest',
      bytes: hex('01 02 53 20 31 2E 32 33 34 6B 67 55 03 04'),
      frame: weight(1_234, true),
    },
  ],
  'mt-sics': [
    { of: 'at rest', bytes: ascii('S S     0.123 kg\r\n'), frame: weight(123, true) },
    { of: 'moving', bytes: ascii('S D   129.07 g\r\n'), frame: weight(129, false) },
    { of: 'decimal comma', bytes: ascii('S S     1,234 kg\r\n'), frame: weight(1_234, true) },
    { of: 'overload', bytes: ascii('S +\r\n'), frame: trouble('over') },
    { of: 'underload', bytes: ascii('S -\r\n'), frame: trouble('under') },
  ],
  'usb-hid': [
    { of: '20 g at rest', bytes: hex('03 04 02 00 14 00'), frame: weight(20, true) },
    { of: '645.2 oz', bytes: hex('03 04 0B FF 34 19'), frame: weight(18_291, true) },
    { of: 'at zero', bytes: hex('03 02 02 00 00 00'), frame: weight(0, true) },
    { of: 'moving', bytes: hex('03 03 03 FE 7D 00'), frame: weight(1_250, false) },
    { of: 'below zero', bytes: hex('03 05 02 00 14 00'), frame: trouble('under') },
    { of: 'over its limit', bytes: hex('03 06 02 00 00 00'), frame: trouble('over') },
    { of: 'needs zeroing', bytes: hex('03 08 02 00 00 00'), frame: trouble('needs-zero') },
  ],
};
