import type { ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { type Mask, maskOfAddress, maskOfName, maskOfPhone } from '../kit/maskOfText.ts';
import { startsWithProvince } from '../recognition/contentTests.ts';
import type { Judgement, RowCells } from './rowCells.ts';

/** Some exports hold both a full and a detail address: the one that names the province, else the longer one. */
function readAddress(cells: RowCells): string {
  const full = cells.text('fullAddress');
  const more = cells.texts('addressDetail2');
  const first = cells.text('addressDetail');
  // 龙尾村 and 3组 beside it.
  if (full !== '' && first === '') return [full, ...more.filter((part) => !full.includes(part))].join(' ');
  const detail = more.length === 0 ? first : [first, ...more].filter((part) => part !== '').join(' ');
  if (full === '' || detail === '') return full || detail;
  if (startsWithProvince(full) !== startsWithProvince(detail))
    return startsWithProvince(full) ? full : detail;
  return full.length >= detail.length ? full : detail;
}

/** First and last name in two columns. A Chinese name is written the other way round, in one. */
function joinedName(names: readonly string[]): string {
  const isChinese = names.length > 1 && names.every((name) => /^\p{Script=Han}+$/u.test(name));
  return isChinese ? [...names].reverse().join('') : names.join(' ');
}

/** The receiver as the row writes it. An address the buyer changed later replaces everything said before. */
export function readReceiver(cells: RowCells): ReceiverColumns {
  const changed = cells.text('newAddress');
  const isChanged = changed !== '';
  const region = (text: string): string => (isChanged ? '' : text);
  return {
    name: cells.text('receiverName') || joinedName(cells.texts('receiverFirstLast')),
    phone: cells.text('receiverPhone'),
    tel: cells.text('receiverTel'),
    extension: cells.text('phoneExt'),
    province: region(cells.text('province')),
    city: region(cells.text('city')),
    district: region(cells.text('district')),
    town: region(cells.text('town')),
    region: region(cells.text('regionFull')),
    address: isChanged ? changed : readAddress(cells),
    oneLine: cells.text('oneLineReceiver'),
    postcode: cells.text('zip'),
  };
}

/** A line of people's own above a list of receivers (#接龙, 苹果团购 11.29 截单) has neither a number nor a place. */
const placeOrNumber = /\d{7}|[省市区县州旗镇乡村路街道巷弄号栋幢座楼室苑园城湾]|[a-z]{3}/i;

export function hasReceiver({ phone, tel, address, oneLine }: ReceiverColumns): boolean {
  return phone !== '' || tel !== '' || address !== '' || placeOrNumber.test(oneLine);
}

const codeOfMask: Readonly<Record<Mask, ErrorCode>> = {
  asterisks: 'IMPORT_MASKED_RECEIVER',
  cipher: 'IMPORT_RECEIVER_ENCRYPTED',
  policy: 'IMPORT_RECEIVER_HIDDEN',
  'user-id': 'IMPORT_RECEIVER_USER_ID',
};

/** Warehouses that gather parcels for abroad or for far regions and want a code of their own in the address. */
const consolidation = /集运|转运仓|中转仓/;

const addressFields = [
  'fullAddress',
  'addressDetail',
  'addressDetail2',
  'newAddress',
  'oneLineReceiver',
  'province',
  'city',
  'district',
  'town',
  'regionFull',
] as const;

/** The mainland by its names and codes, and what its couriers reach. */
const reachedCountry =
  /^(?:中[国國华華]|china|cn$|chn$|prc$|p\.?r\.?china|people|香港|澳[门門]|[台臺][湾灣]|hong|hkg?$|maca|mo$|mac$|tai|twn?$|\+?86$)/;

function isAbroad(country: string): boolean {
  return country !== '' && !reachedCountry.test(country.normalize('NFKC').toLowerCase().replace(/\s/g, ''));
}

/** A row that names two receivers by columns of the same names says not which of them is meant. */
function secondHeader(cells: RowCells): string | undefined {
  const second = cells.columns.secondReceiver.find(({ index, readIndex }) => {
    const text = cells.at(index);
    return text !== '' && text !== cells.at(readIndex);
  });
  return second?.header;
}

/** Masked or broken receiver data makes a person look; it is kept, and never printed as it is. */
export function judgeReceiver(cells: RowCells, receiver: ReceiverColumns, judgement: Judgement): void {
  const ask = (field: string, mask: Mask | null): void => {
    if (mask !== null) judgement.ask(codeOfMask[mask], field);
  };
  ask('name', maskOfName(receiver.name));
  ask('phone', maskOfPhone(receiver.phone) ?? maskOfPhone(receiver.tel));
  ask('address', maskOfAddress(receiver.address) ?? maskOfAddress(receiver.oneLine));
  const second = secondHeader(cells);
  if (second !== undefined) judgement.ask('IMPORT_SECOND_RECEIVER', 'receiver', { column: second });
  if (isAbroad(cells.text('country'))) judgement.ask('IMPORT_ABROAD', 'address');
  if (consolidation.test(receiver.address)) judgement.ask('IMPORT_CONSOLIDATION', 'address');
  if (cells.isDamaged('receiverName')) judgement.ask('IMPORT_TEXT_DAMAGED', 'name');
  if (addressFields.some((field) => cells.isDamaged(field))) {
    judgement.ask('IMPORT_TEXT_DAMAGED', 'address');
  }
  // With the other number whole, the damaged one is only a remark; without it the row was refused before.
  if (cells.isDamaged('receiverPhone') || cells.isDamaged('receiverTel')) {
    judgement.ask('IMPORT_NUMBER_DAMAGED', 'phone');
  }
}
