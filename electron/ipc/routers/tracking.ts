import type { Asked } from '../../../shared/contracts/contract.ts';
import { followNumbersContracts } from '../../../shared/contracts/tracking/followNumbers.ts';
import { trackingPlanContracts } from '../../../shared/contracts/tracking/trackingPlan.ts';
import { trackingContracts } from '../../../shared/contracts/tracking.ts';
import { failure } from '../../../shared/errors/outcome.ts';
import { setPerDay } from '../../usecases/tracking/budgets.ts';
import { exportParcels } from '../../usecases/tracking/exportParcels.ts';
import {
  followNumbers,
  readPaste,
  recogniseByPlatform,
} from '../../usecases/tracking/follow/followNumbers.ts';
import { countParcels, findParcels, listParcels } from '../../usecases/tracking/parcelLists.ts';
import { refreshTracking } from '../../usecases/tracking/refreshTracking.ts';
import { askingOf, handedOverOf, shownEvents, shownParcels } from '../../usecases/tracking/shownTracking.ts';
import { readTrackingPlan } from '../../usecases/tracking/trackingPlan.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import { gateOf, refusal, unwrap } from '../gate.ts';
import { writesFile } from '../pageFiles.ts';

const { onWorkspace } = gateOf({ ...trackingContracts, ...trackingPlanContracts, ...followNumbersContracts });

const trackRouter = onWorkspace('track', {
  window: (workspace, input) => listParcels(workspace, input, input),
  counts: countParcels,
  find: (workspace, { text }) => findParcels(workspace, text),
  async detail(workspace, { waybillNo }) {
    const row = await workspace.store.read.tracking.byWaybill(waybillNo);
    if (row === undefined) throw refusal(failure('WAYBILL_NOT_FOUND', { waybillNo }));
    const [shown] = await shownParcels(workspace, [row]);
    const { oddities: _, ...parcel } = shown ?? row;
    return {
      ...parcel,
      handedOver: await handedOverOf(workspace, waybillNo),
      asking: askingOf(row, workspace.clock.now()),
      events: await shownEvents(workspace, row),
    };
  },
  export: writesFile(async (workspace, { format, ...filter }: Asked<'track', 'export'>) => {
    const { language } = await readSettings(workspace);
    return unwrap(await exportParcels(workspace, { filter, format, language }));
  }),
  refresh: (workspace, input) =>
    refreshTracking(workspace, input.waybillNos.length === 0 ? { due: 'caught-up' } : input),
});

const trackingPlanRouter = onWorkspace('trackingPlan', {
  get: readTrackingPlan,
  setPerDay: async (workspace, { accountId, perDay }) => {
    unwrap(await setPerDay(workspace, accountId, perDay));
    return readTrackingPlan(workspace);
  },
});

const followNumbersRouter = onWorkspace('followNumbers', {
  read: (workspace, { text }) => readPaste(workspace, text),
  recognise: (workspace, { waybillNos }) => recogniseByPlatform(workspace, waybillNos),
  follow: (workspace, { rows }) => followNumbers(workspace, rows),
});

export const trackingRouters = {
  track: trackRouter,
  trackingPlan: trackingPlanRouter,
  followNumbers: followNumbersRouter,
};
