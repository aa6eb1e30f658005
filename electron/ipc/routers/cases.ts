import { casesContracts } from '../../../shared/contracts/tracking/cases.ts';
import { parcelCareContracts } from '../../../shared/contracts/tracking/parcelCare.ts';
import { askArrival, readArrival, setPromise } from '../../usecases/tracking/care/arrival.ts';
import { carrierHelp } from '../../usecases/tracking/care/carrierHelp.ts';
import {
  buyerNotice,
  readNoticeHook,
  removeNoticeHook,
  sendNotice,
  setNoticeHook,
} from '../../usecases/tracking/care/notice.ts';
import {
  countReturns,
  dropReturn,
  expectReturn,
  listReturnDesk,
  ownReturn,
  scanReturn,
} from '../../usecases/tracking/care/returns.ts';
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
import { does, gateOf } from '../gate.ts';

const { onWorkspace } = gateOf({ ...casesContracts, ...parcelCareContracts });

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

const parcelCareRouter = onWorkspace('parcelCare', {
  arrival: does(readArrival),
  askArrival: does(askArrival),
  setPromise: does(setPromise),
  notice: does(buyerNotice),
  sendNotice: does(sendNotice),
  noticeHook: readNoticeHook,
  setNoticeHook: does(setNoticeHook),
  removeNoticeHook: does(removeNoticeHook),
  carrierHelp: does(carrierHelp),
  returns: listReturnDesk,
  returnCounts: countReturns,
  expectReturn: does(expectReturn),
  scanReturn: does(scanReturn),
  ownReturn: does(ownReturn),
  dropReturn: does(dropReturn),
});

export const casesRouters = { cases: casesRouter, parcelCare: parcelCareRouter };
