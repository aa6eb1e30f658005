/** Set by the build: true only in the build the kill tests run. */
declare const __SHIPDESK_FAULT_POINTS__: boolean | undefined;

/** The durable steps of booking and printing; the kill tests end the process at each of them. */
export const faultPoints = [
  'book.before-mark',
  'book.after-mark',
  'book.after-journal',
  'book.after-reply',
  'book.after-settle',
  'find.before-send',
  'find.after-reply',
  'print.before-mark',
  'print.after-mark',
  'print.after-journal',
  'print.after-send',
  'print.after-settle',
  'import.after-batch',
  'plan.after-chunk',
] as const;

/** The durable steps of merging, splitting and undoing. */
export const regroupFaultPoints = [
  'merge.before-commit',
  'merge.after-commit',
  'split.before-commit',
  'regroup.before-undo',
  'undo.before-commit',
] as const;

/** The durable steps of giving a number back. */
export const voidFaultPoints = ['void.after-journal', 'void.after-reply'] as const;

/** The durable steps of putting a backup in a workspace's place. */
export const restoreFaultPoints = [
  'restore.before-plan',
  'restore.after-plan',
  'restore.after-aside',
  'restore.between-keys',
  'restore.before-end',
] as const;

/** The durable steps of taking in a file of the watched folder. */
export const watchFaultPoints = ['watch.after-import', 'watch.after-record', 'watch.after-report'] as const;

export type FaultPoint =
  | (typeof faultPoints)[number]
  | (typeof regroupFaultPoints)[number]
  | (typeof watchFaultPoints)[number]
  | (typeof voidFaultPoints)[number]
  | (typeof restoreFaultPoints)[number];

const visits = new Map<string, number>();

/**
 * Ends this process, as the power would, at the n-th passing of a point: `SHIPDESK_FAULT_POINT=book.after-mark:3`.
 * In every other build the whole body is dead code and is left out.
 */
export function faultPoint(name: FaultPoint): void {
  if (typeof __SHIPDESK_FAULT_POINTS__ === 'undefined' || !__SHIPDESK_FAULT_POINTS__) return;
  const [wanted, visit] = (process.env.SHIPDESK_FAULT_POINT ?? '').split(':');
  if (wanted !== name) return;
  const count = (visits.get(name) ?? 0) + 1;
  visits.set(name, count);
  if (count === Number(visit ?? 1)) process.kill(process.pid, 'SIGKILL');
}
