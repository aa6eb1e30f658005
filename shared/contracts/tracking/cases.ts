import { z } from 'zod';
import { caseRuleSetSchema } from '../../domain/cases/caseRules.ts';
import {
  caseKinds,
  caseLevels,
  caseOutcomes,
  caseStates,
  caseStepKinds,
  caseWaits,
  limitSources,
  ownOutcome,
} from '../../domain/cases/trackingCase.ts';
import {
  countSchema,
  freeText,
  idSchema,
  inputText,
  open,
  outputText,
  rowsOf,
  shortCode,
  timeOrNull,
  timeSchema,
  versionSchema,
  wholeOrNull,
  windowInput,
} from '../../domain/fields.ts';
import { trackingStates } from '../../domain/tracking.ts';
import { procedure } from '../procedure.ts';

const kindSchema = open(z.enum(caseKinds));
const levelSchema = open(z.enum(caseLevels));

const caseFilterShape = {
  /** Absent: everything that is not solved. */
  state: open(z.enum(caseStates)).optional(),
  kind: kindSchema.optional(),
  level: levelSchema.optional(),
  carrier: shortCode.optional(),
  province: open(z.string().max(30)).optional(),
  /** Empty: nobody's. */
  ownerId: inputText(64).optional(),
  /** Somebody should have dealt with it by now. */
  isOverdue: open(z.literal(true)).optional(),
  /** A waybill's beginning, an order number, four digits of a phone. */
  search: inputText(100).optional(),
};

const caseFilter = z.object(caseFilterShape);

/** Those named, or all that match; then `expected` is the number the person saw, and another number changes nothing. */
const caseChoice = z.union([
  z.object({ caseIds: z.array(idSchema).min(1).max(1000) }),
  z.object({ filter: caseFilter, expected: countSchema }),
]);

const basisSchema = z.object({
  /** In the unit of its kind; null: none was needed. */
  limit: wholeOrNull,
  limitFrom: open(z.enum(limitSources)),
  /** How many parcels the lane's figure comes from; null: not from a lane. */
  laneParcels: wholeOrNull,
  promisedAt: timeOrNull,
  /** Told by the platform: a rule id of `exception`, a raw state; empty: nothing. */
  told: outputText(100),
  /** What was measured and what it should have been, in the unit of its kind. */
  observed: wholeOrNull,
  expected: wholeOrNull,
});

const caseRow = z.object({
  id: idSchema,
  version: versionSchema,
  kind: kindSchema,
  level: levelSchema,
  state: open(z.enum(caseStates)),
  waybillNo: outputText(100),
  carrier: open(z.string()),
  orderId: outputText(64),
  orderNo: outputText(200),
  province: open(z.string()),
  /** When what is wrong began, and when that passed its limit. */
  sinceAt: timeSchema,
  limitAt: timeSchema,
  openedAt: timeSchema,
  basis: basisSchema,
  /** Empty: nobody. */
  ownerId: outputText(64),
  ownerName: outputText(100),
  dueAt: timeOrNull,
  snoozeUntil: timeOrNull,
  waitingOn: open(z.enum(caseWaits)).nullable(),
  outcome: open(z.enum([...caseOutcomes, ownOutcome])).nullable(),
  closedAt: timeOrNull,
  /** Empty: the owner, or the program. */
  closedBy: outputText(100),
  notes: countSchema,
  /** What is known of the parcel now. */
  parcelState: open(z.enum(trackingStates)),
  lastText: freeText(1000),
  lastAt: timeOrNull,
  checkedAt: timeOrNull,
});

export type CaseRow = z.infer<typeof caseRow>;

const caseStep = z.object({
  at: timeSchema,
  kind: open(z.enum(caseStepKinds)),
  /** Empty: the owner, or the program. */
  operator: outputText(100),
  note: freeText(500),
});

const changedCases = {
  changed: countSchema,
  refused: z.array(z.object({ caseId: idSchema, code: open(z.string()) })),
};

const casesContract = {
  /** The worst first, then the longest past its limit; solved ones the newest first. */
  window: procedure('seeWork')
    .input({ ...windowInput, ...caseFilterShape })
    .output(rowsOf(caseRow)),
  /** Counts of the cases that are not solved. */
  counts: procedure('seeWork').output({
    open: countSchema,
    waiting: countSchema,
    snoozed: countSchema,
    overdue: countSchema,
    unowned: countSchema,
    byKind: z.record(z.enum(caseKinds), countSchema),
    byLevel: z.record(z.enum(caseLevels), countSchema),
    /** The rules were last gone through; null: not yet since the start. */
    workedAt: timeOrNull,
    /** Parcels still waiting for their turn, after a pause of this computer. */
    behind: countSchema,
  }),
  detail: procedure('seeWork')
    .input({ caseId: idSchema })
    .output(caseRow.extend({ steps: z.array(caseStep) })),
  /** Every case of a parcel, the open ones first. */
  ofParcel: procedure('seeWork')
    .input({ waybillNo: inputText(40, 1) })
    .output(z.array(caseRow)),
  /** Who a case can be given to; empty where nobody signs in. */
  owners: procedure('seeWork').output(z.array(z.object({ id: idSchema, name: outputText(100) }))),
  assign: procedure('changeOrders')
    .input({ choice: caseChoice, ownerId: inputText(64) })
    .output(changedCases),
  note: procedure('packParcels')
    .input({ choice: caseChoice, text: inputText(500, 1) })
    .output(changedCases),
  setDue: procedure('changeOrders').input({ choice: caseChoice, dueAt: timeOrNull }).output(changedCases),
  snooze: procedure('changeOrders').input({ choice: caseChoice, until: timeSchema }).output(changedCases),
  waitFor: procedure('changeOrders')
    .input({ choice: caseChoice, on: open(z.enum(caseWaits)) })
    .output(changedCases),
  /** Back to work: awake, no longer waiting, or closed by mistake. */
  reopen: procedure('changeOrders').input({ choice: caseChoice }).output(changedCases),
  close: procedure('changeOrders')
    .input({ choice: caseChoice, outcome: open(z.enum(caseOutcomes)), note: inputText(500) })
    .output(changedCases),
  rules: procedure('seeWork').output(caseRuleSetSchema),
  setRules: procedure('changeRules').input(caseRuleSetSchema).output(caseRuleSetSchema),
};

export const casesContracts = { cases: casesContract };
