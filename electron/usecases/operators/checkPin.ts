import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { pinFormOf } from '../../../shared/rules/signInCodes.ts';
import { usualWait, type WaitRule, waitLeftSeconds, waitSeconds } from '../../../shared/rules/tryWaits.ts';
import type { Operator, PinDesk, PinTries } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { hashPin, isPeppered, isPin } from '../../vault/pinHash.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { recordAct } from './acts.ts';

/** A manager with a PIN of six or more digits: others cannot block them for longer, and guessing still takes half a year. */
const managerWait: WaitRule = { freeTries: 2, longestMs: 30_000 };

/** For all operators at one desk together: trying one name after the other must wait as well. */
const deskWait: WaitRule = { freeTries: 9, longestMs: 5 * 60_000 };
/** A desk without a wrong try for this long starts over, so that typing errors of a week do not add up. */
const deskMemoryMs = 15 * 60_000;

/** The counts of one PIN at one desk, and the resulting wait. */
interface DeskTries {
  readonly own: PinTries;
  readonly all: PinTries;
  readonly ownRule: WaitRule;
  /** A manager only waits for wrong tries of their own PIN. */
  readonly isHeldByAll: boolean;
}

/**
 * Is this the operator's PIN? The try is on disk before the PIN is checked: neither a restart nor parallel tries allow more of them. Waits
 * are counted per desk, so that tries at one desk block no other. Returns the operator as before the try, so that the wrong tries since
 * the last sign-in can be shown.
 */
export async function checkPin(
  { store, clock, keyFor, pinKeys }: Workspace,
  operatorId: string,
  pin: string,
  desk: PinDesk,
): Promise<Outcome<Operator>> {
  const now = clock.now();
  const tried = await store.write(async (write): Promise<Outcome<Operator & { readonly left: number }>> => {
    const found = await write.operators.byId(operatorId);
    if (found === undefined || found.removedAt !== null) return failure('OPERATOR_NOT_FOUND');
    const tries = await triesAt(write, desk, found, now);
    const seconds = secondsLeft(tries, now);
    if (seconds > 0) return failure('OPERATOR_PIN_WAIT', { seconds });
    const { own, all, ownRule, isHeldByAll } = tries;
    await write.operators.putTries({ ...own, wrongTries: own.wrongTries + 1, triedAt: now });
    await write.operators.putTries({ ...all, wrongTries: all.wrongTries + 1, triedAt: now });
    const wrongSince = found.wrongPins === 0 ? now : found.wrongSince;
    await write.operators.note(found.id, { wrongPins: found.wrongPins + 1, triedAt: now, wrongSince });
    const ownLeft = waitSeconds(own.wrongTries + 1, ownRule);
    const allLeft = isHeldByAll ? waitSeconds(all.wrongTries + 1, deskWait) : 0;
    return done({ ...found, left: Math.max(ownLeft, allLeft) });
  });
  if (!tried.ok) return tried;
  const { left: seconds, ...operator } = tried.value;
  const { pinSalt: salt, pinHash: hash } = operator;
  if (!(await isPin(pin, { salt, hash }, pinKeys))) {
    const named = { clock, keyFor, actor: { operatorId, name: operator.name, role: operator.role } };
    await store.write((write) => recordAct(named, write, { kind: 'pin-wrong', what: desk }));
    return failure('OPERATOR_PIN_WRONG', { seconds });
  }
  const renewed = isPeppered(hash) ? null : await hashPin(pin, pinKeys);
  await store.write(async (write) => {
    await forgetTry(write, desk, operator);
    if (renewed !== null) await write.operators.renewPin(operatorId, hash, renewed);
    await write.operators.note(operatorId, { pinForm: pinFormOf(pin) });
  });
  return done(operator);
}

async function triesAt(
  { operators }: Repositories,
  desk: PinDesk,
  { id: operatorId, role, pinForm }: Operator,
  now: number,
): Promise<DeskTries> {
  const none = { wrongTries: 0, triedAt: 0 };
  const own = (await operators.triesOf(desk, operatorId)) ?? { desk, operatorId, ...none };
  const known = (await operators.triesOf(desk, '')) ?? { desk, operatorId: '', ...none };
  const all = now - known.triedAt > deskMemoryMs ? { ...known, ...none } : known;
  const isStrong = role === 'manager' && pinForm === 'full';
  return { own, all, ownRule: isStrong ? managerWait : usualWait, isHeldByAll: !isStrong };
}

function secondsLeft({ own, all, ownRule, isHeldByAll }: DeskTries, now: number): number {
  const ownLeft = waitLeftSeconds(own, now, ownRule);
  return isHeldByAll ? Math.max(ownLeft, waitLeftSeconds(all, now, deskWait)) : ownLeft;
}

/**
 * The PIN was right: its owner's wrong tries at this desk no longer count, those of others do. A manager at the desk resets all: the desk
 * is attended.
 */
async function forgetTry({ operators }: Repositories, desk: PinDesk, operator: Operator): Promise<void> {
  const own = await operators.triesOf(desk, operator.id);
  const all = await operators.triesOf(desk, '');
  await operators.forgetTries(desk, operator.id);
  if (operator.role === 'manager') await operators.forgetTries(desk, '');
  else if (all !== undefined)
    await operators.putTries({
      ...all,
      wrongTries: Math.max(0, all.wrongTries - (own?.wrongTries ?? 0)),
    });
  const { wrongPins, triedAt, wrongSince } = operator;
  await operators.note(operator.id, { wrongPins, triedAt, wrongSince });
}
