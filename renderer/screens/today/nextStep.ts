import type { StatusView } from '../../../shared/contracts/session.ts';
import type { PlaceFocus, ScreenId } from '../../parts/place.ts';

export interface NextStep {
  readonly id:
    | 'alarm'
    | 'printUnsure'
    | 'changes'
    | 'review'
    | 'sender'
    | 'printer'
    | 'account'
    | 'ready'
    | 'failed'
    | 'unprinted'
    | 'watch'
    | 'import';
  readonly count: number;
  readonly screen: ScreenId;
  readonly focus: PlaceFocus;
}

/**
 * The one thing to do now. A parcel that was refunded or changed after it got its number may leave any minute; then a label
 * that may lie in a printer, since the parcel at the bench waits for it; then what blocks the most orders. Changes come before
 * booking: a number got for the former address is a number to give back.
 */
export function nextStep(status: StatusView): NextStep {
  const { queue, print } = status;
  const steps: readonly (NextStep & { readonly isDue: boolean })[] = [
    {
      id: 'alarm',
      count: status.alarms,
      screen: 'ship',
      focus: { filter: 'alarm' },
      isDue: status.alarms > 0,
    },
    {
      id: 'printUnsure',
      count: print.unsure,
      screen: 'print',
      focus: { filter: 'unsure' },
      isDue: print.unsure > 0,
    },
    {
      id: 'changes',
      count: status.pendingChanges,
      screen: 'import',
      focus: { section: 'changes' },
      isDue: status.pendingChanges > 0,
    },
    { id: 'review', count: status.review, screen: 'correct', focus: {}, isDue: status.review > 0 },
    {
      id: 'sender',
      count: 0,
      screen: 'settings',
      focus: { section: 'sender' },
      isDue: status.ready > 0 && !status.hasSender,
    },
    {
      id: 'account',
      count: 0,
      screen: 'settings',
      focus: { section: 'accounts' },
      isDue: status.ready > 0 && !status.hasAccount,
    },
    { id: 'ready', count: status.ready, screen: 'ship', focus: { filter: 'ready' }, isDue: status.ready > 0 },
    {
      id: 'failed',
      count: queue.failed,
      screen: 'ship',
      focus: { filter: 'failed' },
      isDue: queue.failed > 0,
    },
    {
      id: 'unprinted',
      count: status.unprinted,
      screen: 'ship',
      focus: { filter: 'unprinted' },
      isDue: status.unprinted > 0,
    },
    {
      id: 'watch',
      count: status.watchFailed,
      screen: 'settings',
      focus: { section: 'watch' },
      isDue: status.watchFailed > 0,
    },
    {
      id: 'sender',
      count: 0,
      screen: 'settings',
      focus: { section: 'sender' },
      isDue: !status.hasSender,
    },
    {
      id: 'printer',
      count: 0,
      screen: 'settings',
      focus: { section: 'printers' },
      isDue: !status.hasPrinter,
    },
  ];
  return steps.find(({ isDue }) => isDue) ?? { id: 'import', count: 0, screen: 'import', focus: {} };
}
