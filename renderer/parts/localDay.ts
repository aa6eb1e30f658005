/** The day of a moment by the clock of this computer, `2026-12-01`. */
export function localDay(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The first moment of such a day. */
export function startOfDay(day: string): number {
  return new Date(`${day}T00:00:00`).getTime();
}

/** Its last second. */
export function endOfDay(day: string): number {
  return new Date(`${day}T23:59:59`).getTime();
}
