/** What somebody chose about locking; null: as usual for this kind of workspace. */
export interface ChosenLockRules {
  /** 0: never. */
  readonly idleMinutes: number | null;
  readonly withSystem: boolean | null;
  readonly asksAgain: boolean;
}

export interface LockFacts {
  readonly isPractice: boolean;
  readonly hasOperators: boolean;
  /** A folder is watched: orders come in without anybody, and stop coming in once it is locked. */
  readonly isUnattended: boolean;
}

export interface LockRules {
  /** Minutes without a key after which the workspace locks itself; 0: never. */
  readonly idleMinutes: number;
  /** With the computer's own lock, and before it sleeps: operators are signed out, and without operators it is locked. */
  readonly withSystem: boolean;
  /** Whoever signs out locks the workspace as well: its key leaves memory. */
  readonly asksAgain: boolean;
}

export const lockMinuteLimits = { least: 0, most: 720 } as const;

/** Half an hour: a lunch, not a pallet. */
const usualIdleMinutes = 30;

/**
 * Where there are operators the one who leaves is signed out, and the next needs no passphrase of the owner's; so the
 * workspace locks itself only where nobody signs in and nothing runs without people.
 */
export function lockRulesFor(chosen: ChosenLockRules, facts: LockFacts): LockRules {
  const { isPractice, hasOperators, isUnattended } = facts;
  const isGuarded = !isPractice && !hasOperators && !isUnattended;
  return {
    idleMinutes: chosen.idleMinutes ?? (isGuarded ? usualIdleMinutes : 0),
    withSystem: chosen.withSystem ?? (!isPractice && (hasOperators || !isUnattended)),
    asksAgain: chosen.asksAgain,
  };
}
