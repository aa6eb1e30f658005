import {
  isOwnLayoutReason,
  type LabelBitmap,
  type LabelDocument,
  type OwnLayoutReason,
} from '../../../shared/domain/printing/labelDocument.ts';
import { platformById } from '../../carriers/kit/carrierPlatform.ts';
import { dotsPerMm, labelMedia } from '../../labels/layout/labelMedia.ts';
import { markupFault } from '../../labels/markupFault.ts';
import type { PrinterTarget } from '../../printers/kit/printerTransport.ts';
import { bookingRequestJson, bookingJson as storedBooking } from '../../store/booking/bookingJson.ts';
import type { Shipment } from '../../store/schema.ts';
import { openAccount } from '../accounts/openAccount.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The carrier's own label as dots, or our layout with the reason; no reason: the account uses ours. */
export type LabelSource =
  | { readonly drawnBy: 'carrier'; readonly bitmap: LabelBitmap }
  | { readonly drawnBy: 'ours'; readonly why: OwnLayoutReason | '' };

type Sheet = Pick<PrinterTarget, 'size' | 'dpi'>;

const ours = (why: OwnLayoutReason | ''): LabelSource => ({ drawnBy: 'ours', why });

/** Chooses the label of a booking: the carrier's own, for accounts that ask for it and where it can be drawn. */
export async function carrierLabel(
  workspace: Workspace,
  shipment: Shipment,
  document: LabelDocument,
  sheet: Sheet,
): Promise<LabelSource> {
  if (!(await isCarrierLabelWanted(workspace, shipment))) return ours('');
  if (sheet.size === '60x40') return ours('internal-size');
  if (document.reprintNo > 0) return ours('reprint');
  const html = templateOf(shipment, document);
  if (html === '') return ours(wasAskedFor(shipment) ? 'not-returned' : 'not-asked');
  return drawCarrierLabel(workspace, html, sheet);
}

/** Draws a carrier's markup for one sheet. Nothing in it is executed or fetched. */
export async function drawCarrierLabel(
  { htmlRenderer }: Workspace,
  html: string,
  { size, dpi }: Sheet,
): Promise<LabelSource> {
  const fault = markupFault(html);
  if (fault !== null) return ours(fault);
  if (htmlRenderer === undefined) return ours('no-window');
  const { widthMm, heightMm } = labelMedia[size];
  const dots = (mm: number) => Math.round(mm * dotsPerMm(dpi));
  const drawn = await htmlRenderer.render(html, {
    widthDots: dots(widthMm),
    heightDots: dots(heightMm),
    dpi,
  });
  if (drawn.ok) return { drawnBy: 'carrier', bitmap: drawn.value };
  const { reason } = drawn.params ?? {};
  return ours(isOwnLayoutReason(reason) ? reason : 'failed');
}

/** The markup of this parcel's label, or of the first where no number is named; empty: none. */
export function templateOf(
  { bookingJson }: Pick<Shipment, 'bookingJson'>,
  { waybillNo }: Partial<Pick<LabelDocument, 'waybillNo'>> = {},
): string {
  if (bookingJson === null || bookingJson === '') return '';
  const booking = storedBooking.read(bookingJson);
  if (waybillNo === undefined || waybillNo === booking.waybillNo) return booking.templateHtml;
  const child = (booking.childWaybillNos ?? []).indexOf(waybillNo);
  return booking.childTemplateHtmls?.[child] ?? '';
}

/** The account's present setting: waiting labels follow it. A deleted account counts as asking for it if a template came. */
async function isCarrierLabelWanted(workspace: Workspace, shipment: Shipment): Promise<boolean> {
  const platform = platformById(workspace.platforms, shipment.platform);
  const field = platform?.manifest.templateField;
  if (field === undefined) return false;
  const opened = await openAccount(workspace, shipment.accountId);
  return opened.ok ? opened.value.account.fields[field] === '1' : templateOf(shipment) !== '';
}

/** Requests of earlier versions lack it. */
function wasAskedFor({ requestJson }: Shipment): boolean {
  const { wantsTemplate } = bookingRequestJson.read(requestJson);
  return wantsTemplate === true;
}
