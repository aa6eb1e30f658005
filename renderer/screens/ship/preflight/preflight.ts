import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../shared/contracts/contract.ts';
import { ask, core } from '../../../bridge/core.ts';
import { useBookingRun } from '../../../bridge/longRuns.ts';
import { pageClock } from '../../../bridge/page.ts';
import { queryClient } from '../../../bridge/queryClient.ts';
import { questions, type ShipSelection } from '../../../bridge/questions.ts';
import { say } from '../../../parts/feedback/Toasts.tsx';
import { useAct } from '../../../work/useAct.ts';
import type { RefusedOrder } from '../RefusedList.tsx';
import type { useDeskChoices } from '../useDeskChoices.ts';

export type PreflightReport = Answered<'preflight', 'check'>;
/** One thing that was looked at. */
export type Finding = PreflightReport['findings'][number];

export interface Preflight {
  /** undefined: not answered yet, or being asked again. */
  readonly report: PreflightReport | undefined;
  readonly isChecking: boolean;
  readonly error: Error | null;
  /** Something is to be read before this batch goes, or somebody wants to read it. */
  readonly needsReading: boolean;
  /** The orders that are looked at and booked. */
  readonly selection: ShipSelection;
  /** Looks again, without the orders that a newer file changes. */
  leaveOutChanged(): void;
  again(): void;
  read(): void;
}

/** The look at a batch before it goes. It asks platform and printer, so once, and again only when somebody wants it. */
export function usePreflight(batch: Batch | null): Preflight {
  const [readBatch, setReadBatch] = useState<Batch | null>(null);
  const [unchangedBatch, setUnchangedBatch] = useState<Batch | null>(null);
  const selection: ShipSelection = {
    ...(batch?.selection ?? { allReady: true }),
    ...(batch !== null && unchangedBatch === batch ? { exceptChanged: true } : {}),
  };
  const input = {
    selection,
    accountId: batch?.accountId ?? null,
    carrier: batch?.carrier ?? '',
    printerUri: batch?.printerUri ?? null,
    mayAsk: true,
  };
  const check = useQuery(ask.preflight.check.queryOptions({ input, gcTime: 0, enabled: batch !== null }));
  const report = check.isFetching ? undefined : check.data;
  const hasRemarks = report !== undefined && report.verdict !== 'go';
  // Once a batch is being read it stays so: asking again never throws the reader out.
  if (batch !== null && readBatch !== batch && (hasRemarks || check.error !== null)) setReadBatch(batch);
  return {
    report,
    isChecking: check.isFetching,
    error: check.error ?? null,
    needsReading: batch !== null && readBatch === batch,
    selection,
    leaveOutChanged: () => setUnchangedBatch(batch),
    again: () => void check.refetch(),
    read: () => setReadBatch(batch),
  };
}

/** Puts a batch into the booking queue and begins the run that the page follows. */
export function useBookBatch(batch: Batch, onBooked: (refused: readonly RefusedOrder[]) => void) {
  const { t } = useTranslation();
  const { begin, plan, planEnded } = useBookingRun.getState();
  return useAct(
    async () => {
      const startedAt = pageClock.now();
      plan(batch.count);
      // What is still going takes this batch along; a run that has ended is another one.
      const { queue } = await queryClient.fetchQuery({ ...questions.status(), staleTime: 0 });
      const wasGoing = queue.waiting + queue.sending > 0;
      const { selection, accountId, carrier, isUsual, printerUri } = batch;
      const result = await core.ship.book({ selection, accountId, carrier, isUsual, printerUri });
      return { startedAt, wasGoing, ...result };
    },
    {
      after: ({ startedAt, wasGoing, planned, held, refused }) => {
        if (held > 0) say({ tone: 'unsure', says: t('rules.desk.held', { count: held }) });
        // The strip of the run says how many, and its words are not covered by a message of the same.
        if (planned > 0) begin(startedAt, wasGoing);
        onBooked(refused);
      },
      ended: planEnded,
    },
  );
}

/** Whoever asked for it by one key reads the findings only where there is something to read. */
export function useAtOnce({ isAtOnce = false }: Batch, isWell: boolean, start: () => void): void {
  const isStarted = useRef(false);
  useEffect(() => {
    if (!isAtOnce || !isWell || isStarted.current) return;
    isStarted.current = true;
    start();
  });
}

type DeskWay = ReturnType<typeof useDeskChoices>['way'];

/** A batch somebody wants to book: which orders, and how; with the names as they are shown. */
export interface Batch extends DeskWay {
  readonly selection: ShipSelection;
  readonly count: number;
  /** Booked without a further key when all is well. */
  readonly isAtOnce?: boolean;
}
