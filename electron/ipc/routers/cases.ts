import { readCaseRules, saveCaseRules } from '../../usecases/tracking/caseRules.ts';
import { casesOfParcel, countCases, listCases, readCase } from '../../usecases/tracking/cases.ts';
import {
  assignCases,
  caseOwners,
  closeCases,
  noteCases,
  reopenCases,
  setCasesDue,
  snoozeCases,
  waitForOthers,
} from '../../usecases/tracking/changeCases.ts';
import { does, onWorkspace } from '../gate.ts';

const casesRouter = onWorkspace('cases', {
  window: listCases,
  counts: countCases,
  detail: does(readCase),
  ofParcel: casesOfParcel,
  owners: caseOwners,
  assign: does(assignCases),
  note: does(noteCases),
  setDue: does(setCasesDue),
  snooze: does(snoozeCases),
  waitFor: does(waitForOthers),
  reopen: does(reopenCases),
  close: does(closeCases),
  rules: ({ store }) => readCaseRules(store.read),
  setRules: does(saveCaseRules),
});

export const casesRouters = { cases: casesRouter };
