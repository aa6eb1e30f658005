import { addressErrors } from './addressErrors.ts';
import { backupErrors } from './backupErrors.ts';
import { carrierErrors } from './carrierErrors.ts';
import type { ErrorDefinition } from './defineErrors.ts';
import { dictionaryErrors } from './dictionaryErrors.ts';
import { dispatchErrors } from './dispatchErrors.ts';
import { divisionErrors } from './divisionErrors.ts';
import { importErrors } from './importErrors.ts';
import { importMeaningErrors } from './importMeaningErrors.ts';
import { labelTemplateErrors } from './labelTemplateErrors.ts';
import { networkErrors } from './networkErrors.ts';
import { operatorErrors } from './operatorErrors.ts';
import { orderErrors } from './orderErrors.ts';
import { parcelErrors } from './parcelErrors.ts';
import { pickupErrors } from './pickupErrors.ts';
import { platformRefusalErrors } from './platformRefusalErrors.ts';
import { platformServiceErrors } from './platformServiceErrors.ts';
import { preflightErrors } from './preflightErrors.ts';
import { printerDeviceErrors } from './printerDeviceErrors.ts';
import { printerErrors } from './printerErrors.ts';
import { printingErrors } from './printingErrors.ts';
import { printLedgerErrors } from './printLedgerErrors.ts';
import { reachErrors } from './reachErrors.ts';
import { repeatErrors } from './repeatErrors.ts';
import { ruleErrors } from './ruleErrors.ts';
import { workspaceErrors } from './workspaceErrors.ts';

const errorCatalogue = {
  ...workspaceErrors,
  ...backupErrors,
  ...importErrors,
  ...importMeaningErrors,
  ...dictionaryErrors,
  ...addressErrors,
  ...divisionErrors,
  ...reachErrors,
  ...orderErrors,
  ...parcelErrors,
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
  ...labelTemplateErrors,
  ...repeatErrors,
  ...ruleErrors,
  ...operatorErrors,
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
