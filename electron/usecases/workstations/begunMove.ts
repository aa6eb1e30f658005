import type { Workspace } from '../workspace/workspace.ts';

/** A move that this bench began, and whose end nobody has seen: the program ended in the middle of it. null: there is none. */
export async function readBegunMove({ store, workstation }: Workspace) {
  const begun = await store.read.settings.get('moveBegun');
  return begun?.benchId === workstation.id ? { place: begun.place, at: begun.at } : null;
}

/** Somebody has seen that the book is where it was. */
export const forgetBegunMove = ({ store }: Workspace): Promise<unknown> =>
  store.write(({ settings }) => settings.put('moveBegun', null));
