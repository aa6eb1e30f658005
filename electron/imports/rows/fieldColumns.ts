import type { FileRecognition, GoodsByOrder } from '../kit/orderDraft.ts';
import { builtInSpellings, type CanonicalField } from '../profiles/headerSpellings.ts';
import type { FlagRule } from '../profiles/importProfile.ts';
import { flagsOfEveryTable, importProfiles } from '../profiles/importProfiles.ts';
import { normaliseHeader } from '../profiles/normaliseHeader.ts';
import { emptyOwnDictionary, type OwnDictionary, withoutNumber } from '../recognition/headerDictionary.ts';
import { type FileFacts, noFileFacts } from './readFileFacts.ts';

/** What rows are judged by besides themselves. */
export interface RowKnowledge {
  readonly own?: OwnDictionary;
  readonly facts?: FileFacts;
  /** UTC ms; absent: nothing is said about dates that have passed. */
  readonly now?: number;
  /** Goods that another sheet or report lists; they replace what the rows say. */
  readonly goods?: GoodsByOrder;
}

/** A column that holds no field and still says something about shipping. */
interface FlagColumn {
  readonly index: number;
  readonly header: string;
  readonly rule: FlagRule;
}

/** Where each field stands and what is known of the file, worked out once a file. */
export class FieldColumns {
  /** Profile of the file: words mean what they mean at that platform. */
  readonly profile: string;
  readonly statusAnswers: OwnDictionary['statusAnswers'];
  /** Words of the status column that mean at this platform alone that the order is to be shipped. */
  readonly shipWords: readonly string[];
  readonly facts: FileFacts;
  readonly now: number | null;
  readonly goods: GoodsByOrder | null;
  readonly flags: readonly FlagColumn[];
  /** Named columns of a table of people's own that fill no field and are heard for words of state. */
  readonly unread: readonly UnreadColumn[];
  /** Short texts of those columns that were judged already: does it say to wait? */
  readonly states = new Map<string, boolean>();
  /** Columns that say whether money is collected at the door, not how much. */
  readonly codFlags: readonly number[];
  /** Columns of a second receiver in each row, under the same names as those that are read. */
  readonly secondReceiver: readonly SecondColumn[];
  /** Does any column say how an order travels, or from whom? */
  readonly hasWishes: boolean;
  /** Does any column say something of the sale that is kept? */
  readonly hasSale: boolean;
  /** Does any column name a day or an hour? */
  readonly hasTimes: boolean;
  private readonly columns = new Map<string, number[]>();
  private readonly headers: readonly string[];

  constructor(recognition: FileRecognition, { own, facts, now, goods }: RowKnowledge = {}) {
    this.profile = recognition.profile;
    this.statusAnswers = (own ?? emptyOwnDictionary).statusAnswers;
    this.shipWords = importProfiles.find(({ id }) => id === recognition.profile)?.shipWords ?? [];
    this.facts = facts ?? noFileFacts;
    this.now = now ?? null;
    this.goods = goods ?? null;
    this.headers = recognition.mapping.map(({ header }) => header);
    this.flags = flagColumns(recognition);
    this.unread = unreadColumns(recognition).filter(
      ({ index }) => !this.flags.some((flag) => flag.index === index),
    );
    this.codFlags = recognition.mapping
      .filter(({ header }) => codFlagHeaders.has(normaliseHeader(header)))
      .map(({ columnIndex }) => columnIndex);
    this.secondReceiver = secondColumns(recognition);
    for (const { field, columnIndex } of recognition.mapping) {
      if (field === null) continue;
      const same = this.columns.get(field);
      if (same === undefined) this.columns.set(field, [columnIndex]);
      else same.push(columnIndex);
    }
    for (const [field, indexes] of this.columns) if (indexes.length > 1) this.sort(field, indexes);
    this.hasWishes = wishColumns.some((field) => this.columns.has(field));
    this.hasSale = saleColumns.some((field) => this.columns.has(field));
    this.hasTimes = timeColumns.some((field) => this.columns.has(field));
  }

  /** Columns that share a field are heard in the order of the dictionary, not in that of the file. */
  private sort(field: string, indexes: number[]): void {
    const spellings = builtInSpellings(field as CanonicalField).map(normaliseHeader);
    const rank = (index: number): number => {
      const place = spellings.indexOf(normaliseHeader(this.headerAt(index)));
      return place < 0 ? spellings.length : place;
    };
    indexes.sort(
      (left, right) =>
        rank(left) - rank(right) ||
        this.headerAt(left).localeCompare(this.headerAt(right), 'en') ||
        left - right,
    );
  }

  has(field: CanonicalField): boolean {
    return this.columns.has(field);
  }

  indexesOf(field: CanonicalField): readonly number[] {
    return this.columns.get(field) ?? noIndexes;
  }

  /** Is anything read of this column but money? A price that is crossed out was lowered. */
  isRead(index: number): boolean {
    for (const [field, indexes] of this.columns)
      if (indexes.includes(index)) return !moneyColumns.includes(field);
    return false;
  }

  headerAt(index: number): string {
    return this.headers[index] ?? '';
  }

  headerOf(field: CanonicalField): string {
    return this.headerAt(this.indexesOf(field)[0] ?? -1);
  }
}

const noIndexes: readonly number[] = [];
const moneyColumns: readonly string[] = ['price', 'amount', 'paidAmount', 'refundAmount', 'codAmount'];

const wishColumns: readonly CanonicalField[] = [
  'senderName',
  'senderPhone',
  'senderAddress',
  'senderCompany',
  'senderProvince',
  'senderCity',
  'senderDistrict',
  'serviceType',
  'payMode',
  'monthlyCard',
  'volume',
  'length',
  'width',
  'height',
  'returnSlip',
  'services',
];

const saleColumns: readonly CanonicalField[] = [
  'buyer',
  'origOrderNo',
  'amount',
  'paidAmount',
  'payChannel',
  'orderTime',
  'oaid',
  'warehouse',
  'flag',
];

const timeColumns: readonly CanonicalField[] = ['promiseShipTime', 'payTime', 'promiseArriveTime'];

/** 订单类型 is 货到付款 in exports of 聚水潭. */
const codFlagHeaders: ReadonlySet<string> = new Set([
  '货到付款',
  '是否货到付款',
  '是否代收货款',
  '是否代收',
  '订单类型',
  '付款状态',
  '支付状态',
]);

interface UnreadColumn {
  readonly index: number;
  readonly header: string;
}

/** Of a known export it is known what its columns mean; what a person left out says nothing either. */
function unreadColumns({ profile, mapping }: FileRecognition): UnreadColumn[] {
  if (profile !== 'generic') return [];
  return mapping.flatMap(({ columnIndex: index, header, field, rule, givesWayTo }) =>
    field === null && rule === 'none' && givesWayTo === undefined && header !== '' ? [{ index, header }] : [],
  );
}

interface SecondColumn {
  readonly index: number;
  readonly header: string;
  /** The column of the same name that is read. */
  readonly readIndex: number;
}

const reachFields: ReadonlySet<string> = new Set<CanonicalField>([
  'receiverPhone',
  'receiverTel',
  'fullAddress',
  'addressDetail',
  'oneLineReceiver',
]);

/** 姓名, 电话, 地址 twice in one header: two orders beside each other, or a sender whose columns do not say so. */
function secondColumns({ mapping }: FileRecognition): SecondColumn[] {
  return mapping.flatMap(({ columnIndex: index, header, givesWayTo }) => {
    const read = mapping.find(({ columnIndex }) => columnIndex === givesWayTo);
    const isSecond =
      read !== undefined &&
      reachFields.has(read.field ?? '') &&
      withoutNumber(normaliseHeader(read.header)) === withoutNumber(normaliseHeader(header));
    return isSecond ? [{ index, header, readIndex: read.columnIndex }] : [];
  });
}

function flagColumns({ profile, mapping }: FileRecognition): FlagColumn[] {
  const flags = { ...flagsOfEveryTable, ...importProfiles.find(({ id }) => id === profile)?.flags };
  return Object.entries(flags).flatMap(([header, rule]) =>
    mapping
      .filter((column) => normaliseHeader(column.header) === normaliseHeader(header))
      .map((column) => ({ index: column.columnIndex, header: column.header, rule })),
  );
}
