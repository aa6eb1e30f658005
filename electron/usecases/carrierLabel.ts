import type { LabelBitmap, LabelDocument } from '../../shared/domain/labelDocument.ts';
import type { Booking } from '../../shared/domain/shipment.ts';
import { dotsPerMm, labelMedia } from '../labels/layout/labelMedia.ts';
import type { PrinterTarget } from '../printers/kit/printerTransport.ts';
import type { ShipmentsTable } from '../store/schema.ts';
import type { Workspace } from './workspace.ts';

/**
 * The carrier's own label as dots, for accounts that ask for it (`IsReturnPrintTemplate`); null: ours is printed. That is
 * so for reprints, which carry a mark the carrier's markup has no place for, for the internal label, where there is no
 * window to draw in, and for markup that cannot be used.
 */
export async function carrierLabel(
  { htmlRenderer }: Workspace,
  shipment: ShipmentsTable,
  document: LabelDocument,
  { size, dpi }: Pick<PrinterTarget, 'size' | 'dpi'>,
): Promise<LabelBitmap | null> {
  const html = templateOf(shipment, document);
  if (htmlRenderer === undefined || html === '' || document.reprintNo > 0 || size === '60x40') return null;
  const { widthMm, heightMm } = labelMedia[size];
  const dots = (mm: number) => Math.round(mm * dotsPerMm(dpi));
  const drawn = await htmlRenderer.render(html, {
    widthDots: dots(widthMm),
    heightDots: dots(heightMm),
    dpi,
  });
  return drawn.ok ? drawn.value : null;
}

/** Each parcel of one booking has markup of its own. */
function templateOf({ booking_json }: ShipmentsTable, document: LabelDocument): string {
  if (booking_json === null || booking_json === '') return '';
  const booking = JSON.parse(booking_json) as Booking;
  if (document.waybillNo === booking.waybillNo) return booking.templateHtml;
  const child = (booking.childWaybillNos ?? []).indexOf(document.waybillNo);
  return booking.childTemplateHtmls?.[child] ?? '';
}
