import { compareLabelTrial } from '../../usecases/printing/trials/compareLabelTrial.ts';
import {
  endLabelTrial,
  setLabelTrialShare,
  startLabelTrial,
} from '../../usecases/printing/trials/labelTrials.ts';
import { listLabelTrials, viewLabelTrial } from '../../usecases/printing/trials/listLabelTrials.ts';
import { gate, unwrap } from '../gate.ts';

export const labelTrialsRouter = {
  list: gate.labelTrials.list.handler(({ context, errors }) =>
    listLabelTrials(unwrap(errors, context.session.workspace())),
  ),
  start: gate.labelTrials.start.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return viewLabelTrial(workspace, unwrap(errors, await startLabelTrial(workspace, input)));
  }),
  setShare: gate.labelTrials.setShare.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return viewLabelTrial(workspace, unwrap(errors, await setLabelTrialShare(workspace, input)));
  }),
  end: gate.labelTrials.end.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return viewLabelTrial(workspace, unwrap(errors, await endLabelTrial(workspace, input)));
  }),
  comparison: gate.labelTrials.comparison.handler(async ({ context, input, errors }) =>
    unwrap(errors, await compareLabelTrial(unwrap(errors, context.session.workspace()), input.trialId)),
  ),
};
