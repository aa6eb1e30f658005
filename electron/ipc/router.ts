import type { Router } from '@orpc/server';
import type { contract } from '../../shared/contracts/contract.ts';
import { type GateContext, gate } from './gate.ts';
import { accountsRouters } from './routers/accounts.ts';
import { alarmsRouters } from './routers/alarms.ts';
import { backupsRouters } from './routers/backups.ts';
import { boardRouters } from './routers/board.ts';
import { bookingRouters } from './routers/booking.ts';
import { bookingHealthRouters } from './routers/bookingHealth.ts';
import { casesRouters } from './routers/cases.ts';
import { correctingRouters } from './routers/correcting.ts';
import { dictionaryRouters } from './routers/dictionary.ts';
import { doorRouters } from './routers/door/door.ts';
import { freightRouters } from './routers/freight.ts';
import { billsRouters } from './routers/insight/bills.ts';
import { insightCallsRouters } from './routers/insight/calls.ts';
import { reviewsRouters } from './routers/insight/reviews.ts';
import { intakeRouters } from './routers/intake.ts';
import { keysRouters } from './routers/keys.ts';
import { labelsRouters } from './routers/labels.ts';
import { operatorsRouters } from './routers/operators.ts';
import { ordersRouters } from './routers/orders.ts';
import { awayRouters } from './routers/packing/away.ts';
import { devicesRouters } from './routers/packing/devices.ts';
import { goodsCodesRouters } from './routers/packing/goodsCodes.ts';
import { handoverRouters } from './routers/packing/handover.ts';
import { packingRouters } from './routers/packing/packing.ts';
import { photosRouters } from './routers/packing/photos.ts';
import { platformRecordRouters } from './routers/platformRecord.ts';
import { printersRouters } from './routers/printers.ts';
import { printingRouters } from './routers/printing.ts';
import { pushesRouters } from './routers/pushes.ts';
import { restoreRouters } from './routers/restore.ts';
import { retentionRouters } from './routers/retention/retention.ts';
import { rulesRouters } from './routers/rules.ts';
import { sessionRouters } from './routers/session.ts';
import { settingsRouters } from './routers/settings.ts';
import { trackingRouters } from './routers/tracking.ts';
import { updatesRouters } from './routers/update/updates.ts';
import { workstationsRouters } from './routers/workstations/workstations.ts';
import { writebackRouters } from './routers/writeback.ts';

/**
 * The whole contract, implemented: a procedure without a handler does not compile. Its type is spelled out: the
 * inferred one is too long to be written down.
 */
export const router: Router<typeof contract, GateContext> = gate.router({
  ...sessionRouters,
  ...operatorsRouters,
  ...keysRouters,
  ...restoreRouters,
  ...intakeRouters,
  ...dictionaryRouters,
  ...correctingRouters,
  ...ordersRouters,
  ...writebackRouters,
  ...rulesRouters,
  ...freightRouters,
  ...boardRouters,
  ...billsRouters,
  ...bookingRouters,
  ...bookingHealthRouters,
  ...insightCallsRouters,
  ...reviewsRouters,
  ...accountsRouters,
  ...printingRouters,
  ...packingRouters,
  ...awayRouters,
  ...handoverRouters,
  ...goodsCodesRouters,
  ...photosRouters,
  ...printersRouters,
  ...labelsRouters,
  ...devicesRouters,
  ...trackingRouters,
  ...pushesRouters,
  ...casesRouters,
  ...platformRecordRouters,
  ...settingsRouters,
  ...doorRouters,
  ...updatesRouters,
  ...backupsRouters,
  ...retentionRouters,
  ...workstationsRouters,
  ...alarmsRouters,
});
