const shanghaiOffsetMs = 8 * 3_600_000;
const form = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?/;

/**
 * `yyyy-MM-dd HH:mm:ss` or `yyyy/MM/dd HH:mm:ss` in Asia/Shanghai, as the platforms write it, as UTC ms; null when it is
 * no time. The zone is a fixed +8 hours: China has had no summer time since 1991.
 */
export function wireTime(text: string): number | null {
  const parts = form.exec(text.trim());
  if (parts === null) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return null;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const isReal =
    new Date(local).getUTCMonth() === month - 1 &&
    (hour ?? 0) < 24 &&
    (minute ?? 0) < 60 &&
    (second ?? 0) < 60;
  return isReal ? local - shanghaiOffsetMs : null;
}

/** UTC ms as `yyyy-MM-dd HH:mm:ss` in Asia/Shanghai. */
export function toWireTime(at: number): string {
  return new Date(at + shanghaiOffsetMs).toISOString().slice(0, 19).replace('T', ' ');
}
