/** A moment on the clock of this machine, `2026-01-02 09:30`: for people; machines read ISO 8601. */
export function localTime(at: number): string {
  return new Date(at).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
}
