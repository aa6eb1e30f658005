import type { Party } from '../../../../shared/domain/party.ts';
import type { LabelDocument } from '../../../../shared/domain/printing/labelDocument.ts';
import type { Booking } from '../../../../shared/domain/shipment.ts';
import { embeddedPlatform } from '../../../carriers/index.ts';
import type { BookingRequest } from '../../../carriers/kit/carrierPlatform.ts';
import { buildLabelDocument } from '../../printing/document.ts';
import { practiceSender } from '../../workspace/practice.ts';

/** Simulated parties: nobody's name, no real door. */
const sender: Party = {
  ...practiceSender,
  name: '测试寄件',
  detail: '测试路1号（系统测试，请勿揽收）',
};
const receiver: Party = {
  ...sender,
  name: '测试收件',
  phone: '13900000000',
  province: '广东省',
  city: '深圳市',
  district: '南山区',
};

/** The order of the small-order test. Its code is used once and never again. */
export function goLiveOrder(orderCode: string, carrier: string): BookingRequest {
  return {
    orderCode,
    carrier,
    sender,
    receiver,
    goods: [{ name: '测试商品', quantity: 1 }],
    weightGrams: 1_000,
    parcelCount: 1,
    codAmountFen: 0,
    insuredValueFen: 0,
    remark: '系统测试',
  };
}

/** Its label, marked as no parcel's. */
export function goLiveLabel(request: BookingRequest, booking: Booking, printedAt: number): LabelDocument {
  return buildLabelDocument({
    orderNo: request.orderCode,
    shipment: {
      platform: embeddedPlatform.manifest.id,
      carrier: request.carrier,
      requestJson: JSON.stringify(request),
      serialNo: 1,
      serialTotal: 1,
    },
    booking,
    merchantText: '',
    reprintNo: 0,
    printedAt,
  });
}
