import type { Router } from '@orpc/server';
import type { contract } from '../../shared/contracts/contract.ts';
import { type GateContext, gate } from './gate.ts';
import { addressKnowledgeRouter } from './routers/addressKnowledgeRouter.ts';
import { bookingHealthRouter } from './routers/bookingHealthRouter.ts';
import { callsRouter } from './routers/callsRouter.ts';
import { carrierLabelsRouter } from './routers/carrierLabelsRouter.ts';
import { changesRouter } from './routers/changesRouter.ts';
import { correctRouter } from './routers/correctRouter.ts';
import { dictionaryRouter } from './routers/dictionary.ts';
import { freightRouter } from './routers/freight.ts';
import { goLiveRouter } from './routers/goLiveRouter.ts';
import { importsRouter } from './routers/importsRouter.ts';
import { labelTemplatesRouter } from './routers/labelTemplatesRouter.ts';
import { labelTrialsRouter } from './routers/labelTrialsRouter.ts';
import { manualRouter } from './routers/manualRouter.ts';
import { mergingRouter } from './routers/mergingRouter.ts';
import { operatorsRouter } from './routers/operators.ts';
import { ordersRouter } from './routers/ordersRouter.ts';
import { paperRouter } from './routers/paperRouter.ts';
import { parcelsRouter } from './routers/parcelsRouter.ts';
import { pasteRouter } from './routers/pasteRouter.ts';
import { pickupRouter } from './routers/pickupRouter.ts';
import { preflightRouter } from './routers/preflightRouter.ts';
import { printerSetupRouter } from './routers/printers.ts';
import { printRouter } from './routers/printRouter.ts';
import { receiptsRouter } from './routers/receiptsRouter.ts';
import { rulesRouter } from './routers/rules.ts';
import { runRouter } from './routers/runRouter.ts';
import { sessionRouter } from './routers/sessionRouter.ts';
import { settingsRouter } from './routers/settings.ts';
import { shipRouter } from './routers/shipRouter.ts';
import { statusRouter } from './routers/statusRouter.ts';
import { storyRouter } from './routers/storyRouter.ts';
import { trackRouter } from './routers/tracking.ts';
import { watchRouter } from './routers/watchRouter.ts';
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
