import type { AnySchema, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import type { DeepReadonly } from '../domain/fields.ts';
import { accountsContracts } from './accounts.ts';
import { addressKnowledgeContracts } from './addressKnowledge.ts';
import { backupsContracts } from './backups.ts';
import { bookingContracts } from './booking.ts';
import { bookingHealthContracts } from './bookingHealth.ts';
import { correctingContracts } from './correcting.ts';
import { dictionaryContracts } from './dictionary.ts';
import { doorContracts } from './door/doorSettings.ts';
import { freightContracts } from './freight.ts';
import { alarmsContracts } from './insight/alarms.ts';
import { billsContracts } from './insight/bills.ts';
import { boardContracts } from './insight/board.ts';
import { callLogContracts } from './insight/callLog.ts';
import { insightCallsContracts } from './insight/calls.ts';
import { codContracts } from './insight/cod.ts';
import { reviewsContracts } from './insight/reviews.ts';
import { intakeContracts } from './intake.ts';
import { keysContracts } from './keys.ts';
import { labelsContracts } from './labels.ts';
import { operatorsContracts } from './operators.ts';
import { ordersContracts } from './orders.ts';
import { awayContracts } from './packing/away.ts';
import { devicesContracts } from './packing/devices.ts';
import { goodsCodesContracts } from './packing/goodsCodes.ts';
import { handoverContracts } from './packing/handover.ts';
import { packingContracts } from './packing/packing.ts';
import { photosContracts } from './packing/photos.ts';
import { platformRecordContracts } from './platformRecord/platformRecord.ts';
import { printersContracts } from './printers.ts';
import { printingContracts } from './printing.ts';
import type { ProcedureErrors, ProcedureMeta } from './procedure.ts';
import { pushesContracts } from './pushes.ts';
import { restoreContracts } from './restore.ts';
import { retentionContracts } from './retention/retention.ts';
import { rulesContracts } from './rules.ts';
import { sessionContracts } from './session.ts';
import { settingsContracts } from './settings.ts';
import { casesContracts } from './tracking/cases.ts';
import { followNumbersContracts } from './tracking/followNumbers.ts';
import { parcelCareContracts } from './tracking/parcelCare.ts';
import { trackingPlanContracts } from './tracking/trackingPlan.ts';
import { trackingContracts } from './tracking.ts';
import { updatesContracts } from './updates/updates.ts';
import { workstationsContracts } from './workstations/workstations.ts';
import { writebackContracts } from './writeback.ts';

/** Spelled out: the inferred type is too long to be written down. */
export type Contract = typeof sessionContracts &
  typeof operatorsContracts &
  typeof keysContracts &
  typeof restoreContracts &
  typeof intakeContracts &
  typeof dictionaryContracts &
  typeof correctingContracts &
  typeof addressKnowledgeContracts &
  typeof ordersContracts &
  typeof writebackContracts &
  typeof rulesContracts &
  typeof freightContracts &
  typeof boardContracts &
  typeof billsContracts &
  typeof codContracts &
  typeof bookingContracts &
  typeof bookingHealthContracts &
  typeof insightCallsContracts &
  typeof callLogContracts &
  typeof reviewsContracts &
  typeof accountsContracts &
  typeof printingContracts &
  typeof packingContracts &
  typeof awayContracts &
  typeof handoverContracts &
  typeof goodsCodesContracts &
  typeof photosContracts &
  typeof printersContracts &
  typeof labelsContracts &
  typeof devicesContracts &
  typeof trackingContracts &
  typeof platformRecordContracts &
  typeof pushesContracts &
  typeof casesContracts &
  typeof parcelCareContracts &
  typeof trackingPlanContracts &
  typeof followNumbersContracts &
  typeof settingsContracts &
  typeof doorContracts &
  typeof updatesContracts &
  typeof alarmsContracts &
  typeof backupsContracts &
  typeof retentionContracts &
  typeof workstationsContracts;

/** All that a page may ask of the core. Inputs and replies are schema-checked on the core's side of the port. */
export const contract: Contract = {
  ...sessionContracts,
  ...operatorsContracts,
  ...keysContracts,
  ...restoreContracts,
  ...intakeContracts,
  ...dictionaryContracts,
  ...correctingContracts,
  ...addressKnowledgeContracts,
  ...ordersContracts,
  ...writebackContracts,
  ...rulesContracts,
  ...freightContracts,
  ...boardContracts,
  ...billsContracts,
  ...codContracts,
  ...bookingContracts,
  ...bookingHealthContracts,
  ...insightCallsContracts,
  ...callLogContracts,
  ...reviewsContracts,
  ...accountsContracts,
  ...printingContracts,
  ...packingContracts,
  ...awayContracts,
  ...handoverContracts,
  ...goodsCodesContracts,
  ...photosContracts,
  ...printersContracts,
  ...labelsContracts,
  ...devicesContracts,
  ...trackingContracts,
  ...pushesContracts,
  ...casesContracts,
  ...parcelCareContracts,
  ...trackingPlanContracts,
  ...followNumbersContracts,
  ...platformRecordContracts,
  ...settingsContracts,
  ...doorContracts,
  ...updatesContracts,
  ...alarmsContracts,
  ...backupsContracts,
  ...retentionContracts,
  ...workstationsContracts,
};

/** What a procedure is asked with, as its use case gets it. */
export type Asked<Noun extends keyof Contract, Name extends keyof Contract[Noun]> =
  Contract[Noun][Name] extends ContractProcedure<infer In, AnySchema, ProcedureErrors, ProcedureMeta>
    ? DeepReadonly<InferSchemaOutput<In>>
    : never;

/** What it is answered. */
export type Answered<Noun extends keyof Contract, Name extends keyof Contract[Noun]> =
  Contract[Noun][Name] extends ContractProcedure<AnySchema, infer Out, ProcedureErrors, ProcedureMeta>
    ? InferSchemaInput<Out>
    : never;
