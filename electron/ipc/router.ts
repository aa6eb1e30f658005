import type { Router } from '@orpc/server';
import type { contract } from '../../shared/contracts/contract.ts';
import { type GateContext, gate } from './gate.ts';
import { carrierLabelsRouter, goLiveRouter } from './routers/accounts.ts';
import {
  manualRouter,
  parcelsRouter,
  pickupRouter,
  preflightRouter,
  runRouter,
  shipRouter,
} from './routers/booking.ts';
import { bookingHealthRouter, callsRouter, storyRouter } from './routers/bookingHealth.ts';
import { addressKnowledgeRouter, correctRouter } from './routers/correcting.ts';
import { dictionaryRouter } from './routers/dictionary.ts';
import { freightRouter } from './routers/freight.ts';
import { importsRouter, pasteRouter, watchRouter } from './routers/intake.ts';
import { labelTemplatesRouter, labelTrialsRouter } from './routers/labels.ts';
import { operatorsRouter } from './routers/operators.ts';
import { changesRouter, mergingRouter, ordersRouter } from './routers/orders.ts';
import { printerSetupRouter } from './routers/printers.ts';
import { paperRouter, printRouter, receiptsRouter } from './routers/printing.ts';
import { rulesRouter } from './routers/rules.ts';
import { sessionRouter, statusRouter } from './routers/session.ts';
import { settingsRouter } from './routers/settings.ts';
import { trackRouter } from './routers/tracking.ts';
import { outRouter } from './routers/writeback.ts';

/**
 * The whole contract, implemented: a procedure without a handler does not compile. Its type is spelled out: the
 * inferred one is too long to be written down.
 */
export const router: Router<typeof contract, GateContext> = gate.router({
  session: sessionRouter,
  status: statusRouter,
  operators: operatorsRouter,
  imports: importsRouter,
  dictionary: dictionaryRouter,
  correct: correctRouter,
  paste: pasteRouter,
  addressKnowledge: addressKnowledgeRouter,
  orders: ordersRouter,
  changes: changesRouter,
  merging: mergingRouter,
  out: outRouter,
  watch: watchRouter,
  rules: rulesRouter,
  freight: freightRouter,
  ship: shipRouter,
  pickup: pickupRouter,
  preflight: preflightRouter,
  bookingHealth: bookingHealthRouter,
  goLive: goLiveRouter,
  calls: callsRouter,
  story: storyRouter,
  run: runRouter,
  manual: manualRouter,
  print: printRouter,
  printerSetup: printerSetupRouter,
  labelTemplates: labelTemplatesRouter,
  carrierLabels: carrierLabelsRouter,
  labelTrials: labelTrialsRouter,
  paper: paperRouter,
  parcels: parcelsRouter,
  receipts: receiptsRouter,
  track: trackRouter,
  settings: settingsRouter,
});
