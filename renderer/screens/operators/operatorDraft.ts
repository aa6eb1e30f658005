import type { Role } from '../../../shared/domain/role.ts';

/** What is typed about one operator; the PINs are gone with the form. */
export interface OperatorDraft {
  readonly name: string;
  readonly role: Role;
  readonly pin: string;
  readonly again: string;
}
