/** Set by the build: true only in the build the kill tests run. */
declare const __SHIPDESK_FAULT_POINTS__: boolean | undefined;

/** Each act, on both sides of every write and every outside call; the kill tests end the process at each of them. */
export const faultPointsOf = {
  /** Booking and printing. */
  booking: [
    'plan.before-chunk',
    'plan.in-chunk',
    'plan.before-commit',
    'plan.after-chunk',
    'plan.after-all',
    'book.claimed',
    'book.before-mark',
    'book.in-mark',
    'book.after-mark',
    'book.after-journal',
    'book.before-send',
    'http.after-request',
    'book.after-reply',
    'book.after-journal-end',
    'book.in-settle',
    'book.after-settle',
    'find.claimed',
    'find.before-send',
    'find.after-reply',
    'find.after-journal-end',
    'find.in-settle',
    'find.after-settle',
    'print.before-mark',
    'print.after-mark',
    'print.after-journal',
    'print.after-send',
    'print.after-settle',
    'import.after-batch',
  ],
  /** Merging, splitting and undoing. */
  regroup: [
    'merge.before-commit',
    'merge.after-commit',
    'split.before-commit',
    'regroup.before-undo',
    'undo.before-commit',
  ],
  /** Sending an order another way. */
  reroute: ['reroute.after-release'],
  /** Giving a number back. */
  void: [
    'void.before-mark',
    'void.in-mark',
    'void.after-mark',
    'void.after-journal',
    'void.after-reply',
    'void.after-journal-end',
    'void.in-settle',
    'void.after-settle',
  ],
  /** Calling a courier and calling it off. */
  pickup: [
    'pickup.in-mark',
    'pickup.after-mark',
    'pickup.after-journal',
    'pickup.after-reply',
    'pickup.in-settle',
    'pickup.after-cancel-mark',
    'pickup.in-cancel-settle',
  ],
  /** Another number for a booked order. */
  newNumber: ['renumber.after-void', 'renumber.after-word', 'renumber.after-word-journal'],
  /** Another parcel of a booked order. */
  extraParcel: ['extra.before-commit', 'extra.after-commit'],
  /** A gesture at the packing bench, and handing a list over. */
  pack: ['pack.before-commit', 'pack.after-commit', 'handover.before-commit', 'handover.after-commit'],
  /** Bringing a parcel into the book that was packed while it was away. */
  away: ['away.before-commit', 'away.after-commit'],
  /** Bringing labels into the book that were on their way when it went, and came out since. */
  paper: ['papers.before-commit', 'papers.after-commit'],
  /** Asking for a change of an order while its book is away, and bringing it there. */
  intent: [
    'intent.before-commit',
    'intent.after-commit',
    'intent.before-mark-commit',
    'intent.after-mark-commit',
  ],
  /** Changing a list of a courier, and bringing there what was done to it while the book was away. */
  list: ['list.before-commit', 'list.after-commit', 'list.before-mark-commit', 'list.after-mark-commit'],
  /** Keeping an import while its book is away, and bringing it there; beside those of an import. */
  waiting: ['waiting.before-head', 'waiting.after-head', 'waiting.before-drop', 'waiting.after-drop'],
  /** Beginning to work without the book, and going back to it. */
  apart: [
    'apart.before-mark',
    'apart.after-mark',
    'apart.after-journal',
    'apart.ready',
    'apart.before-people',
    'apart.after-people',
    'apart.before-drop',
    'apart.after-drop',
  ],
  /** The slip of a parcel put aside. */
  slip: ['slip.after-mark', 'slip.after-send'],
  /** Putting a backup in a workspace's place. */
  restore: [
    'restore.before-plan',
    'restore.after-plan',
    'restore.after-aside',
    'restore.between-keys',
    'restore.between-seal',
    'restore.before-end',
  ],
  /** Giving a workspace a new key, beside those of a restore. */
  renew: ['restore.between-journal'],
  /** Moving a book: both ways, to a server, back to this computer. */
  copy: ['move.after-begin', 'move.in-step', 'move.after-step', 'move.after-compare'],
  there: ['move.after-copy', 'move.after-place'],
  here: ['move.before-mark', 'move.after-mark'],
  /** Shutting a bench out, which gives the book another key. */
  shutOut: ['shut-out.after-key', 'shut-out.in-reseal', 'shut-out.in-persons'],
  /** Taking in a file of the watched folder. */
  watch: ['watch.after-import', 'watch.after-record', 'watch.after-report'],
  /** A file that takes its place once it is whole. */
  aside: ['aside.before-rename', 'aside.after-rename'],
  /** Comparing a carrier's bill. */
  bill: ['bill.after-lines', 'bill.after-money', 'bill.after-finish'],
  /** Posting events to a webhook. */
  webhook: ['webhook.before-send', 'webhook.after-reply', 'webhook.in-settle', 'webhook.after-settle'],
  /** Taking personal data out of orders that have outlived their time. */
  sweep: [
    'sweep.in-erase',
    'sweep.before-commit',
    'sweep.after-commit',
    'sweep.before-leftovers',
    'sweep.before-files',
    'sweep.after-files',
  ],
} as const;

export type FaultPoint = (typeof faultPointsOf)[keyof typeof faultPointsOf][number];

/** How a process may end or stumble: as the power would, as a bug would, as a careless library would. */
export const faultWays = ['kill', 'throw', 'exit'] as const;
export type FaultWay = (typeof faultWays)[number];

const visits = new Map<string, number>();

/**
 * Ends this process at the n-th passing of a point: `SHIPDESK_FAULT_POINT=book.after-mark:3`, or `…:3:throw`, `…:3:exit`.
 * In every other build the whole body is dead code and is left out.
 */
export function faultPoint(name: FaultPoint): void {
  if (typeof __SHIPDESK_FAULT_POINTS__ === 'undefined' || !__SHIPDESK_FAULT_POINTS__) return;
  const [wanted, visit, way] = (process.env.SHIPDESK_FAULT_POINT ?? '').split(':');
  if (wanted !== name) return;
  const count = (visits.get(name) ?? 0) + 1;
  visits.set(name, count);
  if (count !== Number(visit ?? 1)) return;
  if (way === 'throw') throw new Error(`fault point ${name}`);
  if (way === 'exit') process.exit(70);
  process.kill(process.pid, 'SIGKILL');
}
