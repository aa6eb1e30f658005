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

export function hasReceiver(receiver: ReceiverColumns): boolean {
  return receiver.phone !== '' || receiver.tel !== '' || receiver.address !== '' || receiver.oneLine !== '';
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

/** Masked or broken receiver data makes a person look; it is kept, and never printed as it is. */
export function judgeReceiver(cells: RowCells, receiver: ReceiverColumns, judgement: Judgement): void {
  const ask = (field: string, mask: Mask | null): void => {
    if (mask !== null) judgement.ask(codeOfMask[mask], field);
  };
  ask('name', maskOfName(receiver.name));
  ask('phone', maskOfPhone(receiver.phone) ?? maskOfPhone(receiver.tel));
  ask('address', maskOfAddress(receiver.address) ?? maskOfAddress(receiver.oneLine));
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
