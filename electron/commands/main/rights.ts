import { type Actor, mayDo, type Right } from '../../../shared/domain/operator.ts';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';

/** null: this person may run it. A command without a row takes more than anybody has. */
export function mayRun(actor: Actor, name: string, isRevealed: boolean): Failure | null {
  const access = Object.hasOwn(commandRights, name) ? commandRights[name] : undefined;
  const reveal = isRevealed ? revealRights[name] : [];
  if (access === undefined || reveal === undefined) throw new Error(`no right is stated for ${name}`);
  const rights = [access, reveal].flat().filter((right) => right !== 'anybody');
  if (rights.length === 0) return null;
  if (actor.role === 'nobody') return failure('OPERATOR_SIGN_IN_NEEDED');
  const missing = rights.find((right) => !mayDo(actor, right));
  return missing === undefined ? null : failure('OPERATOR_RIGHT_MISSING', { right: missing });
}

/** `anybody`: shows no order and no person, and changes no work. */
type CommandAccess = Right | readonly Right[] | 'anybody';

const shipping = ['importOrders', 'bookParcels', 'packParcels'] as const;

/**
 * The right each command takes where a workspace has operators, as `procedureRights` says it of the window. A command that
 * both lists and changes takes what changing takes.
 */
export const commandRights: Readonly<Record<string, CommandAccess>> = {
  ship: shipping,
  import: 'importOrders',
  watch: shipping,
  'imports list': 'importOrders',
  'imports undo': 'importOrders',
  'orders list': 'seeWork',
  'orders show': 'seeWork',
  'orders edit': 'correctAddresses',
  'orders cancel': 'changeOrders',
  'orders hold': 'changeOrders',
  'orders release': 'changeOrders',
  'orders merge': 'changeOrders',
  'orders unmerge': 'changeOrders',
  'orders split': 'changeOrders',
  'orders changes': 'changeOrders',
  'orders unshipped': 'seeWork',
  'orders unsure': 'seeWork',
  'orders ask': 'bookParcels',
  'orders notthere': 'bookParcels',
  'orders renumber': 'bookParcels',
  'orders extra': 'bookParcels',
  'pickup book': 'bookParcels',
  'pickup cancel': 'bookParcels',
  'pickup list': 'seeWork',
  preflight: 'bookParcels',
  dispatch: 'bookParcels',
  'calls list': 'bookParcels',
  'calls show': 'bookParcels',
  'waybill bind': 'packParcels',
  writeback: 'exportOrders',
  export: 'exportOrders',
  print: 'packParcels',
  slip: 'packParcels',
  picklist: 'packParcels',
  handover: 'packParcels',
  track: 'seeWork',
  'track subscribe': 'seeWork',
  'track push': 'seeWork',
  'address parse': 'anybody',
  'address ask': 'correctAddresses',
  'address reach': 'correctAddresses',
  'address memory list': 'correctAddresses',
  'address memory forget': 'correctAddresses',
  'address memory export': 'exportOrders',
  'noship list': 'seeWork',
  'noship add': 'changeRules',
  'noship remove': 'changeRules',
  'rules list': 'seeWork',
  'rules try': 'seeWork',
  'rules set': 'changeRules',
  'rules export': 'seeWork',
  'rules versions': 'seeWork',
  'rules back': 'changeRules',
  'rules share': 'changeRules',
  'rules compare': 'seeWork',
  'freight list': 'seeWork',
  'freight template': 'changeRules',
  'freight import': 'changeRules',
  'freight remove': 'changeRules',
  'freight of': 'seeWork',
  'label render': 'anybody',
  'label template list': 'seeWork',
  'label template export': 'seeWork',
  'label template save': 'changeRules',
  'label template default': 'changeRules',
  'label trial list': 'seeWork',
  'label trial start': 'changeRules',
  'label trial share': 'changeRules',
  'label trial end': 'changeRules',
  'label trial compare': 'seeWork',
  'account add': 'changeAccounts',
  'account list': 'seeWork',
  'account test': 'changeAccounts',
  'account remove': 'changeAccounts',
  'account golive': 'changeAccounts',
  'account status': 'seeWork',
  'account fallback': 'changeAccounts',
  'account rate': 'changeAccounts',
  'account resume': 'changeAccounts',
  'account balance': 'seeWork',
  'account label': 'changeAccounts',
  'printer list': 'seeWork',
  'printer test': 'packParcels',
  'printer find': 'changePrinters',
  'printer add': 'changePrinters',
  'printer calibrate': 'changePrinters',
  'printer route': 'changePrinters',
  'printer paper': 'changePrinters',
  /** Sealed as it is: nobody reads it who could not open the workspace, and nightly backups have nobody who signs in. */
  backup: 'anybody',
  /** An old backup may know of no operators: see `mayRestore`. */
  restore: 'manageOperators',
  'dictionary export': 'importOrders',
  'dictionary add': 'importOrders',
  'dictionary remove': 'importOrders',
  'dictionary status': 'importOrders',
  'divisions status': 'anybody',
  'divisions update': 'changeSettings',
  doctor: 'anybody',
  version: 'anybody',
  /** Names alone, as whoever signs in at the window sees them. */
  'operators list': 'anybody',
  'operators add': 'manageOperators',
  'operators change': 'manageOperators',
  'operators remove': 'manageOperators',
  'operators code': 'manageOperators',
  /** Takes the rescue code instead of a PIN. */
  'operators rescue': 'anybody',
};

/** What `--reveal` takes besides: one order, or many at once, which is an export to the screen. */
export const revealRights: Readonly<Record<string, Right>> = {
  'orders list': 'exportPersonalData',
  'orders merge': 'exportPersonalData',
  'orders changes': 'seePersonalData',
  export: 'exportPersonalData',
  'address memory list': 'exportPersonalData',
  'address memory export': 'exportPersonalData',
  'orders show': 'seePersonalData',
  'orders edit': 'seePersonalData',
  'orders cancel': 'seePersonalData',
  'orders hold': 'seePersonalData',
  'orders release': 'seePersonalData',
  'orders unmerge': 'seePersonalData',
  'orders split': 'seePersonalData',
  'waybill bind': 'seePersonalData',
  'address ask': 'seePersonalData',
};
