import type { Outcome } from '../../../shared/errors/outcome.ts';
import { hashFile } from '../../platform/dropFolder.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { addAct, headSigns, type OperatorAct, recordAct } from './acts.ts';

type RecordedAct = Omit<OperatorAct, 'step' | 'begunNo'>;

/**
 * An act whose effect lies outside the database: a file, a call, paper. It is on record before anything happens, and once
 * more when it is known what did. `effect` is given the six characters of the first row. Whoever stops the program in between leaves a row that says it began and never ended.
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

/** The same for an act that writes one file: the row that ends it holds how many rows it has and its hash, so that it can be proven long after which file it was. */
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
