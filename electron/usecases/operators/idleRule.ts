import { z } from 'zod';
import type { Workspace } from '../workspace/workspace.ts';

const settingKey = 'operatorRules';

/** Five minutes unless the shop says otherwise: long enough for a pallet, short enough for a lunch. */
const ruleSchema = z.object({ idleMinutes: z.number().int().min(1).max(480).default(5) });

/** After so many minutes without a key or a scan the operator is signed out. */
export async function readIdleMinutes({ store }: Pick<Workspace, 'store'>): Promise<number> {
  const row = (await store.read.settings.all()).find(({ key }) => key === settingKey);
  return ruleSchema.parse(row === undefined ? {} : JSON.parse(row.valueJson)).idleMinutes;
}

export async function saveIdleMinutes(workspace: Workspace, idleMinutes: number): Promise<void> {
  const rule = ruleSchema.parse({ idleMinutes });
  await workspace.store.write((write) => write.settings.put(settingKey, JSON.stringify(rule)));
  workspace.changed('operators');
}
