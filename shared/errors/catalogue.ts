import { accountErrors } from './accountErrors.ts';
import { addressErrors, divisionErrors, reachErrors } from './addressErrors.ts';
import { alarmErrors } from './alarmErrors.ts';
import { backupErrors } from './backupErrors.ts';
import { backupPlaceErrors } from './backupPlaceErrors.ts';
import { dispatchErrors, preflightErrors } from './bookingErrors.ts';
import { carrierErrors, networkErrors } from './carrierErrors.ts';
import type { ErrorDefinition } from './defineErrors.ts';
import { doorErrors } from './door/doorErrors.ts';
import { importErrors } from './importErrors.ts';
import { dictionaryErrors, importMeaningErrors } from './importMeaningErrors.ts';
import { billErrors } from './insight/billErrors.ts';
import { reviewErrors } from './insight/reviewErrors.ts';
import { labelTemplateErrors } from './labelTemplateErrors.ts';
import { operatorErrors } from './operatorErrors.ts';
import { orderErrors } from './orderErrors.ts';
import { awayErrors } from './packing/awayErrors.ts';
import { deviceErrors } from './packing/deviceErrors.ts';
import { packingErrors } from './packing/packingErrors.ts';
import { parcelErrors, pickupErrors } from './parcelErrors.ts';
import { platformRefusalErrors, platformServiceErrors } from './platformErrors.ts';
import { printerDeviceErrors, printerErrors } from './printerErrors.ts';
import { printingErrors, printLedgerErrors } from './printingErrors.ts';
import { recordErrors } from './recordErrors.ts';
import { repeatErrors } from './repeatErrors.ts';
import { ruleErrors } from './ruleErrors.ts';
import { moveErrors } from './server/moveErrors.ts';
import { serverErrors } from './server/serverErrors.ts';
import { startErrors } from './startErrors.ts';
import { caseErrors } from './tracking/caseErrors.ts';
import { parcelCareErrors } from './tracking/parcelCareErrors.ts';
import { updateErrors } from './updates/updateErrors.ts';
import { workspaceErrors } from './workspaceErrors.ts';

const errorCatalogue = {
  ...workspaceErrors,
  ...serverErrors,
  ...startErrors,
  ...moveErrors,
  ...backupErrors,
  ...backupPlaceErrors,
  ...importErrors,
  ...importMeaningErrors,
  ...dictionaryErrors,
  ...addressErrors,
  ...divisionErrors,
  ...reachErrors,
  ...orderErrors,
  ...accountErrors,
  ...doorErrors,
  ...updateErrors,
  ...parcelErrors,
  ...packingErrors,
  ...awayErrors,
  ...networkErrors,
  ...carrierErrors,
  ...platformServiceErrors,
  ...pickupErrors,
  ...platformRefusalErrors,
  ...dispatchErrors,
  ...preflightErrors,
  ...printingErrors,
  ...printLedgerErrors,
  ...printerErrors,
  ...printerDeviceErrors,
  ...deviceErrors,
  ...labelTemplateErrors,
  ...recordErrors,
  ...repeatErrors,
  ...ruleErrors,
  ...caseErrors,
  ...parcelCareErrors,
  ...operatorErrors,
  ...alarmErrors,
  ...billErrors,
  ...reviewErrors,
};

/** Closed: every expected failure of the product has one of these codes. */
export type ErrorCode = keyof typeof errorCatalogue;

export function errorDefinition(code: ErrorCode): ErrorDefinition {
  return errorCatalogue[code];
}

export const errorCodes = Object.keys(errorCatalogue) as readonly ErrorCode[];

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code);
}

const unsureCodes: readonly string[] = [
  'BOOKING_INTERRUPTED',
  'PICKUP_CANCEL_UNSURE',
  'PICKUP_UNSURE',
  'SHIPMENT_UNSURE',
  'VOID_UNSURE',
] satisfies readonly ErrorCode[];

/** Nobody knows whether it happened: it is never shown as what has failed. */
export const isUnsureCode = (code: string): boolean => unsureCodes.includes(code);

const codesOf = (...tables: readonly Readonly<Record<string, unknown>>[]): readonly ErrorCode[] =>
  tables.flatMap((table) => Object.keys(table) as ErrorCode[]);

/** What each area of the program may answer, for whoever looks a sentence up. Every code is in exactly one. */
export const errorAreas = {
  import: codesOf(importErrors, importMeaningErrors, dictionaryErrors, repeatErrors),
  addresses: codesOf(addressErrors, divisionErrors, reachErrors),
  orders: codesOf(orderErrors, parcelErrors, pickupErrors, ruleErrors),
  booking: codesOf(dispatchErrors, preflightErrors, networkErrors, carrierErrors),
  platforms: codesOf(accountErrors, platformServiceErrors, platformRefusalErrors, recordErrors),
  printing: codesOf(printingErrors, printLedgerErrors, labelTemplateErrors),
  printers: codesOf(printerErrors, printerDeviceErrors),
  bench: codesOf(packingErrors, awayErrors, deviceErrors),
  tracking: codesOf(caseErrors, parcelCareErrors),
  insight: codesOf(alarmErrors, billErrors, reviewErrors),
  people: codesOf(operatorErrors),
  backups: codesOf(backupErrors, backupPlaceErrors),
  workspace: codesOf(workspaceErrors, startErrors, doorErrors, updateErrors),
  server: codesOf(serverErrors, moveErrors),
} as const;

export type ErrorArea = keyof typeof errorAreas;
