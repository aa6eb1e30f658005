import type { LabelDocument, LabelParty } from '../../../shared/domain/printing/labelDocument.ts';
import type { DrawableTemplate } from '../../../shared/domain/printing/labelTemplate.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { aimedModuleDots, thinnestModuleDots } from '../barcodes/encodeCode128.ts';
import { encodeQr, qrQuietModules } from '../barcodes/encodeQr.ts';
import type { LabelFonts } from '../painter/labelFont.ts';
import { drawTemplate } from '../template/drawTemplate.ts';
import type { Box, LaidOutLabel } from './labelDrawing.ts';
import { drawBadges, type LabelSheet, oneLine, type TextStyle } from './labelSheet.ts';
import { internalEdgeMm, internalRowsMm } from './labelZones.ts';
import { addressOf, formatPrintTime } from './printedValues.ts';

/** What people call the parcel on the floor: its own short code, its place in the batch, the end of its order number. */
function shortCodeOf({ shortCode, serial, orderNo, waybillNo }: LabelDocument): string {
  if (shortCode !== undefined && shortCode !== '') return shortCode;
  if (serial !== null) return String(serial.no);
  return Array.from(orderNo === '' ? waybillNo : orderNo)
    .slice(-4)
    .join('');
}

/** Draws a QR code into the upper right corner; gives back the width it took, 0 when there is none. */
function drawCorner(sheet: LabelSheet, box: Box, content: string): number {
  const code = encodeQr(content);
  if (!code.ok) return 0;
  const { side } = code.value;
  const whole = side + 2 * qrQuietModules;
  const moduleDots = Math.min(aimedModuleDots(sheet.dotsPerMm), Math.floor(box.height / whole));
  if (moduleDots < thinnestModuleDots(sheet.dotsPerMm)) return 0;
  const width = whole * moduleDots;
  const left = box.left + box.width - width + qrQuietModules * moduleDots;
  sheet.modules(left, box.top + Math.floor((box.height - side * moduleDots) / 2), moduleDots, code.value);
  return width;
}

/** A name too long gives way, the number beside it stays whole. */
function drawReceiver(sheet: LabelSheet, box: Box, { name, phone }: LabelParty): void {
  const style = { ...oneLine, weight: 'bold', maxMm: 3.2 } as const;
  const measure = (text: string): number => sheet.measure('bold', text, sheet.scaled(3.2)) + 1;
  const gap = name === '' ? 0 : sheet.scaled(1.5);
  const phoneWidth = Math.min(measure(phone), Math.round(box.width * 0.6));
  const nameWidth = Math.min(measure(name), box.width - phoneWidth - gap);
  sheet.text(name, { ...box, width: nameWidth }, style);
  sheet.text(phone, { ...box, left: box.left + nameWidth + gap, width: phoneWidth }, style);
}

/** Below this the words beside the short code would be too small to read from a step away. */
const leastBesideMm = 14;

/** Carrier and number of pieces, where the short code leaves room for them. */
function drawBeside(sheet: LabelSheet, room: Box, { carrierName, goods }: LabelDocument): void {
  if (room.width < leastBesideMm * sheet.dotsPerMm) return;
  const pieces = goods.reduce((sum, { quantity }) => sum + quantity, 0);
  const gap = sheet.scaled(1);
  const height = Math.floor((room.height - 3 * gap) / 2);
  const style = { ...oneLine, weight: 'bold', align: 'right' } as const;
  sheet.text(carrierName, { ...room, top: room.top + gap, height }, { ...style, maxMm: 3.8 });
  sheet.text(
    goods.length === 0 ? '' : `共 ${pieces} 件`,
    { ...room, top: room.top + 2 * gap + height, height },
    { ...style, maxMm: 4.6 },
  );
}

/** Marks of this copy and its place in the batch on the right, number and carrier on the left. */
function drawFooter(sheet: LabelSheet, box: Box, document: LabelDocument): void {
  const gap = sheet.scaled(1);
  const badges = [
    ...(document.isPractice ? ['样单'] : []),
    ...(document.reprintNo > 0 ? [`补打${document.reprintNo}`] : []),
  ];
  const edge = drawBadges(sheet, box, badges, { maxMm: 2.2, padMm: 0.6, gapDots: gap });
  const place = document.serial === null ? '' : `${document.serial.no}/${document.serial.total}  `;
  const time = place + formatPrintTime(document.printedAt).slice(5);
  const timeWidth = Math.min(sheet.scaled(24), sheet.measure('regular', time, sheet.scaled(2.2)) + 1);
  const style = { ...oneLine, weight: 'regular', maxMm: 2.2, minMm: 1.6 } as const;
  sheet.text(time, { ...box, left: edge - timeWidth, width: timeWidth }, { ...style, align: 'right' });
  const room = { ...box, width: Math.max(1, edge - timeWidth - gap - box.left) };
  sheet.text(`${document.waybillNo} ${document.carrierName}`.trim(), room, style);
}

/** One article a line while they fit, else one running text; below it what the packer has to mind. */
function drawGoods(sheet: LabelSheet, area: Box, { goods, remark }: LabelDocument): void {
  const lines = goods.map(({ name, quantity }) => `${name} ×${quantity}`);
  const gap = sheet.scaled(0.5);
  const remarkHeight = remark === '' ? 0 : sheet.scaled(2.9);
  const box = { ...area, top: area.top + gap, height: area.height - 2 * gap - remarkHeight };
  sheet.text(
    remark === '' ? '' : `备注：${remark}`,
    { ...box, top: box.top + box.height, height: remarkHeight },
    { ...oneLine, weight: 'bold', maxMm: 2.7 },
  );
  const style = { weight: 'regular', maxMm: 2.7 } as const;
  const listed = sheet.fitIn(lines.join('\n'), box, style);
  sheet.place(listed.isCut ? sheet.fitIn(lines.join('；'), box, style) : listed, box, style);
}

/**
 * The label for shelf and packer: short code, order, masked receiver, goods or what the merchant drew in their place. It
 * never travels.
 */
export function layoutInternal(
  sheet: LabelSheet,
  fonts: LabelFonts,
  document: LabelDocument,
  template: DrawableTemplate | null,
): Outcome<LaidOutLabel> {
  const edge = Math.round(internalEdgeMm * sheet.dotsPerMm);
  const [width, height] = [sheet.widthDots - 2 * edge, sheet.heightDots - 2 * edge];
  let top = edge;
  const take = (mm: number): Box => {
    const box = { left: edge, top, width, height: sheet.scaled(mm) };
    top += box.height;
    return box;
  };
  const row = (text: string, mm: number, style: Omit<TextStyle, 'maxLines' | 'vertical'>): void => {
    sheet.text(text, take(mm), { ...oneLine, ...style });
  };

  const code = take(internalRowsMm.code);
  const corner = drawCorner(sheet, code, document.waybillNo === '' ? document.orderNo : document.waybillNo);
  const room = { ...code, width: code.width - corner - (corner === 0 ? 0 : sheet.scaled(1)) };
  const shortCode = shortCodeOf(document);
  const fitted = sheet.text(shortCode, room, { ...oneLine, weight: 'bold', maxMm: 12 });
  const used = sheet.measure('bold', shortCode, fitted.sizeDots) + sheet.scaled(2);
  drawBeside(sheet, { ...room, left: room.left + used, width: room.width - used }, document);

  const { receiver } = document;
  row(document.orderNo === '' ? '' : `订单 ${document.orderNo}`, internalRowsMm.orderNo, {
    weight: 'regular',
    maxMm: 2.8,
  });
  drawReceiver(sheet, take(internalRowsMm.receiver), receiver);
  row(addressOf(receiver), internalRowsMm.region, { weight: 'regular', maxMm: 2.5 });

  const goods = take(0);
  sheet.rect({ ...goods, height: sheet.ruleDots });
  const footerTop = edge + height - sheet.scaled(internalRowsMm.footer);
  const area = { ...goods, top: top + sheet.ruleDots, height: footerTop - top - sheet.ruleDots };
  const drawn = template === null ? null : drawTemplate(sheet, fonts, area, template, document);
  if (drawn === null) drawGoods(sheet, area, document);
  drawFooter(sheet, { ...goods, top: footerTop, height: sheet.scaled(internalRowsMm.footer) }, document);
  return done({
    drawing: sheet.finish(),
    merchantArea: area,
    problems: drawn?.problems ?? [],
    hidden: drawn?.hidden ?? [],
  });
}
