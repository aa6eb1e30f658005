import type { Role } from '../../../shared/domain/operator.ts';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';
import { isUsablePin, leastDigits, pinDigits, pinFormOf } from '../../../shared/rules/signInCodes.ts';
import type { Operator } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { pinDesks } from '../../store/workspace/workspaceRows.ts';
import type { PinHash } from '../../vault/pinHash.ts';

/** null: the PIN is allowed for this role. */
export function pinRefusal(pin: string, role: Role): Failure | null {
  return isUsablePin(pin, role)
    ? null
    : failure('OPERATOR_PIN_FORM', { least: leastDigits(role), most: pinDigits.most });
}

/** A PIN must be long enough for its role; an older one stays until it is changed. */
export function roleRefusal(
  before: Pick<Operator, 'role' | 'pinForm'>,
  role: Role,
  pin: string | undefined,
): Failure | null {
  if (pin !== undefined) return pinRefusal(pin, role);
  const isMadeManager = before.role !== 'manager' && role === 'manager';
  return isMadeManager && before.pinForm !== 'full' ? pinRefusal('', role) : null;
}

/** An operator's columns for a new PIN. */
export const newPin = ({ salt, hash }: PinHash, pin: string) =>
  ({ pinSalt: salt, pinHash: hash, wrongPins: 0, pinForm: pinFormOf(pin) }) as const;

/** Wrong tries of the previous PIN do not count for the new one. */
export async function forgetAllTries({ operators }: Repositories, operatorId: string): Promise<void> {
  for (const desk of pinDesks) await operators.forgetTries(desk, operatorId);
}
