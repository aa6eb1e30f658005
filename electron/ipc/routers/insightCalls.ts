import type { CallSpan } from '../../../shared/contracts/insight/calls.ts';
import { dayMs, hourMs } from '../../../shared/rules/shopTime.ts';
import { readCallFigures } from '../../usecases/insight/callFigures.ts';
import { onWorkspace } from '../gate.ts';

const spanMs: Readonly<Record<CallSpan, number>> = {
  '1h': hourMs,
  '24h': dayMs,
  '7d': 7 * dayMs,
  '30d': 30 * dayMs,
};

const insightCallsRouter = onWorkspace('insightCalls', {
  figures: (workspace, { span, ...wanted }) => {
    const to = workspace.clock.now();
    return readCallFigures(workspace, { ...wanted, from: to - spanMs[span], to });
  },
});

export const insightCallsRouters = { insightCalls: insightCallsRouter };
