import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { isUsablePin, pinDigits } from '../../../shared/rules/isUsablePin.ts';
import { readRescueCode, rescueLength } from '../../../shared/rules/rescueCode.ts';
import type { Operator } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { hashPin, isPin } from '../../vault/pinHash.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { actAs } from './actAs.ts';
import { actorOf } from './desk.ts';
import { recordAct } from './recordAct.ts';
import { drawRescue, type RescueRecord, readRescue, saveRescue } from './rescueRecord.ts';
import { waitLeftSeconds, waitSeconds } from './tryWait.ts';

export interface ManagerRescue {
  readonly operatorId: string;
  readonly code: string;
  /** The new one. */
  readonly pin: string;
}

/**
 * A new PIN for a manager, by whoever holds the rescue code, also while nobody can sign in. The code is used up; the
 * result is the next one.
 */
export async function rescueManager(
  workspace: Workspace,
  { operatorId, code, pin }: ManagerRescue,
): Promise<Outcome<string>> {
  const signs = readRescueCode(code);
  if (!isUsablePin(pin)) return failure('OPERATOR_PIN_FORM', { ...pinDigits });
  if (signs.length !== rescueLength) return failure('OPERATOR_RESCUE_FORM', { length: rescueLength });
  const tried = await noteTry(workspace, operatorId);
  if (!tried.ok) return tried;
  const { wrongTries } = tried.value;
  if (!(await isPin(signs, tried.value)))
    return failure('OPERATOR_RESCUE_WRONG', { seconds: waitSeconds(wrongTries + 1) });
  const [hashed, next] = [await hashPin(pin), await drawRescue()];
  const refused = await workspace.store.write(async (write): Promise<Failure | null> => {
    // Two at once with one code: the second comes too late.
    if ((await readRescue(write))?.hash !== tried.value.hash)
      return failure('OPERATOR_RESCUE_WRONG', { seconds: 0 });
    const found = await managerById(write, operatorId);
    if (!found.ok) return found;
    const patch = { pinSalt: hashed.salt, pinHash: hashed.hash, wrongPins: 0 };
    await write.operators.change(found.value, patch);
    await saveRescue(write, next.record);
    const by = workspace.actor.operatorId === '' ? actorOf(found.value) : workspace.actor;
    await recordAct(actAs(workspace, by), write, { kind: 'pin-rescued', what: found.value.name });
    return null;
  });
  workspace.changed('operators');
  return refused ?? done(next.code);
}

/** On disk before the code is looked at, as with a PIN. */
async function noteTry({ store, clock }: Workspace, operatorId: string): Promise<Outcome<RescueRecord>> {
  const now = clock.now();
  return store.write(async (write): Promise<Outcome<RescueRecord>> => {
    const found = await managerById(write, operatorId);
    if (!found.ok) return found;
    const record = await readRescue(write);
    if (record === null) return failure('OPERATOR_RESCUE_NONE');
    const seconds = waitLeftSeconds(record, now);
    if (seconds > 0) return failure('OPERATOR_RESCUE_WAIT', { seconds });
    await saveRescue(write, { ...record, wrongTries: record.wrongTries + 1, triedAt: now });
    return done(record);
  });
}

async function managerById(write: Repositories, id: string): Promise<Outcome<Operator>> {
  const found = await write.operators.byId(id);
  if (found === undefined || found.removedAt !== null) return failure('OPERATOR_NOT_FOUND');
  return found.role === 'manager' ? done(found) : failure('OPERATOR_RESCUE_MANAGER_ONLY');
}
