import type { LabelBitmap, LabelDocument } from '../../../../shared/domain/labelDocument.ts';
import type { LabelTemplateContent } from '../../../../shared/domain/labelTemplate.ts';
import type { Booking } from '../../../../shared/domain/shipment.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { LaidOutLabel } from '../../../labels/layout/labelDrawing.ts';
import { layoutLabel } from '../../../labels/layout/layoutLabel.ts';
import { paintLabel } from '../../../labels/paintLabel.ts';
import { readSettings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { buildLabelDocument } from '../document.ts';
import { withLogos } from './drawableTemplate.ts';
import { type LabelSample, sampleLabelDocument } from './sampleLabelDocument.ts';

export interface TemplatePreviewRequest {
  readonly content: LabelTemplateContent;
  readonly dpi: LabelBitmap['dpi'];
  readonly sample: LabelSample;
  /** A booked order instead of the sample. */
  readonly orderId?: string | undefined;
}

export interface TemplatePreview extends Omit<LaidOutLabel, 'drawing'> {
  readonly bitmap: LabelBitmap;
}

async function documentOfOrder(workspace: Workspace, orderId: string): Promise<Outcome<LabelDocument>> {
  const { read } = workspace.store;
  const order = await read.orders.byId(orderId);
  if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: orderId });
  const shipment = (await read.shipments.ofOrder(orderId)).find(({ state }) => state === 'booked');
  if (shipment === undefined || shipment.bookingJson === null)
    return failure('LABEL_NO_WAYBILL', { orderNo: order.orderNo });
  const { merchantText } = await readSettings(workspace);
  return done(
    buildLabelDocument({
      orderNo: order.orderNo,
      shop: order.shop,
      shipment,
      booking: JSON.parse(shipment.bookingJson) as Booking,
      merchantText,
      reprintNo: 0,
      printedAt: workspace.clock.now(),
    }),
  );
}

/** A draft of a template as the printer would get it: the very dots, with what is wrong with it. Nothing is saved. */
export async function previewTemplate(
  workspace: Workspace,
  { content, dpi, sample, orderId }: TemplatePreviewRequest,
): Promise<Outcome<TemplatePreview>> {
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
