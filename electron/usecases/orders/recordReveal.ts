import { recordAct } from '../operators/recordAct.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The record that somebody saw or took personal data in the clear: who, what, how much, why and when, not whose. */
export async function recordReveal(
  workspace: Pick<Workspace, 'store' | 'nextId' | 'clock' | 'actor'>,
  reveal: {
    readonly kind: 'personal-data-shown' | 'personal-data-exported';
    /** Empty: not about one order. */
    readonly orderId: string;
    /** What was looked at, in a word or two; never data itself. */
    readonly what: string;
    readonly count: number;
    readonly reason?: string;
    /** Who allowed it by PIN; empty: nobody had to. */
    readonly approver?: string;
  },
): Promise<void> {
  const { store, nextId, clock } = workspace;
  const { kind, orderId, reason = '', approver = '' } = reveal;
  const what = `${reveal.what} ${reveal.count}`;
  await store.write(async (write) => {
    await write.history.add({
      id: nextId(),
      orderId,
      at: clock.now(),
      kind,
      code: '',
      note: what,
      dataJson: '{}',
    });
    await recordAct(workspace, write, { kind, orderId, what, reason, approver });
  });
}
