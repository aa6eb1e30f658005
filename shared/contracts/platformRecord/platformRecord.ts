import { z } from 'zod';
import {
  countSchema,
  fileToken,
  freeText,
  handedFile,
  idSchema,
  inputText,
  open,
  outputText,
  timeOrNull,
  timeSchema,
  trimmedText,
  versionSchema,
} from '../../domain/fields.ts';
import { offerAnswers, platformOffers } from '../../domain/platformRecord/platformOffer.ts';
import {
  evidenceKinds,
  noteKinds,
  promiseKinds,
  promiseStates,
  recordDimensions,
  recordFormats,
  recordVerdicts,
} from '../../domain/platformRecord/platformRecord.ts';
import {
  confirmers,
  neededFunctions,
  parcelServices,
  requirementParts,
  scenes,
  supportHours,
  systemKinds,
} from '../../domain/platformRecord/requirements.ts';
import { setUpItems, setUpPhases, setUpStates } from '../../domain/platformRecord/setUp.ts';
import { procedure } from '../procedure.ts';

const code = open(z.string().max(20));
const codes = z.array(code).max(200);
const offer = open(z.enum(platformOffers));
const countOrNull = open(z.number().int().min(0).max(9_999_999).nullable());

const listSchema = z.object({
  scenes: z.array(open(z.enum(scenes))),
  functions: z.array(open(z.enum(neededFunctions))),
  systems: z.array(z.object({ kind: open(z.enum(systemKinds)), name: inputText(60) })).max(20),
  hasNoSystems: open(z.boolean()),
  services: z.array(open(z.enum(parcelServices))),
  volume: z.object({ usualPerDay: countOrNull, peakPerDay: countOrNull }),
  printerCount: countOrNull,
  carriers: codes,
  countries: codes,
  support: z.object({
    hours: open(z.enum(supportHours)),
    firstResponseMinutes: open(z.number().int().min(1).max(10_080)),
  }),
  outside: z.array(z.object({ offer, how: inputText(200) })).max(20),
});

const confirmation = z.object({ name: outputText(40), at: timeSchema, notedBy: outputText(100) });
const confirmations = z.object({
  business: confirmation.optional(),
  technical: confirmation.optional(),
  provider: confirmation.optional(),
});

const requirementsSchema = z.object({
  list: listSchema,
  confirmations,
  missing: z.array(open(z.enum(requirementParts))),
  unconfirmed: z.array(open(z.enum(confirmers))),
  needs: z.array(
    z.object({
      offer,
      wantedBy: z.array(open(z.enum([...scenes, ...neededFunctions, ...parcelServices]))),
      isBlocking: open(z.boolean()),
      isMet: open(z.boolean()),
      answers: z.array(z.object({ platform: open(z.string()), answer: open(z.enum(offerAnswers)) })),
    }),
  ),
  changedAt: timeOrNull,
  exportedAt: timeOrNull,
});

export type RequirementsView = z.infer<typeof requirementsSchema>;

const setUpSchema = z.object({
  lines: z.array(
    z.object({
      item: open(z.enum(setUpItems)),
      phase: open(z.enum(setUpPhases)),
      state: open(z.enum(setUpStates)),
      isByHand: open(z.boolean()),
      tickedBy: outputText(100),
      tickedAt: timeOrNull,
    }),
  ),
  /** The first phase with something open; null: everything is done. */
  phase: open(z.enum(setUpPhases).nullable()),
  madeAt: timeOrNull,
  firstLabelAt: timeOrNull,
});

export type SetUpView = z.infer<typeof setUpSchema>;

const day = open(z.string().max(10));
const minute = open(z.number().int().min(0).max(1_439));
const minutesOrNull = open(z.number().int().min(1).max(1_000_000).nullable());

/** When somebody at the platform answers. */
export const serviceHours = z.object({
  days: z.array(open(z.number().int().min(1).max(7))).max(7),
  opensMinute: minute,
  closesMinute: minute,
  holidays: z.array(day).max(200),
  workdays: z.array(day).max(200),
});

const termsSchema = z.object({
  adviserName: inputText(60),
  adviserPhone: inputText(40),
  hotline: inputText(40),
  hours: serviceHours.nullable(),
  answerMinutes: minutesOrNull,
  solutionMinutes: minutesOrNull,
  compensation: inputText(500),
});

const incidentRow = z.object({
  id: idSchema,
  title: freeText(200),
  ticketNo: outputText(60),
  startedAt: timeSchema,
  notedBy: outputText(100),
  answeredAt: timeOrNull,
  solvedAt: timeOrNull,
  outcome: freeText(500),
  promises: z.array(
    z.object({
      kind: open(z.enum(promiseKinds)),
      state: open(z.enum(promiseStates)),
      dueAt: timeOrNull,
      usedMs: open(z.number().nullable()),
      allowedMs: open(z.number().nullable()),
    }),
  ),
});

export type IncidentRow = z.infer<typeof incidentRow>;

const recordSchema = z.object({
  account: z.object({ id: idSchema, name: outputText(100), platform: open(z.string()) }),
  dimensions: z.array(
    z.object({ dimension: open(z.enum(recordDimensions)), verdict: open(z.enum(recordVerdicts)) }),
  ),
  coverage: z.object({
    carriers: codes,
    uncoveredCarriers: codes,
    countries: codes,
    uncoveredCountries: codes,
    unknownCountries: codes,
  }),
  stability: z.object({
    days: countSchema,
    fewestCalls: countSchema,
    calls: countSchema,
    faults: countSchema,
    availability: open(z.number().nullable()),
    p95Ms: open(z.number().nullable()),
    p99Ms: open(z.number().nullable()),
  }),
  answers: z.array(z.object({ offer, answer: open(z.enum(offerAnswers)), isNeeded: open(z.boolean()) })),
  support: z.object({
    terms: termsSchema,
    version: versionSchema,
    changedAt: timeOrNull,
    changedBy: outputText(100),
    wanted: listSchema.shape.support,
  }),
  evidence: z.array(
    z.object({
      id: idSchema,
      kind: open(z.enum(evidenceKinds)),
      name: outputText(400),
      byteCount: countSchema,
      validUntil: day,
      isExpired: open(z.boolean()),
      addedAt: timeSchema,
      addedBy: outputText(100),
    }),
  ),
  notes: z.array(
    z.object({
      id: idSchema,
      kind: open(z.enum(noteKinds)),
      person: outputText(60),
      text: freeText(2_000),
      at: timeSchema,
      writtenBy: outputText(100),
    }),
  ),
  incidents: z.object({
    rows: z.array(incidentRow),
    months: z.array(
      z.object({
        month: open(z.string().max(7)),
        incidents: countSchema,
        lateAnswers: countSchema,
        lateSolutions: countSchema,
      }),
    ),
  }),
  confirmations,
});

export type PlatformRecordView = z.infer<typeof recordSchema>;

const accountId = idSchema;

const platformRecordContract = {
  requirements: procedure('seeWork').output(requirementsSchema),
  setRequirements: procedure('changeSettings').input({ list: listSchema }).output(requirementsSchema),
  confirmRequirements: procedure('changeSettings')
    .input({ confirmer: open(z.enum(confirmers)), name: trimmedText(40) })
    .output(requirementsSchema),
  exportRequirements: procedure('seeWork').output(handedFile),
  setUp: procedure('seeWork').output(setUpSchema),
  tick: procedure('changeSettings')
    .input({
      item: open(z.enum(setUpItems)),
      isDone: open(z.boolean()),
    })
    .output(setUpSchema),
  get: procedure('bookParcels').input({ accountId }).output(recordSchema),
  setTerms: procedure('changeAccounts')
    .input({ accountId, terms: termsSchema, version: versionSchema })
    .output(recordSchema),
  startIncident: procedure('bookParcels')
    .input({ accountId, title: trimmedText(200), ticketNo: inputText(60), startedAt: timeOrNull })
    .output(recordSchema),
  moveIncident: procedure('bookParcels')
    .input({
      accountId,
      id: idSchema,
      step: open(z.enum(['answered', 'solved', 'reopened'])),
      outcome: inputText(500),
    })
    .output(recordSchema),
  addNote: procedure('bookParcels')
    .input({ accountId, kind: open(z.enum(noteKinds)), person: inputText(60), text: trimmedText(2_000) })
    .output(recordSchema),
  attach: procedure('changeAccounts')
    .input({ accountId, kind: open(z.enum(evidenceKinds)), fileToken, validUntil: day })
    .output(recordSchema),
  detach: procedure('changeAccounts').input({ accountId, id: idSchema }).output(recordSchema),
  takeOut: procedure('changeAccounts').input({ id: idSchema }).output(handedFile),
  export: procedure('changeAccounts')
    .input({ accountId, format: open(z.enum(recordFormats)) })
    .output(handedFile),
  /** What a helper asks for first; no key and no person in it. */
  diagnose: procedure('seeWork').output(handedFile),
};

export const platformRecordContracts = { platformRecord: platformRecordContract };
