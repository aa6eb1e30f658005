import type { Asked } from '../../../shared/contracts/contract.ts';
import { mayHaveBadge } from '../../../shared/domain/packing/badgeCode.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { pinFormOf } from '../../../shared/rules/signInCodes.ts';
import type { Operator } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { OperatorPatch } from '../../store/workspace/operatorRepository.ts';
import { hashPin } from '../../vault/pinHash.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';
import { recordAct } from './acts.ts';
import { forgetAllTries, newPin, pinRefusal, roleRefusal } from './pins.ts';
import { drawRescue, saveRescue } from './rescue.ts';

export interface AddedOperator {
  readonly operator: Operator;
  /** Returned once, with the first operator; null with every other. */
  readonly rescueCode: string | null;
}

/**
 * Adds an operator. The first must be a manager: from then on everyone signs in, and someone must be able to add the others. With the
 * first comes the rescue code, in case that PIN is forgotten.
 */
export async function addOperator(
  workspace: Workspace,
  { name, role, pin }: Asked<'operators', 'add'>,
): Promise<Outcome<AddedOperator>> {
  const refused = pinRefusal(pin, role);
  if (refused !== null) return refused;
  const { salt, hash } = await hashPin(pin, workspace.pinKeys);
  const rescue = await drawRescue();
  const row: Operator = {
    id: workspace.nextId(),
    name: name.trim(),
    role,
    version: 0,
    pinSalt: salt,
    pinHash: hash,
    wrongPins: 0,
    triedAt: 0,
    wrongSince: 0,
    pinForm: pinFormOf(pin),
    badgeDigest: '',
    signedInAt: null,
    createdAt: workspace.clock.now(),
    removedAt: null,
  };
  return tryChange(workspace, ['operators'], async (write): Promise<Outcome<AddedOperator>> => {
    const active = await write.operators.active();
    const isFirst = active.length === 0;
    if (isFirst && role !== 'manager') return failure('OPERATOR_FIRST_MANAGER');
    const wrong = nameProblem(active, row);
    if (wrong !== null) return wrong;
    await write.operators.insert(row);
    if (isFirst) await saveRescue(write, rescue.record);
    await recordAct(workspace, write, { kind: 'operator-added', what: `${row.name} ${role}` });
    return done({ operator: row, rescueCode: isFirst ? rescue.code : null });
  });
}

export async function changeOperator(
  workspace: Workspace,
  { operatorId, version, name, role, pin }: Asked<'operators', 'change'>,
): Promise<Outcome<Operator>> {
  const hashed = pin === undefined ? null : await hashPin(pin, workspace.pinKeys);
  const patch: OperatorPatch = {
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(role === undefined ? {} : { role, ...(mayHaveBadge(role) ? {} : { badgeDigest: '' }) }),
    ...(hashed === null || pin === undefined ? {} : newPin(hashed, pin)),
  };
  return tryChange(workspace, ['operators'], async (write): Promise<Outcome<Operator>> => {
    const found = await activeOperator(write, operatorId);
    if (!found.ok) return found;
    const active = await write.operators.active();
    const after = { ...found.value, ...patch };
    const wrong =
      nameProblem(active, after) ??
      managerProblem(active, after) ??
      roleRefusal(found.value, after.role, pin);
    if (wrong !== null) return wrong;
    const changed = await write.operators.change({ id: operatorId, version }, patch);
    if (changed === undefined) return failure('OPERATOR_CHANGED_MEANWHILE');
    const what = [
      found.value.name,
      ...changeWords(found.value, after),
      ...(pin === undefined ? [] : ['PIN']),
    ];
    if (pin !== undefined) await forgetAllTries(write, operatorId);
    await recordAct(workspace, write, { kind: 'operator-changed', what: what.join(' ') });
    return done(changed);
  });
}

/** Removes an operator; after the last one the workspace belongs to the owner again. */
export function removeOperator(
  workspace: Workspace,
  { operatorId, version }: Asked<'operators', 'remove'>,
): Promise<Outcome<Operator>> {
  return tryChange(workspace, ['operators'], async (write): Promise<Outcome<Operator>> => {
    const found = await activeOperator(write, operatorId);
    if (!found.ok) return found;
    const active = await write.operators.active();
    const wrong = active.length === 1 ? null : managerProblem(active, { id: operatorId, role: 'packer' });
    if (wrong !== null) return wrong;
    const removal = { removedAt: workspace.clock.now(), pinHash: '', pinSalt: '', badgeDigest: '' };
    const removed = await write.operators.change({ id: operatorId, version }, removal);
    if (removed === undefined) return failure('OPERATOR_CHANGED_MEANWHILE');
    if (active.length === 1) await saveRescue(write, null);
    await recordAct(workspace, write, { kind: 'operator-removed', what: found.value.name });
    return done(removed);
  });
}

async function activeOperator(write: Repositories, id: string): Promise<Outcome<Operator>> {
  const found = await write.operators.byId(id);
  return found === undefined || found.removedAt !== null ? failure('OPERATOR_NOT_FOUND') : done(found);
}

type Named = Pick<Operator, 'id' | 'name'>;

/** Names appear in the record: two similar ones would make it worthless. */
function nameProblem(active: readonly Named[], { id, name }: Named): Failure | null {
  if (name === '') return failure('OPERATOR_NAME_EMPTY');
  const key = name.normalize('NFKC').toLowerCase();
  const isTaken = active.some(
    (other) => other.id !== id && other.name.normalize('NFKC').toLowerCase() === key,
  );
  return isTaken ? failure('OPERATOR_NAME_TAKEN') : null;
}

type Posted = Pick<Operator, 'id' | 'role'>;

function managerProblem(active: readonly Posted[], after: Posted): Failure | null {
  const isManaged =
    after.role === 'manager' || active.some(({ id, role }) => id !== after.id && role === 'manager');
  return isManaged ? null : failure('OPERATOR_LAST_MANAGER');
}

function changeWords(before: Operator, after: Operator): string[] {
  return [
    ...(before.name === after.name ? [] : [`→ ${after.name}`]),
    ...(before.role === after.role ? [] : [`${before.role} → ${after.role}`]),
  ];
}
