import type { TextKind } from '../../vault/sealedText.ts';
import { fieldOf } from '../database/columnNames.ts';

export interface PersonalTable {
  /** The columns by which a row is found; resealing its texts does not change them. */
  readonly key: readonly string[];
  /** What names, reaches or describes a person: resealed whenever the book gets another key. */
  readonly renewed: readonly string[];
  /**
   * What stays under the key it was first sealed by: digests that stand in unique keys, names of those who work here (whoever is shut out knows
   * them), and rows that the database lets nobody change.
   */
  readonly lasting: readonly string[];
  /** Rows in which nothing is sealed, by their key: read by a bench that has no key yet. */
  readonly plainRows?: readonly string[];
}

const table = (
  key: readonly string[],
  renewed: readonly string[],
  lasting: readonly string[] = [],
): PersonalTable => ({ key, renewed, lasting });

const ofOrders: Readonly<Record<string, PersonalTable>> = {
  orders: table(
    ['id'],
    [
      'receiverName',
      'receiverPhone',
      'receiverPhoneTail',
      'receiverExtension',
      'receiverText',
      'receiverColumnsJson',
      'town',
      'detail',
      'buyer',
      'buyerRemark',
      'sellerRemark',
      'holdNote',
      'complaintsJson',
      'wishesJson',
      'saleJson',
    ],
    ['addressKey', 'contentHash', 'wishesMark'],
  ),
  orderChanges: table(['id'], ['fileName', 'fieldsJson', 'patchJson', 'beforeJson'], ['contentHash']),
  history: table(['id'], ['note', 'dataJson'], ['operator']),
  writeBacks: table(['originId', 'waybillNo'], ['fileName']),
  imports: table(['id'], ['fileName']),
  watchedFiles: table(['contentHash'], ['fileName', 'reportJson']),
  learned: table(
    ['id'],
    ['written', 'name', 'phone', 'extension', 'town', 'detail'],
    ['textKey', 'addressKey', 'contactKey', 'valueKey'],
  ),
  reachAnswers: table(['placeKey', 'accountId', 'carrier'], [], ['placeKey']),
  noShip: table(['id'], ['reason']),
};

const ofBookings: Readonly<Record<string, PersonalTable>> = {
  shipments: table(
    ['id'],
    ['requestJson', 'bookingJson', 'errorParamsJson', 'chosenByJson', 'replaceReason'],
    ['askedBy'],
  ),
  pickups: table(['id'], ['requestJson', 'errorParamsJson']),
  calls: table(['id'], ['errorParamsJson']),
  accountLanes: table(['accountId'], ['haltParamsJson']),
  goLiveSteps: table(['accountId', 'step'], ['note', 'errorParamsJson']),
  freightAnswers: table(['questionKey', 'accountId', 'carrier'], [], ['questionKey']),
  ruleVersions: table(['versionNo'], ['setJson']),
  laneEvents: table(['id'], [], ['operator', 'reason']),
  supportTerms: table(['accountId'], ['termsJson'], ['changedBy']),
  recordEvidence: table(['id'], ['name'], ['addedBy']),
  recordIncidents: table(['id'], ['title', 'termsJson', 'outcome'], ['notedBy']),
  recordNotes: table(['id'], ['person', 'text'], ['writtenBy']),
};

const ofParcels: Readonly<Record<string, PersonalTable>> = {
  printJobs: table(['id'], ['documentJson', 'reason'], ['errorParamsJson', 'operator', 'approver']),
  printBatches: table(['id'], [], ['operator']),
  labelTemplateVersions: table(['templateId', 'version'], ['contentJson']),
  packedParcels: table(['id'], ['overridesJson', 'heldReason'], ['openedBy', 'closedBy']),
  benchGestures: table(['no'], ['stopParamsJson'], ['operator']),
  benchIntents: table(['id'], ['askedJson', 'beforeJson'], ['operator']),
  benchListActs: table(['id'], [], ['operator']),
  parcelPhotos: table(['id'], ['sealKey'], ['operator']),
  pickLists: table(['code'], [], ['createdBy']),
  handovers: table(['id'], ['courier'], ['createdBy', 'closedBy']),
  handoverParcels: table(['waybillNo'], [], ['operator']),
  goodsCodes: table(['code'], [], ['savedBy']),
  goodsCodeChanges: table(['no'], ['rowsJson'], ['operator']),
  tracking: table(['waybillNo'], ['phoneTail', 'lastText']),
  trackingEvents: table(['waybillNo', 'at', 'text'], ['text', 'location']),
  trackingCases: table(['id'], ['phoneTail', 'basisJson'], ['ownerName', 'closedBy']),
  caseSteps: table(['id'], ['note'], ['operator']),
  parcelArrivals: table(['waybillNo'], ['words']),
  parcelReturns: table(['id'], ['note', 'reason'], ['createdBy', 'receivedBy']),
  bills: table(['id'], ['fileName'], ['operator']),
  billLines: table(['billId', 'rowNo'], ['place']),
  billItems: table(['billId', 'itemKey'], ['claimNote'], ['claimedBy']),
  codPayouts: table(['waybillNo'], ['accountHolder', 'accountTail'], ['confirmedBy']),
};

const ofShop: Readonly<Record<string, PersonalTable>> = {
  settings: {
    ...table(['key'], ['valueJson']),
    plainRows: ['book', 'bookMove', 'isResealing'],
  },
  drafts: table(['name'], ['valueJson']),
  operators: table(['id'], [], ['name']),
  operatorActs: table(['no'], [], ['operator', 'approver', 'what', 'reason']),
  alarms: table(['id'], ['scopeName', 'factsJson'], ['seenBy']),
  alarmChannels: table(['id'], ['target', 'errorParamsJson'], ['name']),
  reviews: table(['kind', 'fromAt'], ['reviewJson']),
  doorAnswers: table(['tokenId', 'callKey'], ['answerJson'], ['digest']),
  doorTokens: table(['id'], [], ['createdBy']),
  doorWebhooks: table(['id'], ['errorParamsJson'], ['createdBy']),
  invitations: table(['digest'], [], ['madeBy']),
  setUpTicks: table(['item'], [], ['tickedBy']),
};

/** Every column of a book that says something of a person, by the names of the program. */
export const personalTables: Readonly<Record<string, PersonalTable>> = {
  ...ofOrders,
  ...ofBookings,
  ...ofParcels,
  ...ofShop,
};

const kinds: ReadonlyMap<string, ReadonlyMap<string, TextKind>> = new Map(
  Object.entries(personalTables).map(([name, { renewed, lasting }]) => [
    name,
    new Map([
      ...renewed.map((column) => [column, 'renewed'] as const),
      ...lasting.map((column) => [column, 'lasting'] as const),
    ]),
  ]),
);

/** By either name; undefined: it stands there in plain. */
export const kindOf = (name: string, column: string): TextKind | undefined =>
  kinds.get(fieldOf(name))?.get(fieldOf(column));
