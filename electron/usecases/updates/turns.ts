import { failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Workspace } from '../workspace/workspace.ts';

const busy = new Set<string>();

/** One act on the updates of a workspace at a time: window and command line beside it share its folder. */
export async function alone<T>(
  { folder }: Pick<Workspace, 'folder'>,
  action: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (busy.has(folder)) return failure('UPDATE_BUSY');
  busy.add(folder);
  try {
    return await action();
  } finally {
    busy.delete(folder);
  }
}

export const isBusy = ({ folder }: Pick<Workspace, 'folder'>): boolean => busy.has(folder);
