import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Operator } from '../../store/schema.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';

/** Who works here under exactly this name. */
export async function operatorByName(
  { store }: Workspace,
  name: string | undefined,
): Promise<Outcome<Operator>> {
  const found = (await store.read.operators.active()).find((operator) => operator.name === name);
  return found === undefined ? failure('OPERATOR_NOT_FOUND') : done(found);
}
