import type { LabelBitmap } from '../../../shared/domain/printing/labelDocument.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { renderLabel } from '../../labels/renderLabel.ts';
import { encodeSheet, type SheetTarget } from '../../printers/renderJob.ts';
import type { Order } from '../../store/schema.ts';
import { shipmentParcels } from '../booking/parcels.ts';
import { orderByNumber } from '../orders/select.ts';
import { buildLabelDocument } from '../printing/document.ts';
import { previewLabel } from '../printing/preview.ts';
import { openPrinter } from '../printing/printers/openPrinter.ts';
import { latestCopies } from '../printing/printJob.ts';
import type { Workspace } from '../workspace/workspace.ts';

interface LabelWish {
  readonly orderNo: string;
  readonly format: 'png' | 'pdf';
  readonly parcel: number;
}

type Sheet = Pick<SheetTarget, 'dpi' | 'size'>;

interface DrawnLabel {
  readonly bitmap: LabelBitmap;
  readonly sheet: Sheet;
}

const usualSheet: Sheet = { dpi: 203, size: '76x130' };

/** The label of a booked order: as it was or will be printed, else as it would be. Nothing is sent to a printer. */
export async function labelFile(
  workspace: Workspace,
  { orderNo, format, parcel }: LabelWish,
): Promise<Outcome<Uint8Array>> {
  const order = await orderByNumber(workspace.store.read, orderNo);
  if (!order.ok) return order;
  const drawn = await drawnLabel(workspace, order.value, parcel);
  if (!drawn.ok) return drawn;
  const { bitmap, sheet } = drawn.value;
  const encoded = encodeSheet(bitmap, { ...sheet, language: 'pdf' });
  if (!encoded.ok) return encoded;
  return done(format === 'png' ? encoded.value.png() : encoded.value.bytes);
}

async function drawnLabel(workspace: Workspace, order: Order, parcel: number): Promise<Outcome<DrawnLabel>> {
  const copies = latestCopies(order, await workspace.store.read.printJobs.ofOrder(order.id));
  const copy = copies.find(({ parcelNo }) => parcelNo === parcel);
  const printer = copy === undefined ? null : openPrinter(workspace, copy.printerUri);
  if (copy === undefined || printer?.ok !== true) return freshLabel(workspace, order, parcel);
  const preview = await previewLabel(workspace, copy.id);
  if (!preview.ok) return preview;
  const { dpi, size } = printer.value.target;
  return done({ bitmap: preview.value.bitmap, sheet: { dpi, size } });
}

async function freshLabel(workspace: Workspace, order: Order, parcel: number): Promise<Outcome<DrawnLabel>> {
  const { store, clock, fonts } = workspace;
  const { orderNo, shop, shipmentId } = order;
  const shipment = shipmentId === null ? undefined : await store.read.shipments.byId(shipmentId);
  const parcels = shipment?.state === 'booked' ? shipmentParcels(shipment) : null;
  if (shipment === undefined || parcels === null || parcel > parcels.asked)
    return failure('DOOR_LABEL_MISSING', { orderNo });
  const document = buildLabelDocument({
    orderNo,
    shop,
    shipment,
    booking: parcels.booking,
    merchantText: await store.read.settings.get('merchantText'),
    reprintNo: 0,
    printedAt: clock.now(),
    parcelNo: parcel,
  });
  const bitmap = renderLabel(document, usualSheet, fonts);
  return bitmap.ok ? done({ bitmap: bitmap.value, sheet: usualSheet }) : bitmap;
}
