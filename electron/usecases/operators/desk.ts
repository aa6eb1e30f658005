import type { Asked } from '../../../shared/contracts/contract.ts';
import { type Actor, mayDo, nobody, owner } from '../../../shared/domain/operator.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Operator } from '../../store/schema.ts';
import { change, type Workspace } from '../workspace/workspace.ts';
import { recordAct } from './acts.ts';
import { checkPin } from './checkPin.ts';
import type { Approval } from './checkRight.ts';

interface GivenApproval extends Approval {
  readonly orderId: string;
  readonly untilAt: number;
}

/** Time enough for the page to repeat what was refused, not to walk away. */
const approvalMs = 60_000;

export const actorOf = ({ id, name, role }: Pick<Operator, 'id' | 'name' | 'role'>): Actor => ({
  operatorId: id,
  name,
  role,
});

/**
 * Who sits at the window: nobody, one operator, or the owner while the workspace has no operators. Kept in memory only: a
 * core that starts again asks for a PIN again.
 */
export class Desk {
  readonly #workspace: Workspace;
  #idleMs: number;
  #actor: Actor = nobody;
  #activeAt = 0;
  readonly #approvals = new Map<string, GivenApproval>();

  private constructor(workspace: Workspace, idleMinutes: number) {
    this.#workspace = workspace;
    this.#idleMs = idleMinutes * 60_000;
  }

  static async open(workspace: Workspace): Promise<Desk> {
    const { idleMinutes } = await workspace.store.read.settings.get('operatorRules');
    const desk = new Desk(workspace, idleMinutes);
    await desk.refresh();
    return desk;
  }

  /** As of the last `refresh`. */
  get actor(): Actor {
    return this.#actor;
  }

  get idleMinutes(): number {
    return this.#idleMs / 60_000;
  }

  /** When the operator is signed out unless something is touched; null: nobody has signed in. */
  get signsOutAt(): number | null {
    return this.#actor.operatorId === '' ? null : this.#activeAt + this.#idleMs;
  }

  /** Looks again who may act: operators come, go and change their role, and time passes. true: somebody else than before. */
  async refresh(): Promise<boolean> {
    const before = this.#actor;
    const active = await this.#workspace.store.read.operators.active();
    const found = active.find(({ id }) => id === this.#actor.operatorId);
    const isIdle = this.#workspace.clock.now() >= this.#activeAt + this.#idleMs;
    if (active.length === 0) this.#actor = owner;
    else this.#actor = found === undefined || isIdle ? nobody : actorOf(found);
    if (this.#actor.operatorId !== before.operatorId) this.#approvals.clear();
    return this.#actor.operatorId !== before.operatorId || this.#actor.role !== before.role;
  }

  async signIn(operatorId: string, pin: string): Promise<Outcome<Actor>> {
    const found = await checkPin(this.#workspace, operatorId, pin);
    if (!found.ok) return found;
    const actor = actorOf(found.value);
    const now = this.#workspace.clock.now();
    await this.#workspace.store.write(async (write) => {
      await write.operators.note(operatorId, { signedInAt: now });
      await recordAct(actAs(this.#workspace, actor), write, { kind: 'signed-in', what: actor.role });
    });
    this.#seat(actor);
    return done(actor);
  }

  /** Who was made the first operator by the owner goes on working as that operator. */
  takeOver(operator: Operator): void {
    if (this.#actor.role === 'owner') this.#seat(actorOf(operator));
  }

  #seat(actor: Actor): void {
    this.#approvals.clear();
    this.#actor = actor;
    this.#activeAt = this.#workspace.clock.now();
    this.#workspace.changed('operators');
  }

  signOut(): void {
    if (this.#actor.operatorId === '') return;
    this.#approvals.clear();
    this.#actor = nobody;
    this.#workspace.changed('operators');
  }

  /** Somebody pressed a key, scanned or moved. */
  touch(): void {
    if (this.#actor.operatorId !== '') this.#activeAt = this.#workspace.clock.now();
  }

  async setIdleMinutes(idleMinutes: number): Promise<void> {
    const rules = { idleMinutes };
    await change(this.#workspace, ['operators'], (write) => write.settings.put('operatorRules', rules));
    this.#idleMs = idleMinutes * 60_000;
  }

  /** Somebody with the right enters a PIN there and then: a name for one use, within a minute, by who sits here now. */
  async approve({
    operatorId,
    pin,
    right,
    orderId,
  }: Asked<'operators', 'approve'>): Promise<Outcome<string>> {
    const asking = this.#actor;
    if (asking.operatorId === '') return failure('OPERATOR_SIGN_IN_NEEDED');
    const found = await checkPin(this.#workspace, operatorId, pin);
    if (!found.ok) return found;
    const approver = actorOf(found.value);
    if (!mayDo(approver, right)) return failure('OPERATOR_MAY_NOT_APPROVE', { right });
    if (this.#actor.operatorId !== asking.operatorId) return failure('OPERATOR_SIGN_IN_NEEDED');
    this.touch();
    const id = this.#workspace.nextId();
    const untilAt = this.#workspace.clock.now() + approvalMs;
    this.#approvals.set(id, { approver: approver.name, right, orderId, untilAt });
    return done(id);
  }

  /** Approvals for this order serve one action: what is refused gives them back, what is done has used them up. */
  async withApprovals<T>(
    ids: readonly string[],
    orderId: string,
    act: (approvals: readonly Approval[]) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const { operatorId } = this.#actor;
    const taken: [string, GivenApproval][] = [];
    for (const id of ids) {
      const found = this.#approvals.get(id);
      const isFit = found?.orderId === orderId && this.#workspace.clock.now() <= found.untilAt;
      if (found !== undefined && isFit && this.#approvals.delete(id)) taken.push([id, found]);
    }
    const outcome = await act(taken.map(([, approval]) => approval));
    const isStillHere = this.#actor.operatorId === operatorId;
    if (!outcome.ok && isStillHere) for (const [id, approval] of taken) this.#approvals.set(id, approval);
    return outcome;
  }
}

/** The same workspace in somebody's hands. Its parts stay what they are: some of them are loaded at first use only. */
export function actAs<T extends Workspace>(workspace: T, actor: Actor): T {
  return Object.create(workspace, { actor: { value: actor, enumerable: true } }) as T;
}
