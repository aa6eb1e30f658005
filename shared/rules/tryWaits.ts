/** Wrong tries of a secret in a row, and when the last one was (UTC ms). */
export interface Tries {
  readonly wrongTries: number;
  readonly triedAt: number;
}

/** After the third wrong one in a row 2 s, then twice as long each time; never for ever. */
const freeTries = 2;
const longestWaitMs = 5 * 60_000;

function waitMs(wrongTries: number): number {
  return wrongTries <= freeTries ? 0 : Math.min(2 ** (wrongTries - freeTries) * 1_000, longestWaitMs);
}

const secondsOf = (durationMs: number) => Math.ceil(durationMs / 1_000);

/** How long after so many wrong ones the next may be tried. */
export const waitSeconds = (wrongTries: number): number => secondsOf(waitMs(wrongTries));

/** What is left of that wait. A clock set back must not make it longer than it is. */
export function waitLeftSeconds({ wrongTries, triedAt }: Tries, now: number): number {
  const waitedMs = Math.max(0, now - triedAt);
  return secondsOf(Math.max(0, waitMs(wrongTries) - waitedMs));
}
