import { trackingStates } from '../../../shared/domain/tracking.ts';
import { failure } from '../../../shared/errors/outcome.ts';
import { zeroCounts } from '../../usecases/orders/counts.ts';
import { refreshTracking } from '../../usecases/tracking/refreshTracking.ts';
import { onWorkspace, refusal } from '../gate.ts';

const trackRouter = onWorkspace('track', {
  window: async ({ store: { read } }, input) => ({
    total: await read.tracking.count(input),
    rows: await read.tracking.window(input, input),
  }),
  async counts({ store: { read } }) {
    const rows = await read.tracking.counts();
    return {
      ...zeroCounts(trackingStates),
      all: rows.reduce((sum, row) => sum + row.total, 0),
      exception: await read.tracking.count({ state: 'exception' }),
      ...Object.fromEntries(rows.map((row) => [row.state, row.total])),
    };
  },
  async detail({ store: { read } }, { waybillNo }) {
    const row = await read.tracking.byWaybill(waybillNo);
    if (row === undefined) throw refusal(failure('WAYBILL_NOT_FOUND', { waybillNo }));
    return { ...row, events: await read.tracking.events(waybillNo) };
  },
  refresh: (workspace, input) =>
    refreshTracking(workspace, input.waybillNos.length === 0 ? { due: true } : input),
});

export const trackingRouters = { track: trackRouter };
