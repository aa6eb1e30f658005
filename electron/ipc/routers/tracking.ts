import { trackingStates } from '../../../shared/domain/tracking.ts';
import { failure } from '../../../shared/errors/outcome.ts';
import { zeroCounts } from '../../usecases/orders/counts.ts';
import { refreshTracking } from '../../usecases/tracking/refreshTracking.ts';
import { gate, toError, unwrap } from '../gate.ts';
import { trackView } from '../views.ts';

export const trackRouter = {
  window: gate.track.window.handler(async ({ context, input, errors }) => {
    const { read } = unwrap(errors, context.session.workspace()).store;
    return {
      total: await read.tracking.count(input),
      rows: (await read.tracking.window(input, input)).map(trackView),
    };
  }),
  counts: gate.track.counts.handler(async ({ context, errors }) => {
    const { read } = unwrap(errors, context.session.workspace()).store;
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
  detail: gate.track.detail.handler(async ({ context, input, errors }) => {
    const { read } = unwrap(errors, context.session.workspace()).store;
    const row = await read.tracking.byWaybill(input.waybillNo);
    if (row === undefined)
      throw toError(errors, failure('WAYBILL_NOT_FOUND', { waybillNo: input.waybillNo }));
    const events = await read.tracking.events(input.waybillNo);
    return {
      ...trackView(row),
      events: events.map(({ at, text, location, status }) => ({ at, text, location, status })),
    };
  }),
  refresh: gate.track.refresh.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return { ...(await refreshTracking(workspace, input.waybillNos.length === 0 ? { due: true } : input)) };
  }),
};
