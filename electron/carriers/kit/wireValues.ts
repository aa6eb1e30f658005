import { z } from 'zod';
import { shopOffsetMs } from '../../../shared/rules/shopTime.ts';

/** Text that a platform may also send as a number, leave out or send as null; then it is empty. */
export const wireText = z
  .union([z.string(), z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value).trim()));

/**
 * The same for a field nothing depends on: whatever cannot be read is empty, and does not spoil the reply. One step and not five of a
 * schema: a reply to a booking has twenty of them.
 */
export const looseText = z
  .unknown()
  .optional()
  .transform((value) =>
    typeof value === 'string' || Number.isSafeInteger(value) ? String(value).trim() : '',
  );

/** True for `true` and for the word in any spelling; everything else is false. */
export const wireFlag = z
  .union([z.boolean(), z.string(), z.number()])
  .nullish()
  .transform((value) => value === true || String(value).trim().toLowerCase() === 'true');

/** More than any parcel costs; a larger number is a mistake, not a price. */
const highestFen = 100_000_000;

/** Yuan as number or text → fen; null for everything that is no price. */
export const wireMoney = z
  .unknown()
  .optional()
  .transform((value): number | null => {
    const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
    if (!/^\d{1,9}(\.\d{1,6})?$/.test(text)) return null;
    const amountFen = Math.round(Number(text) * 100);
    return amountFen <= highestFen ? amountFen : null;
  });

/** Fen → yuan with two decimals. */
export function toWireYuan(amountFen: number): string {
  return (amountFen / 100).toFixed(2);
}

const form =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?(Z|[+-]\d{2}:?\d{2}))?/;

/**
 * `yyyy-MM-dd HH:mm:ss` or `yyyy/MM/dd HH:mm:ss`, as the platforms write it, as UTC ms; null when it is no time. Its zone
 * stands behind it or beside it (`-05:00`), on parcels that go abroad; otherwise it is Asia/Shanghai, a fixed +8 hours:
 * China has had no summer time since 1991.
 */
export function wireTime(text: string, zone = ''): number | null {
  const parts = form.exec(text.trim());
  if (parts === null) return null;
  const offsetMs = zoneOffsetMs(parts[7] ?? zone) ?? shopOffsetMs;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return null;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const isReal =
    new Date(local).getUTCMonth() === month - 1 &&
    (hour ?? 0) < 24 &&
    (minute ?? 0) < 60 &&
    (second ?? 0) < 60;
  return isReal ? local - offsetMs : null;
}

/** null: that is no zone. */
function zoneOffsetMs(zone: string): number | null {
  if (zone === 'Z') return 0;
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(zone.trim());
  if (parts === null) return null;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  if (minutes > 14 * 60 || Number(parts[3]) > 59) return null;
  return (parts[1] === '-' ? -minutes : minutes) * 60_000;
}

/** UTC ms as `yyyy-MM-dd HH:mm:ss` in Asia/Shanghai. */
export function toWireTime(at: number): string {
  return new Date(at + shopOffsetMs).toISOString().slice(0, 19).replace('T', ' ');
}
