import { type Right, type Role, rights, rightsOfRole } from './role.ts';

/** Who acts. `owner`: unlocked a workspace that has no operators. `nobody`: none has signed in. */
export interface Actor {
  /** Empty for the owner and for nobody. */
  readonly operatorId: string;
  readonly name: string;
  readonly role: Role | 'owner' | 'nobody';
}

export const owner: Actor = { operatorId: '', name: '', role: 'owner' };

export const nobody: Actor = { operatorId: '', name: '', role: 'nobody' };

export function rightsOf({ role }: Pick<Actor, 'role'>): readonly Right[] {
  if (role === 'owner') return rights;
  return role === 'nobody' ? [] : rightsOfRole[role];
}

export function mayDo(actor: Pick<Actor, 'role'>, right: Right): boolean {
  return rightsOf(actor).includes(right);
}
