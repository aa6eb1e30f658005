import type { Outcome } from '../../../shared/errors/outcome.ts';
import { hashFile } from '../../platform/dropFolder.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { addAct, headSigns, type OperatorAct, recordAct } from './acts.ts';

type RecordedAct = Omit<OperatorAct, 'step' | 'begunNo'>;

/**
 * An act with an effect outside the database: a file, a call, paper. It is recorded before anything happens, and again with its outcome.
 * `effect` gets the six characters of the first row. If the program is stopped in between, the row shows that it began and never ended.
 */
export async function recordOutside<T>(
  workspace: Workspace,
  act: RecordedAct,
  effect: (head: string) => Promise<Outcome<T>>,
  whatEnded: (value: T) => string | Promise<string>,
): Promise<Outcome<T>> {
  const { store } = workspace;
  const begun = await store.write((write) => addAct(workspace, write, { ...act, step: 'begun' }));
  const begunNo = begun.no;
  const note = (step: 'ended' | 'failed', what: string) =>
    store.write((write) => recordAct(workspace, write, { ...act, what, step, begunNo }));
  let outcome: Outcome<T>;
  try {
    outcome = await effect(headSigns(begun.chain));
  } catch (error) {
    await note('failed', act.what);
    throw error;
  }
  if (outcome.ok) await note('ended', await whatEnded(outcome.value));
  else await note('failed', `${act.what} ${outcome.code}`);
  return outcome;
}

/**
 * The same for an act that writes one file: its final row has the file's row count and hash, so that the file can be identified long
 * after.
 */
export function recordFile<T extends { readonly path: string; readonly rowCount: number }>(
  workspace: Workspace,
  act: RecordedAct,
  write: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return recordOutside(
    workspace,
    act,
    write,
    async ({ path, rowCount }) => `${act.what} ${rowCount} ${await hashFile(path)}`,
  );
}
