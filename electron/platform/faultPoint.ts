/** Set by the build: true only in the build the kill tests run. */
declare const __SHIPDESK_FAULT_POINTS__: boolean | undefined;

/**
 * The durable steps of booking and printing, on both sides of every write and every outside call; the kill tests end
 * the process at each of them.
 */
export const faultPoints = [
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
] as const;

/** The durable steps of merging, splitting and undoing. */
export const regroupFaultPoints = [
  'merge.before-commit',
  'merge.after-commit',
  'split.before-commit',
  'regroup.before-undo',
  'undo.before-commit',
] as const;

/** The durable steps of sending an order another way. */
export const rerouteFaultPoints = ['reroute.after-release'] as const;

/** The durable steps of giving a number back. */
export const voidFaultPoints = [
  'void.before-mark',
  'void.in-mark',
  'void.after-mark',
  'void.after-journal',
  'void.after-reply',
  'void.after-journal-end',
  'void.in-settle',
  'void.after-settle',
] as const;

/** The durable steps of calling a courier and calling it off. */
export const pickupFaultPoints = [
  'pickup.in-mark',
  'pickup.after-mark',
  'pickup.after-journal',
  'pickup.after-reply',
  'pickup.in-settle',
  'pickup.after-cancel-mark',
  'pickup.in-cancel-settle',
] as const;

/** The durable steps of another number, and of another parcel, for a booked order. */
export const newNumberFaultPoints = [
  'renumber.after-void',
  'renumber.after-word',
  'renumber.after-word-journal',
] as const;
export const extraParcelFaultPoints = ['extra.before-commit', 'extra.after-commit'] as const;

/** The durable steps of a gesture at the packing bench, and of handing a list over. */
export const packFaultPoints = [
  'pack.before-commit',
  'pack.after-commit',
  'handover.before-commit',
  'handover.after-commit',
] as const;

/** The durable steps of bringing a parcel into the book that was packed while it was away. */
export const awayFaultPoints = ['away.before-commit', 'away.after-commit'] as const;

/** The durable steps of bringing labels into the book that were on their way when it went, and came out since. */
export const paperFaultPoints = ['papers.before-commit', 'papers.after-commit'] as const;

/** The durable steps of asking for a change of an order while its book is away, and of bringing it there. */
export const intentFaultPoints = [
  'intent.before-commit',
  'intent.after-commit',
  'intent.before-mark-commit',
  'intent.after-mark-commit',
] as const;

/** The durable steps of changing a list of a courier, and of bringing there what was done to it while the book was away. */
const listFaultPoints = [
  'list.before-commit',
  'list.after-commit',
  'list.before-mark-commit',
  'list.after-mark-commit',
] as const;

/** The durable steps of keeping an import while its book is away, and of bringing it there; beside those of an import. */
const waitingFaultPoints = [
  'waiting.before-head',
  'waiting.after-head',
  'waiting.before-drop',
  'waiting.after-drop',
] as const;

/** The durable steps of beginning to work without the book, and of going back to it. */
const apartFaultPoints = [
  'apart.before-mark',
  'apart.after-mark',
  'apart.after-journal',
  'apart.ready',
  'apart.before-people',
  'apart.after-people',
  'apart.before-drop',
  'apart.after-drop',
] as const;

/** The durable steps of the slip of a parcel put aside. */
export const slipFaultPoints = ['slip.after-mark', 'slip.after-send'] as const;

/** The durable steps of putting a backup in a workspace's place. */
export const restoreFaultPoints = [
  'restore.before-plan',
  'restore.after-plan',
  'restore.after-aside',
  'restore.between-keys',
  'restore.between-seal',
  'restore.before-end',
] as const;

/** The durable steps of giving a workspace a new key, beside those of a restore. */
export const renewFaultPoints = ['restore.between-journal'] as const;

/** The durable steps of moving a book, those of both ways first. */
export const copyFaultPoints = [
  'move.after-begin',
  'move.in-step',
  'move.after-step',
  'move.after-compare',
] as const;
export const thereFaultPoints = ['move.after-copy', 'move.after-place'] as const;
export const hereFaultPoints = ['move.before-mark', 'move.after-mark'] as const;

/** The durable steps of shutting a bench out, which gives the book another key. */
export const shutOutFaultPoints = [
  'shut-out.after-key',
  'shut-out.in-reseal',
  'shut-out.in-persons',
] as const;

/** The durable steps of taking in a file of the watched folder. */
export const watchFaultPoints = ['watch.after-import', 'watch.after-record', 'watch.after-report'] as const;

/** The durable steps of a file that takes its place once it is whole. */
export const asideFaultPoints = ['aside.before-rename', 'aside.after-rename'] as const;

/** The durable steps of comparing a carrier's bill. */
export const billFaultPoints = ['bill.after-lines', 'bill.after-money', 'bill.after-finish'] as const;

/** The durable steps of posting events to a webhook. */
export const webhookFaultPoints = [
  'webhook.before-send',
  'webhook.after-reply',
  'webhook.in-settle',
  'webhook.after-settle',
] as const;

/** The durable steps of taking personal data out of orders that have outlived their time. */
export const sweepFaultPoints = [
  'sweep.in-erase',
  'sweep.before-commit',
  'sweep.after-commit',
  'sweep.before-leftovers',
  'sweep.before-files',
  'sweep.after-files',
] as const;

export type FaultPoint =
  | (typeof faultPoints)[number]
  | (typeof regroupFaultPoints)[number]
  | (typeof shutOutFaultPoints)[number]
  | (typeof watchFaultPoints)[number]
  | (typeof asideFaultPoints)[number]
  | (typeof rerouteFaultPoints)[number]
  | (typeof voidFaultPoints)[number]
  | (typeof pickupFaultPoints)[number]
  | (typeof newNumberFaultPoints)[number]
  | (typeof extraParcelFaultPoints)[number]
  | (typeof packFaultPoints)[number]
  | (typeof awayFaultPoints)[number]
  | (typeof paperFaultPoints)[number]
  | (typeof intentFaultPoints)[number]
  | (typeof listFaultPoints)[number]
  | (typeof waitingFaultPoints)[number]
  | (typeof apartFaultPoints)[number]
  | (typeof slipFaultPoints)[number]
  | (typeof restoreFaultPoints)[number]
  | (typeof renewFaultPoints)[number]
  | (typeof copyFaultPoints)[number]
  | (typeof thereFaultPoints)[number]
  | (typeof hereFaultPoints)[number]
  | (typeof billFaultPoints)[number]
  | (typeof webhookFaultPoints)[number]
  | (typeof sweepFaultPoints)[number];

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
