import { randomInt } from 'node:crypto';
import type { Asked } from '../../../shared/contracts/contract.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import {
  groupRescueCode,
  readRescueCode,
  rescueLength,
  rescueSigns,
} from '../../../shared/rules/signInCodes.ts';
import { type WaitRule, waitLeftSeconds, waitSeconds } from '../../../shared/rules/tryWaits.ts';
import type { Operator } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { hashCode, hashPin, isCode } from '../../vault/pinHash.ts';
import { change, tryChange, type Workspace } from '../workspace/workspace.ts';
import { recordAct } from './acts.ts';
import { actAs, actorOf } from './desk.ts';
import { forgetAllTries, newPin, pinRefusal } from './pins.ts';

/** Sets a manager's PIN with the rescue code, even while no one can sign in. The code is used up; returns the next one. */
export async function rescueManager(
  workspace: Workspace,
  { operatorId, code, pin }: Asked<'operators', 'rescue'>,
): Promise<Outcome<string>> {
  const signs = readRescueCode(code);
  const refusedPin = pinRefusal(pin, 'manager');
  if (refusedPin !== null) return refusedPin;
  if (signs.length !== rescueLength) return failure('OPERATOR_RESCUE_FORM', { length: rescueLength });
  const tried = await noteTry(workspace, operatorId);
  if (!tried.ok) return tried;
  const { wrongTries } = tried.value;
  if (!(await isCode(signs, tried.value))) {
    await workspace.store.write((write) =>
      recordAct(workspace, write, { kind: 'rescue-code-wrong', what: '' }),
    );
    return failure('OPERATOR_RESCUE_WRONG', { seconds: waitSeconds(wrongTries + 1, rescueWait) });
  }
  const [hashed, next] = [await hashPin(pin, workspace.pinKeys), await drawRescue()];
  const refused = await change(workspace, ['operators'], async (write): Promise<Failure | null> => {
    // Of two at once with one code, the second is refused.
    if ((await readRescue(write))?.hash !== tried.value.hash)
      return failure('OPERATOR_RESCUE_WRONG', { seconds: 0 });
    const found = await managerById(write, operatorId);
    if (!found.ok) return found;
    await write.operators.change(found.value, newPin(hashed, pin));
    await forgetAllTries(write, operatorId);
    await saveRescue(write, next.record);
    const by = workspace.actor.operatorId === '' ? actorOf(found.value) : workspace.actor;
    await recordAct(actAs(workspace, by), write, { kind: 'pin-rescued', what: found.value.name });
    return null;
  });
  return refused ?? done(next.code);
}

/** 76 bits cannot be guessed: wrong codes must not block the person with the right one. */
const rescueWait: WaitRule = { freeTries: 2, longestMs: 30_000 };

/** On disk before the code is checked, as with a PIN. */
async function noteTry({ store, clock }: Workspace, operatorId: string): Promise<Outcome<RescueRecord>> {
  const now = clock.now();
  return store.write(async (write): Promise<Outcome<RescueRecord>> => {
    const found = await managerById(write, operatorId);
    if (!found.ok) return found;
    const record = await readRescue(write);
    if (record === null) return failure('OPERATOR_RESCUE_NONE');
    const seconds = waitLeftSeconds(record, now, rescueWait);
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

type RescueRecord = NonNullable<Awaited<ReturnType<typeof readRescue>>>;

/** null: no code was ever made, because the workspace's operators are older than such codes. */
export function readRescue({ settings }: Repositories) {
  return settings.get('rescueCode');
}

export async function saveRescue({ settings }: Repositories, record: RescueRecord | null): Promise<void> {
  await settings.put('rescueCode', record);
}

/** A new code, to be shown once, and its stored digest. */
export async function drawRescue(): Promise<{ readonly code: string; readonly record: RescueRecord }> {
  const signs = Array.from({ length: rescueLength }, () => rescueSigns[randomInt(rescueSigns.length)]).join(
    '',
  );
  return { code: groupRescueCode(signs), record: { ...(await hashCode(signs)), wrongTries: 0, triedAt: 0 } };
}

/** A new rescue code, shown only this once; the previous one is void. */
export async function makeRescueCode(workspace: Workspace): Promise<Outcome<string>> {
  const { code, record } = await drawRescue();
  return tryChange(workspace, ['operators'], async (write) => {
    if ((await write.operators.active()).length === 0) return failure('OPERATOR_RESCUE_NOBODY');
    await saveRescue(write, record);
    await recordAct(workspace, write, { kind: 'rescue-code-made', what: '' });
    return done(code);
  });
}
