import { failure } from '../../../shared/errors/outcome.ts';
import { countParcels, findParcels, listParcels } from '../../usecases/tracking/parcelLists.ts';
import { refreshTracking } from '../../usecases/tracking/refreshTracking.ts';
import { shownEvents, shownParcels } from '../../usecases/tracking/shownTracking.ts';
import { onWorkspace, refusal } from '../gate.ts';

const trackRouter = onWorkspace('track', {
  window: (workspace, input) => listParcels(workspace, input, input),
  counts: countParcels,
  find: (workspace, { text }) => findParcels(workspace, text),
  async detail(workspace, { waybillNo }) {
    const row = await workspace.store.read.tracking.byWaybill(waybillNo);
    if (row === undefined) throw refusal(failure('WAYBILL_NOT_FOUND', { waybillNo }));
    const [shown] = await shownParcels(workspace, [row]);
    return { ...(shown ?? row), events: await shownEvents(workspace, row) };
  },
  refresh: (workspace, input) =>
    refreshTracking(workspace, input.waybillNos.length === 0 ? { due: true } : input),
});

export const trackingRouters = { track: trackRouter };
