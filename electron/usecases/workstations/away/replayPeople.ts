import { owner } from '../../../../shared/domain/operator.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import type { Operator, PinTries, StoredOperatorAct } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { recordAct } from '../../operators/acts.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';

/** More than anybody signs in and mistypes between two sights of the book. */
const mostActs = 10_000;

/**
 * Brings into the book who has signed in and out at this bench while it was away, and which PINs were tried: what counts against guessing is
 * the larger of both. Whatever is in the book already changes nothing, so that an end in the middle costs nothing.
 */
export async function replayPeople(workspace: Workspace, away: Repositories): Promise<void> {
  const all = await away.operatorActs.after(0, mostActs);
  const ended = new Set(all.map(({ begunNo }) => begunNo));
  // Of what was begun and has ended its end says all; the numbers of these rows are not those of the book.
  const acts = all.filter(({ orderId, no }) => orderId === '' && !ended.has(no));
  const tries = await away.operators.tries();
  const people = await away.operators.active();
  faultPoint('apart.before-people');
  await change(workspace, ['operators'], async (write) => {
    for (const act of acts) await replayAct(workspace, write, act);
    for (const tried of tries) await bringTries(write, tried);
    for (const person of people) await bringPerson(write, person);
  });
  faultPoint('apart.after-people');
}

async function bringTries({ operators }: Repositories, tried: PinTries): Promise<void> {
  const known = await operators.triesOf(tried.desk, tried.operatorId);
  if (known !== undefined && known.triedAt >= tried.triedAt) return;
  const wrongTries = Math.max(tried.wrongTries, known?.wrongTries ?? 0);
  await operators.putTries({ ...tried, wrongTries });
}

async function bringPerson({ operators }: Repositories, left: Operator): Promise<void> {
  const known = await operators.byId(left.id);
  if (known === undefined) return;
  const { triedAt, signedInAt } = left;
  if (triedAt > known.triedAt) {
    const wrongSince = known.wrongPins === 0 ? left.wrongSince : known.wrongSince;
    await operators.note(left.id, {
      triedAt,
      wrongSince,
      wrongPins: Math.max(left.wrongPins, known.wrongPins),
    });
  }
  if (signedInAt !== null && signedInAt > (known.signedInAt ?? 0))
    await operators.note(left.id, { signedInAt });
}

/** On record as whoever did it, when it was done; what was begun and never ended stays so. */
export async function replayAct(
  { clock, keyFor }: Workspace,
  write: Repositories,
  { at, kind, operator, approver, orderId, what, reason, step }: StoredOperatorAct,
): Promise<void> {
  if (await write.away.hasAct({ orderId, kind, at })) return;
  const then = { keyFor, actor: { ...owner, name: operator }, clock: { ...clock, now: () => at } };
  const unfinished = step === 'begun' ? { step } : {};
  await recordAct(then, write, { kind, approver, orderId, what, reason, ...unfinished });
}
