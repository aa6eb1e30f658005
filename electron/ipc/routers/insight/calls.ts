import { callLogContracts } from '../../../../shared/contracts/insight/callLog.ts';
import {
  type CallSpan,
  callSpanMs,
  insightCallsContracts,
} from '../../../../shared/contracts/insight/calls.ts';
import { readCall } from '../../../usecases/booking/calls.ts';
import { readCallFigures } from '../../../usecases/insight/callFigures.ts';
import { readCallFailures, readCallRuns } from '../../../usecases/insight/callLog.ts';
import { readServiceFigures } from '../../../usecases/insight/serviceFigures.ts';
import { supportText } from '../../../usecases/workspace/supportText.ts';
import type { Workspace } from '../../../usecases/workspace/workspace.ts';
import { does, gateOf } from '../../gate.ts';

const { onWorkspace } = gateOf({ ...insightCallsContracts, ...callLogContracts });

const untilNow = ({ clock }: Workspace, span: CallSpan) => ({
  from: clock.now() - callSpanMs[span],
  to: clock.now(),
});

const insightCallsRouter = onWorkspace('insightCalls', {
  figures: (workspace, { span, ...wanted }) =>
    readCallFigures(workspace, { ...wanted, ...untilNow(workspace, span) }),
  service: (workspace, { span }) => readServiceFigures(workspace, untilNow(workspace, span)),
});

const callsRouter = onWorkspace('calls', {
  runs: readCallRuns,
  failures: async (workspace, { span, accountId }) => ({
    failures: await readCallFailures(workspace, { ...untilNow(workspace, span), accountId }),
  }),
  detail: does(
    (workspace, { callId }) => readCall(workspace, callId),
    ({ call, request, chain }) => ({ ...call, request, chain }),
  ),
  supportText: does(
    (workspace, { callId, language }) => supportText(workspace, callId, language),
    (text) => ({ text }),
  ),
});

export const insightCallsRouters = { insightCalls: insightCallsRouter, calls: callsRouter };
