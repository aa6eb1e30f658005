/** The end of the day that lies so many days ahead, by the clock of this computer. */
export function raiseEnd(now: number, days: number): number {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  return day.setHours(23, 59, 59, 0);
}
