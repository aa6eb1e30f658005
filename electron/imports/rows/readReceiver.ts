import type { ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import { isMaskedAddress, isMaskedName, isMaskedPhone } from '../kit/isMaskedText.ts';
import { startsWithProvince } from '../recognition/contentTests.ts';
import type { Judgement } from './judgeRow.ts';
import type { RowCells } from './rowCells.ts';

/** Some exports hold both a full and a detail address: the one that names the province, else the longer one. */
function readAddress(cells: RowCells): string {
  const full = cells.text('fullAddress');
  const detail = [cells.text('addressDetail'), cells.text('addressDetail2')]
    .filter((part) => part !== '')
    .join(' ');
  if (full === '' || detail === '') return full || detail;
  if (startsWithProvince(full) !== startsWithProvince(detail))
    return startsWithProvince(full) ? full : detail;
  return full.length >= detail.length ? full : detail;
}

/** The receiver as the row writes it. An address the buyer changed later replaces everything said before. */
export function readReceiver(cells: RowCells): ReceiverColumns {
  const changed = cells.text('newAddress');
  const isChanged = changed !== '';
  const region = (text: string): string => (isChanged ? '' : text);
  return {
    name: cells.text('receiverName') || cells.texts('receiverFirstLast').join(' '),
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
  return [receiver.phone, receiver.tel, receiver.address, receiver.oneLine].some((text) => text !== '');
}

/** Masked or broken receiver data makes a person look; it is kept, and never printed as it is. */
export function judgeReceiver(cells: RowCells, receiver: ReceiverColumns, judgement: Judgement): void {
  if (isMaskedName(receiver.name)) judgement.ask('IMPORT_MASKED_RECEIVER', 'name');
  if (isMaskedPhone(receiver.phone) || isMaskedPhone(receiver.tel)) {
    judgement.ask('IMPORT_MASKED_RECEIVER', 'phone');
  }
  if (isMaskedAddress(receiver.address) || isMaskedAddress(receiver.oneLine)) {
    judgement.ask('IMPORT_MASKED_RECEIVER', 'address');
  }
  if (cells.isDamaged('receiverName')) judgement.ask('IMPORT_TEXT_DAMAGED', 'name');
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
  if (addressFields.some((field) => cells.isDamaged(field))) {
    judgement.ask('IMPORT_TEXT_DAMAGED', 'address');
  }
  // With the other number whole, the damaged one is only a remark; without it the row was refused before.
  if (cells.isDamaged('receiverPhone') || cells.isDamaged('receiverTel')) {
    judgement.ask('IMPORT_NUMBER_DAMAGED', 'phone');
  }
}
