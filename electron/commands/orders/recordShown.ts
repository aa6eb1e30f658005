import { recordReveal } from '../../usecases/orders/recordReveal.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { CommandContext } from '../main/command.ts';

interface Shown {
  readonly what: 'order' | 'orders' | 'address' | 'address-memory';
  /** Absent: not about one order. */
  readonly orderId?: string | undefined;
  readonly count: number;
}

/** What `--reveal` is about to show is on record first, with the reason of `--why`. Nothing is shown without the option. */
export async function recordShown(
  workspace: Workspace,
  context: CommandContext,
  { what, orderId = '', count }: Shown,
): Promise<void> {
  if (!context.flag('reveal') || count === 0) return;
  const reason = (context.text('why') ?? '').trim();
  await recordReveal(workspace, { kind: 'personal-data-shown', what, orderId, count, reason });
}
