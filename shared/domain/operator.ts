import { type Failure, failure } from '../errors/outcome.ts';

/** Posts of a warehouse, the narrowest first: who packs, who ships, who answers for the shop. */
export const roles = ['packer', 'clerk', 'manager'] as const;
export type Role = (typeof roles)[number];

/** What somebody may do. Each procedure of a page states the ones it takes; each role is a list of them. */
export const rights = [
  /** Lists, counts and states, persons masked. */
  'seeWork',
  /** First labels and first reprints, slips, scans, numbers bound by hand, the paper in the printers. */
  'packParcels',
  'importOrders',
  'correctAddresses',
  /** Hold, release, cancel, merge, split, take news over. */
  'changeOrders',
  'bookParcels',
  /** The second reprint of a waybill and the ones after it. */
  'reprintAgain',
  /** More reprints than the rules allow; given for one label at a time, by PIN. */
  'passReprintLimit',
  /** Let a parcel pass at the bench although something speaks against it, with a reason. */
  'overridePacking',
  /** Name, phone and address of one order in full, with a reason. */
  'seePersonalData',
  /** A label that hides nothing, with a reason. */
  'printFullForm',
  'exportOrders',
  /** Files that hide nothing. */
  'exportPersonalData',
  'changePrinters',
  'changeRules',
  'changeAccounts',
  'changeSettings',
  'manageOperators',
] as const;
export type Right = (typeof rights)[number];

const packer: readonly Right[] = ['seeWork', 'packParcels'];

const clerk: readonly Right[] = [
  ...packer,
  'importOrders',
  'correctAddresses',
  'changeOrders',
  'bookParcels',
  'reprintAgain',
  'overridePacking',
  'seePersonalData',
  'exportOrders',
];

/** Least privilege by post: a packer exports no customers, changes no account and no setting. */
export const rightsOfRole: Readonly<Record<Role, readonly Right[]>> = { packer, clerk, manager: rights };

/** Rights somebody else can give for one action, by PIN, there and then. */
export const approvableRights = [
  'reprintAgain',
  'passReprintLimit',
  'overridePacking',
  'seePersonalData',
  'printFullForm',
  'exportPersonalData',
] as const satisfies readonly Right[];
export type ApprovableRight = (typeof approvableRights)[number];

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

/** What something takes: all of these rights, or `anybody`, for what shows no order and no person and changes no work. */
export type Access = Right | readonly Right[] | 'anybody';

/** null: this person may. The one question of the window's procedures and of the command line. */
export function whoMay(actor: Pick<Actor, 'role'>, access: Access): Failure | null {
  if (access === 'anybody') return null;
  if (actor.role === 'nobody') return failure('OPERATOR_SIGN_IN_NEEDED');
  // Not `find`: a right that nobody stated is missing as well.
  const missing = [access].flat().filter((right) => !mayDo(actor, right));
  return missing.length === 0 ? null : failure('OPERATOR_RIGHT_MISSING', { right: String(missing[0]) });
}
