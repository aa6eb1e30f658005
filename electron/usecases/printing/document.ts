import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import type { Party } from '../../../shared/domain/party.ts';
import type {
  LabelDocument,
  LabelParty,
  LabelPrivacy,
} from '../../../shared/domain/printing/labelDocument.ts';
import type { LabelTemplateRef } from '../../../shared/domain/printing/labelTemplate.ts';
import { numberInRouteText } from '../../../shared/domain/scans/routeCode.ts';
import type { Booking } from '../../../shared/domain/shipment.ts';
import { parcelNumbers } from '../../../shared/rules/parcelNumbers.ts';
import { findPlatform, isEmbedded } from '../../carriers/index.ts';
import { productNameAt } from '../../carriers/kit/manifest.ts';
import { maskForLabel } from '../../labels/maskForLabel.ts';
import { bookingRequestJson } from '../../store/booking/bookingJson.ts';
import { labelDocumentJson } from '../../store/printing/printJson.ts';
import type { Shipment } from '../../store/schema.ts';

export interface LabelSource {
  readonly shop?: string;
  readonly orderNo: string;
  readonly shipment: Pick<Shipment, 'platform' | 'carrier' | 'requestJson' | 'serialNo' | 'serialTotal'>;
  readonly booking: Booking;
  readonly merchantText: string;
  readonly reprintNo: number;
  readonly printedAt: number;
  /** 1 for the parcel the booking is named by; further ones have numbers of their own. Absent: 1. */
  readonly parcelNo?: number;
  /** Absent: masked. The caller checks and records a full one. */
  readonly privacy?: LabelPrivacy;
  readonly template?: LabelTemplateRef | null;
}

/** The content of the label: from the request that was booked, not from the order as it is now. */
export function buildLabelDocument(source: LabelSource): LabelDocument {
  const { shipment, booking } = source;
  const request = bookingRequestJson.read(shipment.requestJson);
  const { parcelCount } = request;
  const { numbers } = parcelNumbers(booking, parcelCount);
  const parcelNo = source.parcelNo ?? 1;
  // The courier collects once, however many boxes there are.
  const isFirst = parcelNo === 1;
  const waybillNo = numbers[parcelNo - 1] ?? booking.waybillNo;
  const routeQrText = routeTextOf(booking, waybillNo);
  return maskForLabel({
    carrier: shipment.carrier,
    carrierName: carrierName(shipment.carrier, 'zh-CN'),
    waybillNo,
    orderNo: source.orderNo,
    sortCode: booking.sortCode,
    packageCode: booking.packageCode,
    packageName: booking.packageName,
    sender: labelParty(request.sender),
    receiver: labelParty(request.receiver),
    goods: request.goods,
    remark: request.remark,
    merchantText: source.merchantText,
    printedAt: source.printedAt,
    serial: shipment.serialTotal > 1 ? { no: shipment.serialNo, total: shipment.serialTotal } : null,
    reprintNo: source.reprintNo,
    isPractice: isEmbedded(shipment.platform),
    shop: source.shop ?? '',
    codAmountFen: isFirst ? request.codAmountFen : 0,
    insuredValueFen: isFirst ? request.insuredValueFen : 0,
    productName: productNameAt(findPlatform(shipment.platform)?.manifest, shipment.carrier, request),
    hasReturnReceipt: request.returnReceipt !== undefined,
    // Counts the boxes asked for: one that got no number must be noticed.
    parcel: parcelCount > 1 ? { no: parcelNo, total: parcelCount, motherWaybillNo: booking.waybillNo } : null,
    template: source.template ?? null,
    ...(routeQrText === undefined ? {} : { routeQrText }),
    ...(request.payment === undefined ? {} : { payment: request.payment }),
    ...(source.privacy === undefined ? {} : { privacy: source.privacy }),
  });
}

/** Checked again here: a booking of an earlier version stored any text. */
function routeTextOf({ routeQrText = '', childRouteQrTexts = [] }: Booking, waybillNo: string) {
  return [routeQrText, ...childRouteQrTexts].find((text) => numberInRouteText(text) === waybillNo);
}

function labelParty(party: Party): LabelParty {
  return {
    name: party.name,
    phone: party.extension === '' ? party.phone : `${party.phone}-${party.extension}`,
    province: party.province,
    city: party.city,
    district: party.district,
    detail: party.town + party.detail,
  };
}

/** null: the stored text is no label; nothing is drawn from part of one. */
export function readDocument(json: string): LabelDocument | null {
  return labelDocumentJson.readOr(json, null);
}
