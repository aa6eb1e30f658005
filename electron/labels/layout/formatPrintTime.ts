/** China keeps one zone, UTC+8, and no summer time since 1991. */
const shanghaiOffsetMs = 8 * 3_600_000;

/** `2026-11-25 14:03` in Asia/Shanghai. */
export function formatPrintTime(utcMs: number): string {
  return new Date(utcMs + shanghaiOffsetMs).toISOString().slice(0, 16).replace('T', ' ');
}
