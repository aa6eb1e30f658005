import type {
  PackAnswer,
  PackDesk,
  PackedParcelView,
  PackLine,
} from '../../../../../shared/contracts/packing/packing.ts';
import { type PackStop, stopFacts } from '../../../../../shared/domain/packing/packStops.ts';

export const line = (given: Partial<PackLine> = {}): PackLine => ({
  name: '咖啡',
  sku: '',
  skuCode: 'COFFEE',
  quantity: 1,
  counted: 0,
  elsewhere: 0,
  countedBy: '',
  isByEye: false,
  hasSerials: false,
  isGift: false,
  hasPicture: false,
  ...given,
});

/** One piece still to be scanned, nothing else known. */
export const openParcel = (given: Partial<PackedParcelView> = {}): PackedParcelView => ({
  parcelId: 'parcel-0001',
  orderId: 'order-0001',
  orderNo: 'A1',
  shop: '',
  carrier: 'ZTO',
  waybillNo: '73100000000001',
  parcelNo: 1,
  parcelTotal: 1,
  state: 'open',
  version: 1,
  openedAt: 0,
  openedBy: '',
  closedAt: null,
  closedBy: '',
  reopened: 0,
  slipCode: '',
  slipPrintedAt: null,
  slipState: '',
  slipError: '',
  weightGrams: null,
  phase: 'items',
  isBooked: true,
  lines: [line()],
  piecesLeft: 1,
  buyerRemark: '',
  sellerRemark: '',
  isFragile: false,
  weightRange: null,
  doubtfulGrams: null,
  labelState: null,
  labelSeenAt: null,
  labelCode: '',
  serialWanted: '',
  overrides: [],
  knownAt: 0,
  ...given,
});

export const answer = (given: Partial<PackAnswer> = {}): PackAnswer => ({
  gestureId: 'gesture-0001',
  says: 'counted',
  stop: null,
  about: null,
  parcel: null,
  isPrinting: false,
  extraNo: '',
  ...given,
});

export const stopped = (kind: PackStop): PackAnswer => {
  const { code, weight, mayOverride } = stopFacts(kind);
  const stop = { kind, weight, code, params: {}, mayOverride, orderId: '' };
  return answer({ says: weight === 'stop' ? 'stopped' : 'opened', stop });
};

export const closedRow: NonNullable<PackDesk['last']> = { ...openParcel(), state: 'closed' };
