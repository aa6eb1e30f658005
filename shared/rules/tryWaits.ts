/** Wrong tries of a secret in a row, and when the last one was (UTC ms). */
export interface Tries {
  readonly wrongTries: number;
  readonly triedAt: number;
}

/** After so many free ones 2 s, then twice as long each time up to the longest; never for ever. */
export interface WaitRule {
  readonly freeTries: number;
  readonly longestMs: number;
}

export const usualWait: WaitRule = { freeTries: 2, longestMs: 5 * 60_000 };

function waitMs(wrongTries: number, { freeTries, longestMs }: WaitRule): number {
  return wrongTries <= freeTries ? 0 : Math.min(2 ** (wrongTries - freeTries) * 1_000, longestMs);
}

const secondsOf = (durationMs: number) => Math.ceil(durationMs / 1_000);

/** How long after so many wrong ones the next may be tried. */
export const waitSeconds = (wrongTries: number, rule = usualWait): number =>
  secondsOf(waitMs(wrongTries, rule));

/** What is left of that wait. A clock set back must not make it longer than it is. */
export function waitLeftSeconds({ wrongTries, triedAt }: Tries, now: number, rule = usualWait): number {
  const waitedMs = Math.max(0, now - triedAt);
  return secondsOf(Math.max(0, waitMs(wrongTries, rule) - waitedMs));
}
