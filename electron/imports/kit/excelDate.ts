const DAY_MS = 86_400_000;
const EPOCH_1900_MS = Date.UTC(1899, 11, 30);
const EPOCH_1904_MS = Date.UTC(1904, 0, 1);
/** 9999-12-31 in the 1900 system. */
const LAST_SERIAL = 2_958_466;

function isBuiltInDate(formatId: number): boolean {
  return (
    (formatId >= 14 && formatId <= 22) ||
    (formatId >= 27 && formatId <= 36) ||
    (formatId >= 45 && formatId <= 47) ||
    (formatId >= 50 && formatId <= 58)
  );
}

/**
 * Does a number format show a date or time? Built-in ids by ECMA-376 18.8.30 (27–36 and 50–58 are the East Asian ones);
 * a custom code by its letters (`aaa` is the weekday in Chinese), after quoted text, escapes and bracketed colours are taken out.
 */
export function isDateFormat(formatId: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(formatId);
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '');
  return /[ymdhs]|aaa/i.test(bare);
}

/** Serial day number to `YYYY-MM-DD HH:mm:ss` (`HH:mm:ss` below one day), null when it is no date. Wall clock, no zone. */
export function excelDateText(stored: string, is1904: boolean): string | null {
  const serial = Number(stored);
  if (!Number.isFinite(serial) || serial < 0 || serial >= LAST_SERIAL) return null;
  // The 1900 system counts a 29 February 1900 that never was; before it the serials are one day lower.
  const days = !is1904 && serial < 60 && serial >= 1 ? serial + 1 : serial;
  const epochMs = is1904 ? EPOCH_1904_MS : EPOCH_1900_MS;
  const iso = new Date(epochMs + Math.round((days * DAY_MS) / 1000) * 1000).toISOString();
  return serial < 1 && !is1904 ? iso.slice(11, 19) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}
