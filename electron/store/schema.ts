import type { BookingTables } from './booking/bookingRows.ts';
import type { CorrectingTables } from './correcting/correctingRows.ts';
import type { DoorTables } from './door/doorRows.ts';
import type { AlarmTables } from './insight/alarmRows.ts';
import type { BillTables } from './insight/billRows.ts';
import type { CallBucketTables } from './insight/callBucketRows.ts';
import type { HourTables } from './insight/hourRows.ts';
import type { ReviewTables } from './insight/reviewRows.ts';
import type { IntakeTables } from './intake/intakeRows.ts';
import type { OrderTables } from './orders/orderRows.ts';
import type { PackingTables } from './packing/packingRows.ts';
import type { PlatformRecordTables } from './platformRecord/recordRows.ts';
import type { PrintingTables } from './printing/printRows.ts';
import type { RetentionTables } from './retention/retentionRows.ts';
import type { CareTables } from './tracking/careRows.ts';
import type { CaseTables } from './tracking/caseRows.ts';
import type { TrackingTables } from './tracking/trackingRows.ts';
import type { WorkspaceTables } from './workspace/workspaceRows.ts';
import type { WorkstationTables } from './workstations/workstationRows.ts';

export type * from './booking/bookingRows.ts';
export type * from './correcting/correctingRows.ts';
export type * from './door/doorRows.ts';
export type * from './insight/alarmRows.ts';
export type * from './insight/billRows.ts';
export type * from './insight/callBucketRows.ts';
export type * from './insight/hourRows.ts';
export type * from './insight/reviewRows.ts';
export type * from './intake/intakeRows.ts';
export type * from './orders/orderRows.ts';
export type * from './packing/packingRows.ts';
export type * from './platformRecord/recordRows.ts';
export type * from './printing/printRows.ts';
export type * from './retention/retentionRows.ts';
export type * from './tracking/careRows.ts';
export type * from './tracking/caseRows.ts';
export type * from './tracking/trackingRows.ts';
export type * from './workspace/workspaceRows.ts';
export type * from './workstations/workstationRows.ts';

/** Every table with its row. Times are UTC ms, amounts fen, weights grams, `…Json` JSON text. */
export interface Schema
  extends AlarmTables,
    BillTables,
    BookingTables,
    CareTables,
    CaseTables,
    CorrectingTables,
    DoorTables,
    HourTables,
    CallBucketTables,
    IntakeTables,
    OrderTables,
    PackingTables,
    PlatformRecordTables,
    PrintingTables,
    RetentionTables,
    ReviewTables,
    TrackingTables,
    WorkspaceTables,
    WorkstationTables {}
