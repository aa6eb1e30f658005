import type { ScaleTrouble } from '../../../../shared/domain/packing/scale.ts';
import { gramsOf, type ScaleFormat, type ScaleFrame } from '../../kit/scaleFormat.ts';

const units: Readonly<Record<number, string>> = { 2: 'g', 3: 'kg', 11: 'oz', 12: 'lb' };
const troubles: Readonly<Record<number, ScaleTrouble>> = {
  1: 'fault',
  5: 'under',
  6: 'over',
  7: 'fault',
  8: 'needs-zero',
};
const stableAtZero = 2;
const moving = 3;
const stable = 4;
const reportLength = 6;

/** Status, unit, power of ten, weight low byte first; below zero the weight is a magnitude, so the status decides. */
function parse(report: Uint8Array): ScaleFrame | null {
  const [, status = 0, unitCode = 0, exponentByte = 0, low = 0, high = 0] = report;
  const trouble = troubles[status];
  if (trouble !== undefined) return { kind: 'trouble', trouble };
  const unit = units[unitCode];
  const exponent = exponentByte > 127 ? exponentByte - 256 : exponentByte;
  if (unit === undefined || Math.abs(exponent) > 5) return null;
  if (status !== stableAtZero && status !== moving && status !== stable) return null;
  const grams = gramsOf(((low + high * 256) * 10 ** exponent).toFixed(5), unit);
  return grams === null ? null : { kind: 'weight', grams, isStable: status !== moving };
}

/** USB scales of the HID class (usage page 0x8D): one report each time, its number in front. */
export const usbHidFormat: ScaleFormat = {
  id: 'usb-hid',
  nameZh: 'USB 秤（HID）',
  nameEn: 'USB scale (HID)',
  way: 'hid',
  saysStable: true,
  namesUnit: true,
  question: null,
  reader: () => {
    let held: Uint8Array = new Uint8Array(0);
    return {
      take(bytes) {
        held = Buffer.concat([held, bytes]);
        const frames: ScaleFrame[] = [];
        for (; held.length >= reportLength; held = held.subarray(reportLength)) {
          const frame = parse(held.subarray(0, reportLength));
          if (frame !== null) frames.push(frame);
        }
        return { frames };
      },
    };
  },
};
