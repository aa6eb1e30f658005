import { create } from 'zustand';
import type { Asked } from '../../../../shared/contracts/contract.ts';
import type { PackAnswer } from '../../../../shared/contracts/packing/packing.ts';
import type { PackCommand } from '../../../../shared/domain/packing/packCommands.ts';
import { ask, CoreGoneError, core } from '../../../bridge/core.ts';
import { failureOf, type PageFailure } from '../../../bridge/failureOf.ts';
import { withApprovals } from '../../../bridge/operators.ts';
import { queryClient } from '../../../bridge/queryClient.ts';

type Reason = Asked<'packing', 'command'>['reason'];
type CoreAnswer = Awaited<ReturnType<typeof core.packing.scan>>;

/** What somebody did at the bench. */
export type Gesture =
  | { readonly kind: 'scan'; readonly code: string }
  | {
      readonly kind: 'command';
      readonly command: PackCommand;
      readonly reason?: Reason;
      readonly hasLeft?: true;
    }
  | { readonly kind: 'weigh'; readonly reading: Omit<Asked<'packing', 'weigh'>, 'gestureId'> }
  | { readonly kind: 'reopen'; readonly parcelId: string; readonly reason: string };

interface BenchGestures {
  /** Made and not answered yet, the one at the core among them. */
  readonly waiting: number;
  /** The core ended during a gesture, which is kept. */
  readonly isAway: boolean;
  readonly answer: PackAnswer | null;
  readonly failure: PageFailure | null;
}

/** What the last gesture came to. Lives here and not in the screen, so that leaving it loses no scan. */
export const useBenchGestures = create<BenchGestures>(() => ({
  waiting: 0,
  isAway: false,
  answer: null,
  failure: null,
}));

interface Queued {
  readonly gestureId: string;
  readonly gesture: Gesture;
}

/** A gun is quicker than the core now and then: each gesture meets the bench as the one before has left it. */
let queue: readonly Queued[] = [];
let isWorking = false;
let listeners: readonly ((answer: PackAnswer) => void)[] = [];

/** Tells of every answer; gives the way to stop it. */
export function onBenchAnswer(listener: (answer: PackAnswer) => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}

/** The order an approval would be for. */
function subjectOf(): { readonly orderId: string; readonly orderNo: string } {
  const { answer } = useBenchGestures.getState();
  if (answer?.parcel != null) return { orderId: answer.parcel.orderId, orderNo: answer.parcel.orderNo };
  const stop = answer?.stop ?? null;
  return { orderId: stop?.orderId ?? '', orderNo: String(stop?.params.orderNo ?? '') };
}

function send({ gestureId, gesture }: Queued): Promise<CoreAnswer> {
  switch (gesture.kind) {
    case 'scan':
    case 'command': {
      const subject = subjectOf();
      const approved = subject.orderId === '' ? {} : { orderId: subject.orderId };
      return withApprovals(subject, (approvalIds) =>
        gesture.kind === 'scan'
          ? core.packing.scan({ gestureId, code: gesture.code.slice(0, 200), ...approved, approvalIds })
          : core.packing.command({ gestureId, ...commanded(gesture), ...approved, approvalIds }),
      );
    }
    case 'weigh':
      return core.packing.weigh({ gestureId, ...gesture.reading });
    case 'reopen':
      return core.packing.reopen({ gestureId, parcelId: gesture.parcelId, reason: gesture.reason });
  }
}

const commanded = ({ command, reason, hasLeft }: Extract<Gesture, { kind: 'command' }>) => ({
  command,
  ...(hasLeft === undefined ? {} : { hasLeft }),
  ...(reason === undefined ? {} : { reason }),
});

/** A gesture that takes the core down each time is not made for ever. */
const mostTries = 5;

/** The same gesture until it is answered: under its id it counts once, however often it is sent. */
async function answered(queued: Queued): Promise<CoreAnswer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send(queued);
    } catch (error) {
      if (!(error instanceof CoreGoneError) || tries === mostTries) throw error;
      useBenchGestures.setState({ isAway: true });
    }
  }
}

async function work(): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  for (let next = queue[0]; next !== undefined; next = queue[0]) {
    try {
      const answer = await answered(next);
      showAtOnce(answer);
      useBenchGestures.setState({ answer, failure: null, isAway: false });
      for (const listener of listeners) listener(answer);
    } catch (error) {
      useBenchGestures.setState({ answer: null, failure: failureOf(error), isAway: false });
    }
    queue = queue.slice(1);
    useBenchGestures.setState({ waiting: queue.length });
  }
  isWorking = false;
}

/** The desk is read again anyway; what is on it is known already. */
function showAtOnce({ parcel }: CoreAnswer): void {
  queryClient.setQueryData(ask.packing.desk.queryKey(), (desk) =>
    desk === undefined ? desk : { ...desk, parcel, taken: null },
  );
}

/** Makes a gesture; it is done when the ones before it are. */
export function gesture(made: Gesture): void {
  queue = [...queue, { gestureId: crypto.randomUUID(), gesture: made }];
  useBenchGestures.setState({ waiting: queue.length });
  void work();
}
