import { create } from 'zustand';
import type { BillField } from '../../shared/domain/bills/bill.ts';
import { core } from './core.ts';
import { failureOf, type PageFailure } from './failureOf.ts';

export interface BillToRead {
  readonly fileToken: string;
  readonly name: string;
  readonly carrier: string;
  /** columnIndex → field, as somebody said; absent: as they were recognised. */
  readonly columns?: Readonly<Record<string, BillField | null>>;
  readonly fromDay: string;
  readonly toDay: string;
}

interface BillRun {
  readonly bill: BillToRead;
  readonly stage: 'running' | 'finished' | 'failed';
  readonly rows: number;
  /** 0..1; null where it is not known. */
  readonly share: number | null;
  /** Once it is finished. */
  readonly billId: string;
  readonly failure: PageFailure | null;
}

interface BillRunStore {
  readonly run: BillRun | null;
  start(bill: BillToRead): void;
  stop(): void;
  clear(): void;
}

let stopRun = (): void => undefined;

/** The bill being reconciled, or just done. It lives here, so that leaving the screen does not end it. */
export const useBillRun = create<BillRunStore>((set, get) => {
  const update = (change: Partial<BillRun>): void =>
    set(({ run }) => (run === null ? {} : { run: { ...run, ...change } }));
  async function follow({ name: _name, ...request }: BillToRead): Promise<void> {
    const steps = await core.bills.run(request);
    stopRun = () => void steps.return?.();
    for await (const step of steps) {
      if (step.kind === 'finished') update({ stage: 'finished', billId: step.billId });
      else update({ rows: step.rows, share: step.share });
    }
    if (get().run?.stage === 'running') set({ run: null });
  }
  return {
    run: null,
    start(bill) {
      if (get().run?.stage === 'running') return;
      set({ run: { bill, stage: 'running', rows: 0, share: 0, billId: '', failure: null } });
      follow(bill).catch((error: unknown) => update({ stage: 'failed', failure: failureOf(error) }));
    },
    stop: () => stopRun(),
    clear: () => set({ run: null }),
  };
});
