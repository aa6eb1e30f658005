import type { Workspace } from './workspace.ts';

/** The record that somebody saw or took personal data in the clear: what, how much and when, not whose. */
export async function recordReveal(
  { store, nextId, clock }: Pick<Workspace, 'store' | 'nextId' | 'clock'>,
  reveal: {
    readonly kind: 'personal-data-shown' | 'personal-data-exported';
    /** Empty: not about one order. */
    readonly orderId: string;
    /** What was looked at, in a word or two; never data itself. */
    readonly what: string;
    readonly count: number;
  },
): Promise<void> {
  await store.write((write) =>
    write.history.add({
      id: nextId(),
      order_id: reveal.orderId,
      at: clock.now(),
      kind: reveal.kind,
      code: '',
      note: `${reveal.what} ${reveal.count}`,
      data_json: '{}',
    }),
  );
}
