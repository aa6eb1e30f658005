import { trackingStates } from '../../../shared/domain/tracking.ts';
import { failure } from '../../../shared/errors/outcome.ts';
import { zeroCounts } from '../../usecases/orders/counts.ts';
import { refreshTracking } from '../../usecases/tracking/refreshTracking.ts';
import { opened, refusal } from '../gate.ts';

const trackRouter = {
  window: opened.track.window.handler(async ({ context: { workspace }, input }) => {
    const { read } = workspace.store;
    return {
      total: await read.tracking.count(input),
      rows: await read.tracking.window(input, input),
    };
  }),
  counts: opened.track.counts.handler(async ({ context: { workspace } }) => {
    const { read } = workspace.store;
    const rows = await read.tracking.counts();
    const all = rows.reduce((sum, row) => sum + row.total, 0);
    const exception = await read.tracking.count({ state: 'exception' });
    return {
      ...zeroCounts(trackingStates),
      all,
      exception,
      ...Object.fromEntries(rows.map((row) => [row.state, row.total])),
    };
  }),
  detail: opened.track.detail.handler(async ({ context: { workspace }, input }) => {
    const { read } = workspace.store;
    const row = await read.tracking.byWaybill(input.waybillNo);
    if (row === undefined) throw refusal(failure('WAYBILL_NOT_FOUND', { waybillNo: input.waybillNo }));
    return { ...row, events: await read.tracking.events(input.waybillNo) };
  }),
  refresh: opened.track.refresh.handler(({ context: { workspace }, input }) =>
    refreshTracking(workspace, input.waybillNos.length === 0 ? { due: true } : input),
  ),
};

export const trackingRouters = { track: trackRouter };
