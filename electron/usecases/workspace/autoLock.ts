import type { Answered, Asked } from '../../../shared/contracts/contract.ts';
import { type LockFacts, type LockRules, lockRulesFor } from '../../../shared/rules/lockRules.ts';
import { minuteMs } from '../../../shared/rules/shopTime.ts';
import { isUnprotected } from '../../vault/keySlots.ts';
import { readKeyFile } from '../../vault/workspaceKey.ts';
import type { Desk } from '../operators/desk.ts';
import { isWaitedFor } from '../workstations/serverAway.ts';
import { readSettings } from './settings.ts';
import { atBook, change, type Within, type Workspace } from './workspace.ts';

/** How long a lock waits for bookings that are being sent, labels handed over and imports. */
export const settleLimitMs = 2 * minuteMs;
const pollMs = 500;

async function readLockFacts({ store, isPractice }: Workspace): Promise<LockFacts> {
  const hasOperators = (await store.read.operators.active()).length > 0;
  return { isPractice, hasOperators, isUnattended: (await readSettings({ store })).watch !== null };
}

export async function readLockRules(workspace: Workspace): Promise<LockRules & LockFacts> {
  const chosen = await workspace.store.read.settings.get('lockRules');
  const facts = await readLockFacts(workspace);
  return { ...facts, ...lockRulesFor(chosen, facts) };
}

export async function changeLockRules(
  workspace: Workspace,
  patch: Asked<'session', 'setLockRules'>,
): Promise<void> {
  await change(workspace, ['settings', 'session'], async (write) => {
    const chosen = await write.settings.get('lockRules');
    const { idleMinutes = chosen.idleMinutes, withSystem = chosen.withSystem } = patch;
    const { asksAgain = chosen.asksAgain } = patch;
    await write.settings.put('lockRules', { idleMinutes, withSystem, asksAgain });
  });
}

/** What holds, and what a lock is worth here. */
export async function lockView(workspace: Workspace): Promise<Answered<'session', 'lockRules'>> {
  const { isPractice: _, ...rules } = await readLockRules(workspace);
  const keyFile = readKeyFile(workspace.folder);
  const opensAlone =
    keyFile?.ok === true &&
    (isUnprotected(keyFile.value) || keyFile.value.slots.some(({ kind }) => kind === 'key-store'));
  return { ...rules, opensAlone };
}

interface LockParts {
  readonly desk: Pick<Desk, 'actor'>;
  readonly signOut: () => Promise<unknown>;
  readonly isBusy: () => boolean;
  /** Absent: the book is always at hand. */
  readonly within?: Within;
  /** Parks the work and forgets the key. */
  readonly lock: () => Promise<void>;
}

/** Locks an open workspace whose people have left: after minutes without a key, with the computer's own lock, after a sign-out. */
export class AutoLock {
  readonly #workspace: Workspace;
  readonly #parts: LockParts;
  #activeAt: number;
  #wasSeated = false;
  #locking: Promise<void> | null = null;

  constructor(workspace: Workspace, parts: LockParts) {
    this.#workspace = workspace;
    this.#parts = parts;
    this.#activeAt = workspace.clock.now();
  }

  /** Somebody pressed a key, scanned or moved. */
  touch(): void {
    this.#activeAt = this.#workspace.clock.now();
  }

  /** Looks whether anybody is still there; every few seconds. */
  async round(): Promise<void> {
    const now = this.#workspace.clock.now();
    // A clock that was set back must not lengthen the wait.
    this.#activeAt = Math.min(this.#activeAt, now);
    const rules = await this.#rules();
    if (rules === null) return;
    const { actor } = this.#parts.desk;
    if (actor.operatorId !== '') this.#wasSeated = true;
    const hasLeft = this.#wasSeated && actor.role === 'nobody';
    const isIdle = rules.idleMinutes > 0 && now - this.#activeAt >= rules.idleMinutes * minuteMs;
    if ((hasLeft && rules.asksAgain) || isIdle) void this.#lock();
  }

  /** The computer was locked, or goes to sleep. */
  async away(): Promise<void> {
    const rules = await this.#rules();
    if (rules?.withSystem !== true) return;
    if (!rules.hasOperators) return this.#lock();
    if (this.#parts.desk.actor.operatorId !== '') this.#wasSeated = true;
    await this.#parts.signOut();
    await this.signedOut();
  }

  async signedOut(): Promise<void> {
    if ((await this.#rules())?.asksAgain === true) await this.#lock();
  }

  /** null: the book is away, and nothing here says what holds. */
  async #rules(): Promise<(LockRules & LockFacts) | null> {
    const { within = atBook(this.#workspace) } = this.#parts;
    try {
      return await within(readLockRules);
    } catch (error) {
      if (!isWaitedFor(error)) throw error;
      return null;
    }
  }

  /** What is being sent, printed or imported comes to its end first, within bounds. */
  #lock(): Promise<void> {
    this.#locking ??= this.#lockWhenSettled();
    return this.#locking;
  }

  async #lockWhenSettled(): Promise<void> {
    const { clock } = this.#workspace;
    const until = clock.now() + settleLimitMs;
    while (this.#parts.isBusy() && clock.now() < until) await clock.sleep(pollMs);
    await this.#parts.lock();
  }
}
