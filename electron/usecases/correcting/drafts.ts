import type { Workspace } from '../workspace/workspace.ts';

/** Drafts nobody came back to for so long are forgotten: they hold personal data. */
const keepMs = 14 * 24 * 3_600_000;

export const correctionDraftName = (orderId: string): string => `correct:${orderId}`;

/** Keeps what is being typed, so that neither a reload nor a crash loses it. Empty text forgets it. */
export async function keepDraft(workspace: Workspace, name: string, value: string): Promise<void> {
  const now = workspace.clock.now();
  await workspace.store.write(async (write) => {
    if (value === '') await write.drafts.remove(name);
    else await write.drafts.put({ name, valueJson: value, at: now });
    await write.drafts.removeBefore(now - keepMs);
  });
}

export async function readDraft(workspace: Workspace, name: string): Promise<string | null> {
  return (await workspace.store.read.drafts.byName(name))?.valueJson ?? null;
}
