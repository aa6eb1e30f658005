import { type Actor, mayDo } from '../../shared/domain/actor.ts';
import { type Failure, failure } from '../../shared/errors/outcome.ts';
import { type Access, procedureRights } from './procedureRights.ts';

/** What a procedure takes; a name without a row takes more than anybody has. */
export function accessTo(name: string): Access | null {
  const [area = '', procedure = '', ...rest] = name.split('.');
  const areas: Readonly<Record<string, Readonly<Record<string, Access>>>> = procedureRights;
  const rows = rest.length === 0 && Object.hasOwn(areas, area) ? areas[area] : undefined;
  return rows !== undefined && Object.hasOwn(rows, procedure) ? (rows[procedure] ?? null) : null;
}

/** null: this person may call it. */
export function mayCall(actor: Actor, name: string): Failure | null {
  const access = accessTo(name);
  if (access === null) throw new Error(`no right is stated for ${name}`);
  if (access === 'anybody') return null;
  if (actor.role === 'nobody') return failure('OPERATOR_SIGN_IN_NEEDED');
  const missing = [access].flat().find((right) => !mayDo(actor, right));
  return missing === undefined ? null : failure('OPERATOR_RIGHT_MISSING', { right: missing });
}
