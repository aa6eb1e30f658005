import { trackingStates } from '../../../shared/domain/tracking.ts';
import { failure } from '../../../shared/errors/outcome.ts';
import { zeroCounts } from '../../usecases/orders/counts.ts';
import { refreshTracking } from '../../usecases/tracking/refreshTracking.ts';
import { shownEvents, shownParcels } from '../../usecases/tracking/shownTracking.ts';
import { onWorkspace, refusal } from '../gate.ts';

const trackRouter = onWorkspace('track', {
  async window(workspace, input) {
    const { tracking } = workspace.store.read;
    const rows = await tracking.window(input, input);
    return { total: await tracking.count(input), rows: await shownParcels(workspace, rows) };
  },
  async counts({ store: { read } }) {
    const rows = await read.tracking.counts();
    return {
      ...zeroCounts(trackingStates),
      all: rows.reduce((sum, row) => sum + row.total, 0),
      exception: await read.tracking.count({ state: 'exception' }),
      ...Object.fromEntries(rows.map((row) => [row.state, row.total])),
    };
  },
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
