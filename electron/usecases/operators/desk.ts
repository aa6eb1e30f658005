import type { Asked } from '../../../shared/contracts/contract.ts';
import { type Actor, mayDo, nobody, owner } from '../../../shared/domain/operator.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Operator } from '../../store/schema.ts';
import { atBook, change, type Within, type Workspace, withParts } from '../workspace/workspace.ts';
import { type OperatorAct, recordAct } from './acts.ts';
import { ownerOfBadge } from './badges.ts';
import { checkPin } from './checkPin.ts';
import type { Approval } from './checkRight.ts';

interface GivenApproval extends Approval {
  readonly orderId: string;
  readonly untilAt: number;
}

/** Enough for the page to repeat the refused action, not to walk away. */
const approvalMs = 60_000;

export const actorOf = ({ id, name, role }: Pick<Operator, 'id' | 'name' | 'role'>): Actor => ({
  operatorId: id,
  name,
  role,
});

/** What a person must see at sign-in. */
export interface SignInNotice {
  /** Wrong tries of this PIN since the last sign-in, and when the first was (UTC ms). */
  readonly wrongTries: number;
  readonly wrongSince: number;
  /** The PIN is shorter than now required for this role. */
  readonly isPinShort: boolean;
}

/** Records the sign-in with what it must show: wrong tries since the last time, a PIN that is now too short. `how`: role or place. */
export async function noteSignIn(
  workspace: Workspace,
  before: Operator,
  how: string,
): Promise<SignInNotice | null> {
  const { id, role, wrongPins, wrongSince } = before;
  const pinForm = await workspace.store.write(async (write) => {
    await write.operators.note(id, { signedInAt: workspace.clock.now(), wrongPins: 0 });
    await recordAct(actAs(workspace, actorOf(before)), write, { kind: 'signed-in', what: how });
    return (await write.operators.byId(id))?.pinForm;
  });
  const isPinShort = role === 'manager' && pinForm === 'short';
  return wrongPins > 0 || isPinShort ? { wrongTries: wrongPins, wrongSince, isPinShort } : null;
}

/** The person at a desk, passed on to the next desk of the same window. */
export type DeskOccupant = Pick<Desk, 'actor' | 'notice'>;

/**
 * The person at the window: none, an operator, or the owner while the workspace has no operators. Kept in memory only: after a restart the
 * core asks for a PIN again.
 */
export class Desk {
  readonly #workspace: Workspace;
  readonly #within: Within;
  #idleMs: number;
  #actor: Actor = nobody;
  #activeAt = 0;
  #notice: SignInNotice | null = null;
  readonly #approvals = new Map<string, GivenApproval>();

  private constructor(workspace: Workspace, within: Within, idleMinutes: number) {
    this.#workspace = workspace;
    this.#within = within;
    this.#idleMs = idleMinutes * 60_000;
  }

  /** `occupant`: from the previous desk. */
  static async open(
    workspace: Workspace,
    within: Within = atBook(workspace),
    occupant: DeskOccupant | null = null,
  ): Promise<Desk> {
    const { idleMinutes } = await within(({ store }) => store.read.settings.get('operatorRules'));
    const desk = new Desk(workspace, within, idleMinutes);
    if (occupant !== null) {
      desk.#seat(occupant.actor);
      desk.#notice = occupant.notice;
    }
    await desk.refresh();
    return desk;
  }

  /** The person here at the last `refresh`. */
  get actor(): Actor {
    return this.#actor;
  }

  /** What the sign-in showed the person here; null: nothing, or no one is signed in. */
  get notice(): SignInNotice | null {
    return this.#actor.operatorId === '' ? null : this.#notice;
  }

  get idleMinutes(): number {
    return this.#idleMs / 60_000;
  }

  /** When the operator is signed out if idle; null: no one is signed in. */
  get signsOutAt(): number | null {
    return this.#actor.operatorId === '' ? null : this.#activeAt + this.#idleMs;
  }

  /** Checks again who may act: operators are added, removed and get other roles, and time passes. true: the person has changed. */
  async refresh(): Promise<boolean> {
    const before = this.#actor;
    const active = await this.#within(({ store }) => store.read.operators.active());
    const found = active.find(({ id }) => id === this.#actor.operatorId);
    const isIdle = this.#workspace.clock.now() >= this.#activeAt + this.#idleMs;
    const leaving = this.#actor;
    if (active.length === 0) this.#actor = owner;
    else this.#actor = found === undefined || isIdle ? nobody : actorOf(found);
    if (this.#actor.operatorId !== before.operatorId) this.#approvals.clear();
    if (found !== undefined && this.#actor.operatorId !== leaving.operatorId)
      await this.#record(leaving, { kind: 'signed-out-idle', what: '' });
    return this.#actor.operatorId !== before.operatorId || this.#actor.role !== before.role;
  }

  async signIn(operatorId: string, pin: string): Promise<Outcome<Actor>> {
    const signedIn = await this.#within(async (at): Promise<Outcome<[Actor, SignInNotice | null]>> => {
      const found = await checkPin(at, operatorId, pin, 'window');
      if (!found.ok) return found;
      const actor = actorOf(found.value);
      return done([actor, await noteSignIn(at, found.value, actor.role)]);
    });
    if (!signedIn.ok) return signedIn;
    const [actor, notice] = signedIn.value;
    this.#notice = notice;
    this.#seat(actor);
    return done(actor);
  }

  /** Signs in by a badge scan, without a PIN. A person already here is not signed in again. */
  async signInByBadge(code: string): Promise<Outcome<Actor>> {
    const found = await this.#within((at) => ownerOfBadge(at, code));
    if (!found.ok) return found;
    const actor = actorOf(found.value);
    if (actor.operatorId === this.#actor.operatorId) {
      this.touch();
      return done(actor);
    }
    this.#notice = await this.#within((at) => noteSignIn(at, found.value, 'badge'));
    this.#seat(actor);
    return done(actor);
  }

  /** The owner who has made themselves the first operator continues as that operator. */
  takeOver(operator: Operator): void {
    if (this.#actor.role !== 'owner') return;
    this.#notice = null;
    this.#seat(actorOf(operator));
  }

  #seat(actor: Actor): void {
    this.#approvals.clear();
    this.#actor = actor;
    this.#activeAt = this.#workspace.clock.now();
    this.#workspace.changed('operators');
  }

  async signOut(): Promise<void> {
    const leaving = this.#actor;
    if (leaving.operatorId === '') return;
    this.#approvals.clear();
    this.#actor = nobody;
    await this.#record(leaving, { kind: 'signed-out', what: '' });
    this.#workspace.changed('operators');
  }

  #record(actor: Actor, act: OperatorAct): Promise<void> {
    return this.#within((at) => at.store.write((write) => recordAct(actAs(at, actor), write, act)));
  }

  /** A key was pressed, a code scanned or the pointer moved. */
  touch(): void {
    if (this.#actor.operatorId !== '') this.#activeAt = this.#workspace.clock.now();
  }

  async setIdleMinutes(idleMinutes: number): Promise<void> {
    const rules = { idleMinutes };
    await change(this.#workspace, ['operators'], async (write) => {
      await write.settings.put('operatorRules', rules);
      const act = { kind: 'idle-minutes-set', what: String(idleMinutes) } as const;
      await recordAct(actAs(this.#workspace, this.#actor), write, act);
    });
    this.#idleMs = idleMinutes * 60_000;
  }

  /** A person with the right enters a PIN on the spot: returns an id that the person here can use once within a minute. */
  async approve({
    operatorId,
    pin,
    right,
    orderId,
  }: Asked<'operators', 'approve'>): Promise<Outcome<string>> {
    const asking = this.#actor;
    if (asking.operatorId === '') return failure('OPERATOR_SIGN_IN_NEEDED');
    const found = await this.#within((at) => checkPin(at, operatorId, pin, 'window'));
    if (!found.ok) return found;
    const approver = actorOf(found.value);
    const act = { approver: approver.name, orderId, what: right } as const;
    if (!mayDo(approver, right)) {
      await this.#record(asking, { kind: 'approval-refused', ...act });
      return failure('OPERATOR_MAY_NOT_APPROVE', { right });
    }
    await this.#record(asking, { kind: 'approval-given', ...act });
    if (this.#actor.operatorId !== asking.operatorId) return failure('OPERATOR_SIGN_IN_NEEDED');
    this.touch();
    const id = this.#workspace.nextId();
    const untilAt = this.#workspace.clock.now() + approvalMs;
    this.#approvals.set(id, { approver: approver.name, right, orderId, untilAt });
    return done(id);
  }

  /** The approvals for this order serve one action: a refused action returns them, a done one uses them up. */
  async withApprovals<T>(
    ids: readonly string[],
    orderId: string,
    action: (approvals: readonly Approval[]) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const { operatorId } = this.#actor;
    const used: [string, GivenApproval][] = [];
    for (const id of ids) {
      const found = this.#approvals.get(id);
      const isFit = found?.orderId === orderId && this.#workspace.clock.now() <= found.untilAt;
      if (found !== undefined && isFit && this.#approvals.delete(id)) used.push([id, found]);
    }
    const outcome = await action(used.map(([, approval]) => approval));
    const isStillHere = this.#actor.operatorId === operatorId;
    if (!outcome.ok && isStillHere) for (const [id, approval] of used) this.#approvals.set(id, approval);
    return outcome;
  }
}

/** The same workspace with another actor. */
export function actAs<T extends Workspace>(workspace: T, actor: Actor): T {
  return withParts(workspace, { actor });
}
