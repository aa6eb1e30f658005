import type { Asked } from '../../../../shared/contracts/contract.ts';
import type { LabelDocument } from '../../../../shared/domain/printing/labelDocument.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { layoutLabel } from '../../../labels/layout/layoutLabel.ts';
import { maskForLabel } from '../../../labels/maskForLabel.ts';
import { paintLabel } from '../../../labels/renderLabel.ts';
import { bookingJson } from '../../../store/booking/bookingJson.ts';
import { orderById } from '../../orders/select.ts';
import { readSettings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { buildLabelDocument } from '../document.ts';
import { withLogos } from './drawableTemplate.ts';

async function documentOfOrder(workspace: Workspace, orderId: string): Promise<Outcome<LabelDocument>> {
  const { read } = workspace.store;
  const found = await orderById(read, orderId);
  if (!found.ok) return found;
  const order = found.value;
  const shipment = (await read.shipments.ofOrder(orderId)).find(({ state }) => state === 'booked');
  if (shipment === undefined || shipment.bookingJson === null)
    return failure('LABEL_NO_WAYBILL', { orderNo: order.orderNo });
  const { merchantText } = await readSettings(workspace);
  return done(
    buildLabelDocument({
      orderNo: order.orderNo,
      shop: order.shop,
      shipment,
      booking: bookingJson.read(shipment.bookingJson),
      merchantText,
      reprintNo: 0,
      printedAt: workspace.clock.now(),
    }),
  );
}

/** A draft of a template as the printer would get it: the very dots, with what is wrong with it. Nothing is saved. */
export async function previewTemplate(
  workspace: Workspace,
  { content, dpi, sample, orderId }: Asked<'labelTemplates', 'preview'>,
) {
  const document =
    orderId === undefined
      ? done(sampleLabelDocument(sample, workspace.clock.now(), (await readSettings(workspace)).merchantText))
      : await documentOfOrder(workspace, orderId);
  if (!document.ok) return document;
  const template = await withLogos(workspace, content);
  const laidOut = layoutLabel(document.value, { size: content.size, dpi }, workspace.fonts, template);
  if (!laidOut.ok) return laidOut;
  const { drawing, ...rest } = laidOut.value;
  return done({ ...rest, bitmap: paintLabel(drawing, workspace.fonts).bitmap });
}

/** `long`: every text as long as it gets; `bare`: what may be missing is; `cod`: money, parcels, a reprint. */
type LabelSample = Asked<'labelTemplates', 'preview'>['sample'];

const ordinary: Omit<LabelDocument, 'printedAt' | 'merchantText'> = {
  carrier: 'ZTO',
  carrierName: '中通快递',
  waybillNo: 'TEST00000000000001',
  orderNo: '2026112514030088',
  sortCode: '571-001 023',
  packageCode: '571',
  packageName: '杭州集散',
  sender: {
    name: '示例店铺',
    phone: '05718888666',
    province: '浙江省',
    city: '杭州市',
    district: '西湖区',
    detail: '样板路1号',
  },
  receiver: {
    name: '样小单',
    phone: '13800000000',
    province: '广东省',
    city: '深圳市',
    district: '南山区',
    detail: '示例街道模板大道100号3栋501室',
  },
  goods: [
    { name: '纯棉短袖 白色 L', quantity: 1 },
    { name: '运动袜 三双装', quantity: 2 },
  ],
  remark: '请放快递柜',
  serial: { no: 3, total: 120 },
  reprintNo: 0,
  isPractice: true,
  shop: '示例旗舰店',
  productName: '标准快递',
};

const changes: Readonly<Record<LabelSample, Partial<LabelDocument>>> = {
  ordinary: {},
  long: {
    orderNo: '20261125140300881234567890123456',
    goods: Array.from({ length: 12 }, (_, index) => ({
      name: `加厚保暖男女同款连帽外套 深空灰 2XL 第${index + 1}款`,
      quantity: 10 + index,
    })),
    remark: '易碎品请轻拿轻放，送货前请先电话联系，工作日只能晚上七点以后收货，谢谢。'.repeat(2),
    shop: '示例品牌官方旗舰店（华东仓直发）',
    serial: { no: 99_999, total: 100_000 },
  },
  bare: { goods: [], remark: '', shop: '', productName: '', serial: null, packageName: '', packageCode: '' },
  cod: {
    codAmountFen: 12_800,
    insuredValueFen: 200_000,
    parcel: { no: 2, total: 5, motherWaybillNo: 'TEST00000000000001' },
    reprintNo: 1,
  },
};

/** An invented label for looking at a template; masked like any other. */
export function sampleLabelDocument(
  sample: LabelSample,
  printedAt: number,
  merchantText: string,
): LabelDocument {
  return maskForLabel({
    ...ordinary,
    printedAt,
    merchantText: sample === 'bare' ? '' : merchantText || '感谢惠顾，祝您生活愉快',
    ...changes[sample],
  });
}
