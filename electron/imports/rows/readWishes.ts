import type { OrderWishes } from '../../../shared/domain/intake/orderWishes.ts';
import { emptyReceiverColumns, type ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import {
  readMonthlyCard,
  readPayment,
  readProduct,
  readReturnSlip,
  readServices,
  readVolume,
  sideMm,
  volumeOf,
} from '../kit/wishTexts.ts';
import type { Judgement, RowCells } from './rowCells.ts';

/** What a row says of how its order travels; null: nothing. */
export interface RowWishes {
  readonly wishes: OrderWishes | null;
  /** Who sends it, as the columns write it. */
  readonly sender: ReceiverColumns | null;
}

const nothing: RowWishes = { wishes: null, sender: null };

export function readWishes(cells: RowCells, judgement: Judgement): RowWishes {
  if (!cells.columns.hasWishes) return nothing;
  const product = readProduct(cells.text('serviceType'));
  const returnSlip = readReturnSlip(cells.text('returnSlip'));
  const services = readServices(cells.text('services'));
  const wishes: OrderWishes = {
    ...(product === '' ? {} : { product }),
    ...readPayer(cells),
    ...readSize(cells, judgement),
    ...(returnSlip === null ? {} : { returnSlip }),
    ...(services.length === 0 ? {} : { services }),
  };
  return { wishes: Object.keys(wishes).length === 0 ? null : wishes, sender: readSender(cells) };
}

const yes = /^(?:是|需要|要|有|1|yes|y|true|√|✓)$/i;

/** Who has a card is charged by it, unless the row says that somebody else pays. */
function readPayer(cells: RowCells): Pick<OrderWishes, 'payment' | 'monthlyCard'> {
  const monthlyCard = readMonthlyCard(cells.text('monthlyCard'));
  const text = cells.text('payMode');
  // A column called 到付 says yes or no.
  const isCollect = cells.columns.headerOf('payMode').includes('到付') && yes.test(text);
  const worded = readPayment(isCollect ? '到付' : text);
  const payment = worded ?? (monthlyCard === '' ? undefined : 'monthly');
  const isCharged = monthlyCard !== '' && (payment === 'monthly' || payment === 'third-party');
  return {
    ...(payment === undefined ? {} : { payment }),
    ...(isCharged ? { monthlyCard } : {}),
  };
}

function readSize(cells: RowCells, judgement: Judgement): Pick<OrderWishes, 'volumeCm3' | 'sizeMm'> {
  const volume = readVolume(cells.text('volume'), cells.columns.headerOf('volume'));
  if (volume === undefined) judgement.note('IMPORT_VOLUME_UNREADABLE', 'volume');
  if (volume != null) return volume;
  const [length, width, height] = (['length', 'width', 'height'] as const).map((field) =>
    sideMm(cells.text(field), cells.columns.headerOf(field)),
  );
  if (length == null || width == null || height == null) return {};
  return { volumeCm3: volumeOf([length, width, height]), sizeMm: [length, width, height] };
}

function readSender(cells: RowCells): ReceiverColumns | null {
  const sender = {
    ...emptyReceiverColumns,
    name: cells.text('senderName') || cells.text('senderCompany'),
    phone: cells.text('senderPhone'),
    province: cells.text('senderProvince'),
    city: cells.text('senderCity'),
    district: cells.text('senderDistrict'),
    address: cells.text('senderAddress'),
  };
  return Object.values(sender).some((text) => text !== '') ? sender : null;
}
