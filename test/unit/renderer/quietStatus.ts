import type { StatusView } from '../../../shared/contracts/session.ts';

/** A workspace that is set up and has nothing to do. */
export const quietStatus: StatusView = {
  network: 'ok',
  networkSince: null,
  queue: { waiting: 0, sending: 0, unsure: 0, failed: 0 },
  bookingsPerMinute: 0,
  expectedSeconds: null,
  print: { waiting: 0, unsure: 0, failed: 0, held: 0 },
  printers: [],
  review: 0,
  ready: 0,
  bookedToday: 0,
  unprinted: 0,
  inTransit: 0,
  trackingExceptions: 0,
  alarms: 0,
  pendingChanges: 0,
  held: 0,
  watchFailed: 0,
  hasSender: true,
  hasAccount: true,
  hasPrinter: true,
  isPractice: true,
  lastBackupAt: null,
  now: 0,
};
