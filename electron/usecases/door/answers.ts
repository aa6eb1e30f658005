import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { storedJson } from '../../store/database/storedJson.ts';
import type { Workspace } from '../workspace/workspace.ts';

const keptMs = 7 * dayMs;

interface KeyedCall<T> {
  readonly tokenId: string;
  /** Empty: none was given, and the call is made. */
  readonly callKey: string;
  readonly input: unknown;
  readonly schema: z.ZodType<T>;
}

/** Calls of one key that are under way: the second waits for the first. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * The same call under the same key is answered alike for a week, whatever happened in between. If the program ends before the
 * answer is kept, the call is made again: what is called must tolerate that.
 */
export async function answerOnce<T>(
  workspace: Workspace,
  call: KeyedCall<T>,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (call.callKey === '') return work();
  const name = `${workspace.workspaceId} ${call.tokenId} ${call.callKey}`;
  const before = underWay.get(name);
  const mine = (before ?? Promise.resolve()).then(() => keyed(workspace, call, work));
  const settled = mine.catch(() => undefined);
  underWay.set(name, settled);
  void settled.then(() => {
    if (underWay.get(name) === settled) underWay.delete(name);
  });
  return mine;
}

async function keyed<T>(
  { store, clock }: Workspace,
  { tokenId, callKey, input, schema }: KeyedCall<T>,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const digest = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  const known = await store.read.door.answer(tokenId, callKey);
  const json = storedJson('door answer', schema);
  if (known !== undefined)
    return known.digest === digest ? done(json.read(known.answerJson)) : failure('DOOR_KEY_USED');
  const answered = await work();
  // A refusal is not kept: its cause may be gone at the next call.
  if (!answered.ok) return answered;
  const at = clock.now();
  await store.write(async (write) => {
    await write.door.keepAnswer({ tokenId, callKey, digest, answerJson: json.write(answered.value), at });
    await write.door.removeAnswersBefore(at - keptMs);
  });
  return answered;
}
