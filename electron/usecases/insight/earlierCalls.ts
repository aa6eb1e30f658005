import type { Workspace } from '../workspace/workspace.ts';

/** Counts the calls that were recorded before there were figures, once; see `store/insight/fillCallBuckets`. */
export async function countEarlierCalls({ store }: Workspace): Promise<void> {
  if ((await store.read.settings.get('callFigures')) !== null) return;
  await store.write(async (write) => write.settings.put('callFigures', await write.callBuckets.fill()));
}
