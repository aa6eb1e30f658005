import { type Lazy, lazy, os, type Router } from '@orpc/server';
import type { Contract } from '../../shared/contracts/contract.ts';
import { type GateContext, gate } from './gate.ts';

/** A noun's handlers, contract and schemas are loaded when the page first uses it: the start needs only a few. */
const later = <T extends Router<Contract[keyof Contract], GateContext>>(load: () => Promise<T>): Lazy<T> =>
  lazy(async () => ({ default: await load() }));

const nouns: Router<Contract, GateContext> = {
  session: later(async () => (await import('./routers/session.ts')).sessionRouters.session),
  status: later(async () => (await import('./routers/session.ts')).sessionRouters.status),
  operators: later(async () => (await import('./routers/operators.ts')).operatorsRouters.operators),
  keys: later(async () => (await import('./routers/keys.ts')).keysRouters.keys),
  restore: later(async () => (await import('./routers/restore.ts')).restoreRouters.restore),
  imports: later(async () => (await import('./routers/intake.ts')).intakeRouters.imports),
  paste: later(async () => (await import('./routers/intake.ts')).intakeRouters.paste),
  watch: later(async () => (await import('./routers/intake.ts')).intakeRouters.watch),
  dictionary: later(async () => (await import('./routers/dictionary.ts')).dictionaryRouters.dictionary),
  correct: later(async () => (await import('./routers/correcting.ts')).correctingRouters.correct),
  addressKnowledge: later(
    async () => (await import('./routers/correcting.ts')).correctingRouters.addressKnowledge,
  ),
  orders: later(async () => (await import('./routers/orders.ts')).ordersRouters.orders),
  changes: later(async () => (await import('./routers/orders.ts')).ordersRouters.changes),
  merging: later(async () => (await import('./routers/orders.ts')).ordersRouters.merging),
  out: later(async () => (await import('./routers/writeback.ts')).writebackRouters.out),
  rules: later(async () => (await import('./routers/rules.ts')).rulesRouters.rules),
  freight: later(async () => (await import('./routers/freight.ts')).freightRouters.freight),
  board: later(async () => (await import('./routers/board.ts')).boardRouters.board),
  bills: later(async () => (await import('./routers/insight/bills.ts')).billsRouters.bills),
  cod: later(async () => (await import('./routers/insight/bills.ts')).billsRouters.cod),
  ship: later(async () => (await import('./routers/booking.ts')).bookingRouters.ship),
  preflight: later(async () => (await import('./routers/booking.ts')).bookingRouters.preflight),
  run: later(async () => (await import('./routers/booking.ts')).bookingRouters.run),
  parcels: later(async () => (await import('./routers/booking.ts')).bookingRouters.parcels),
  manual: later(async () => (await import('./routers/booking.ts')).bookingRouters.manual),
  pickup: later(async () => (await import('./routers/booking.ts')).bookingRouters.pickup),
  bookingHealth: later(
    async () => (await import('./routers/bookingHealth.ts')).bookingHealthRouters.bookingHealth,
  ),
  story: later(async () => (await import('./routers/bookingHealth.ts')).bookingHealthRouters.story),
  insightCalls: later(
    async () => (await import('./routers/insight/calls.ts')).insightCallsRouters.insightCalls,
  ),
  calls: later(async () => (await import('./routers/insight/calls.ts')).insightCallsRouters.calls),
  reviews: later(async () => (await import('./routers/insight/reviews.ts')).reviewsRouters.reviews),
  goLive: later(async () => (await import('./routers/accounts.ts')).accountsRouters.goLive),
  carrierLabels: later(async () => (await import('./routers/accounts.ts')).accountsRouters.carrierLabels),
  print: later(async () => (await import('./routers/printing.ts')).printingRouters.print),
  paper: later(async () => (await import('./routers/printing.ts')).printingRouters.paper),
  receipts: later(async () => (await import('./routers/printing.ts')).printingRouters.receipts),
  packing: later(async () => (await import('./routers/packing/packing.ts')).packingRouters.packing),
  away: later(async () => (await import('./routers/packing/away.ts')).awayRouters.away),
  handover: later(async () => (await import('./routers/packing/handover.ts')).handoverRouters.handover),
  goodsCodes: later(
    async () => (await import('./routers/packing/goodsCodes.ts')).goodsCodesRouters.goodsCodes,
  ),
  photos: later(async () => (await import('./routers/packing/photos.ts')).photosRouters.photos),
  printerSetup: later(async () => (await import('./routers/printers.ts')).printersRouters.printerSetup),
  labelTemplates: later(async () => (await import('./routers/labels.ts')).labelsRouters.labelTemplates),
  labelTrials: later(async () => (await import('./routers/labels.ts')).labelsRouters.labelTrials),
  devices: later(async () => (await import('./routers/packing/devices.ts')).devicesRouters.devices),
  track: later(async () => (await import('./routers/tracking.ts')).trackingRouters.track),
  trackingPlan: later(async () => (await import('./routers/tracking.ts')).trackingRouters.trackingPlan),
  followNumbers: later(async () => (await import('./routers/tracking.ts')).trackingRouters.followNumbers),
  pushes: later(async () => (await import('./routers/pushes.ts')).pushesRouters.pushes),
  cases: later(async () => (await import('./routers/cases.ts')).casesRouters.cases),
  parcelCare: later(async () => (await import('./routers/cases.ts')).casesRouters.parcelCare),
  platformRecord: later(
    async () => (await import('./routers/platformRecord.ts')).platformRecordRouters.platformRecord,
  ),
  settings: later(async () => (await import('./routers/settings.ts')).settingsRouters.settings),
  door: later(async () => (await import('./routers/door/door.ts')).doorRouters.door),
  updates: later(async () => (await import('./routers/updates/updates.ts')).updatesRouters.updates),
  backups: later(async () => (await import('./routers/backups.ts')).backupsRouters.backups),
  retention: later(async () => (await import('./routers/retention/retention.ts')).retentionRouters.retention),
  workstations: later(
    async () => (await import('./routers/workstations/workstations.ts')).workstationsRouters.workstations,
  ),
  alarms: later(async () => (await import('./routers/alarms.ts')).alarmsRouters.alarms),
  alarmChannels: later(async () => (await import('./routers/alarms.ts')).alarmsRouters.alarmChannels),
};

/** The whole contract, implemented: a procedure without a handler does not compile, and each is only reached through the gate. */
export const router: Router<Contract, GateContext> = os.$context<GateContext>().use(gate).router(nouns);
