import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { type CallOutcome, didNotHappen } from '../../../shared/errors/outcome.ts';

/** These say all there is to say: no sentence of the platform goes along. */
const plainCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'CARRIER_CREDENTIALS',
  'CARRIER_ENVIRONMENT',
  'CARRIER_NOT_FOUND',
  'CARRIER_QUOTA',
]);

/** The platform certainly did nothing; `reason` must be redacted already. */
export function refusal(code: ErrorCode, reason: string): CallOutcome<never> {
  return plainCodes.has(code) ? didNotHappen(code) : didNotHappen(code, { reason });
}

/** Our code of each of a platform's, written the other way round: ours, with all of theirs that mean it. */
export function codeTable(
  rows: Partial<Record<ErrorCode, readonly string[]>>,
): ReadonlyMap<string, ErrorCode> {
  return new Map(
    Object.entries(rows).flatMap(([ours, theirs]) =>
      theirs.map((code) => [code, ours as ErrorCode] as const),
    ),
  );
}

const codeOfKind: Readonly<Record<string, ErrorCode>> = {
  credentials: 'CARRIER_CREDENTIALS',
  account: 'CARRIER_ACCOUNT',
  permission: 'CARRIER_PERMISSION',
  arrears: 'CARRIER_ARREARS',
  balance: 'CARRIER_BALANCE',
  quota: 'CARRIER_QUOTA',
  'not-found': 'CARRIER_NOT_FOUND',
};

/** A refusal known by what its sentence is about; anything else is a refusal of the content. */
export function refusalOfKind(kind: string, reason: string): CallOutcome<never> {
  return refusal(codeOfKind[kind] ?? 'CARRIER_REFUSED', reason);
}

/** The same for a question: it changed nothing, whatever was answered. */
export function ofQuestion(fault: CallOutcome<never>): CallOutcome<never> {
  return fault.ok ? fault : { ...fault, certainty: 'did-not-happen' };
}

/** The same without the platform's sentence, in whose place `known` is shown. */
export function withReason(fault: CallOutcome<never>, known: string): CallOutcome<never> {
  return fault.ok || fault.params?.reason === undefined
    ? fault
    : { ...fault, params: { ...fault.params, reason: known } };
}
