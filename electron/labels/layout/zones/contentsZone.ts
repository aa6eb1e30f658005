import type { LabelDocument } from '../../../../shared/domain/printing/labelDocument.ts';
import { aimedModuleDots } from '../../barcodes/encodeCode128.ts';
import { encodeQr, type QrCode, qrQuietModules } from '../../barcodes/encodeQr.ts';
import type { Box } from '../labelDrawing.ts';
import { type LabelSheet, oneLine, type TextStyle } from '../labelSheet.ts';
import { goodsTotal } from '../printedValues.ts';

interface Section {
  readonly text: string;
  readonly style: TextStyle;
  /** Share of the zone it may count on when all sections are long. */
  readonly weight: number;
}

type Goods = LabelDocument['goods'];

const itemText = (item: Goods[number]): string => `${item.name} ×${item.quantity}`;

/** What each section gets: all it needs while there is room, else at least its share. */
function shareHeights(needs: readonly number[], weights: readonly number[], room: number): number[] {
  const spare = room - needs.reduce((sum, need) => sum + need, 0);
  if (spare >= 0) return [...needs];
  const heights = needs.map(() => 0);
  let open = needs.map((_, index) => index);
  let left = room;
  while (open.length > 0) {
    const weight = open.reduce((sum, index) => sum + (weights[index] as number), 0);
    const share = (index: number): number => Math.floor((left * (weights[index] as number)) / weight);
    const modest = open.filter((index) => (needs[index] as number) <= share(index));
    const settled = modest.length > 0 ? modest : open;
    const granted = settled.map((index) => (modest.length > 0 ? (needs[index] as number) : share(index)));
    settled.forEach((index, at) => {
      heights[index] = granted[at] as number;
      left -= granted[at] as number;
    });
    open = open.filter((index) => !settled.includes(index));
  }
  return heights;
}

function drawCaptionLine(sheet: LabelSheet, box: Box, document: LabelDocument): void {
  const pad = sheet.scaled(1.2);
  const total = goodsTotal(document.goods);
  const style = { ...oneLine, weight: 'regular', maxMm: 2.5 } as const;
  const totalWidth = sheet.measure('regular', total, sheet.scaled(2.5)) + 1;
  const right = box.left + box.width - pad;
  sheet.text(total, { ...box, left: right - totalWidth, width: totalWidth }, { ...style, align: 'right' });
  sheet.text(
    document.orderNo === '' ? '' : `订单 ${document.orderNo}`,
    { ...box, left: box.left + pad, width: box.width - totalWidth - 3 * pad },
    style,
  );
}

/** Media from this width on have room for a QR code beside the goods. */
const leastWidthMm = 90;
const qrModuleMm = 0.5;

interface CornerCode {
  readonly code: QrCode;
  readonly moduleDots: number;
}

/** With the blank around it. */
const widthOf = ({ code, moduleDots }: CornerCode): number => (code.side + 2 * qrQuietModules) * moduleDots;

/** What SF wants in its label's QR code, finer than a mere number; null: there is none, or no room for it. */
function routeCode(sheet: LabelSheet, room: Box, { routeQrText }: LabelDocument): CornerCode | null {
  const code = routeQrText === undefined ? null : encodeQr(routeQrText);
  if (code === null || !code.ok) return null;
  const corner = { code: code.value, moduleDots: aimedModuleDots(sheet.dotsPerMm) };
  return widthOf(corner) <= Math.min(room.height, room.width / 2) ? corner : null;
}

/** The waybill number for cameras on wide media; null: the paper is narrow, or the number no text of a QR code. */
function numberCode(sheet: LabelSheet, waybillNo: string): CornerCode | null {
  if (sheet.widthDots < leastWidthMm * sheet.dotsPerMm) return null;
  const code = encodeQr(waybillNo);
  return code.ok ? { code: code.value, moduleDots: Math.round(qrModuleMm * sheet.dotsPerMm) } : null;
}

/** The QR code lower right; gives back the width it takes, 0 when there is none. */
function drawCornerCode(sheet: LabelSheet, room: Box, document: LabelDocument): number {
  const corner = routeCode(sheet, room, document) ?? numberCode(sheet, document.waybillNo);
  if (corner === null) return 0;
  const { code, moduleDots } = corner;
  const side = code.side * moduleDots;
  const quiet = qrQuietModules * moduleDots;
  const right = room.left + room.width - quiet;
  sheet.modules(right - side, room.top + room.height - side - quiet, moduleDots, code);
  return widthOf(corner);
}

/** One article a line while they fit, else one running text; all sections alike large: the packer reads at arm's length. */
const contentForms = [
  ...[3.5, 2.9, 2.5, 2.2].map((maxMm) => ({ maxMm, between: '\n' })),
  ...[2.9, 2.5, 2.2].map((maxMm) => ({ maxMm, between: '；' })),
] as const;

interface SetContents {
  readonly sections: readonly Section[];
  readonly needs: readonly number[];
  /** Room for all of them. */
  readonly height: number;
}

/** The largest form in which nothing has to give way, else the last. */
function firstThatFits(setIn: (form: (typeof contentForms)[number]) => SetContents): SetContents {
  let set: SetContents = { sections: [], needs: [], height: 0 };
  for (const form of contentForms) {
    set = setIn(form);
    if (set.needs.reduce((sum, need) => sum + need, 0) <= set.height) break;
  }
  return set;
}

/** What there is to say, none of it empty. */
function sectionsOf(
  { goods, remark, merchantText }: LabelDocument,
  { maxMm, between }: (typeof contentForms)[number],
): Section[] {
  const plain = { weight: 'regular', maxMm } as const;
  return [
    { text: goods.map(itemText).join(between), style: plain, weight: 5 },
    { text: remark && `备注：${remark}`, style: { weight: 'bold', maxMm } as const, weight: 3 },
    { text: merchantText, style: plain, weight: 3 },
  ].filter(({ text }) => text !== '');
}

/** Order number and totals on top, then goods, remark and the merchant's own text, each as tall as it needs. */
export function drawContents(sheet: LabelSheet, box: Box, document: LabelDocument): void {
  const captionHeight = sheet.scaled(4);
  drawCaptionLine(sheet, { ...box, height: captionHeight }, document);
  const pad = sheet.scaled(1.2);
  const hair = Math.max(1, Math.round(sheet.ruleDots / 2));
  sheet.rect({ left: box.left, top: box.top + captionHeight, width: box.width, height: hair });
  const top = box.top + captionHeight + hair + sheet.scaled(0.8);
  const whole = {
    left: box.left + pad,
    top,
    width: box.width - 2 * pad,
    height: box.top + box.height - top - sheet.scaled(0.8),
  };
  const codeWidth = drawCornerCode(sheet, whole, document);
  const room = { ...whole, width: whole.width - codeWidth };
  const gap = sheet.scaled(1);
  const setIn = (form: (typeof contentForms)[number]): SetContents => {
    const sections = sectionsOf(document, form);
    const needs = sections.map(
      ({ text, style }) =>
        sheet.fitIn(text, { width: room.width, height: 10 * room.height }, style).heightDots,
    );
    return { sections, needs, height: room.height - (sections.length - 1) * gap };
  };
  const { sections, needs, height } = firstThatFits(setIn);
  if (sections.length === 0) return;
  const heights = shareHeights(
    needs,
    sections.map((section) => section.weight),
    height,
  );
  let y = room.top;
  let slack = 0;
  sections.forEach(({ text, style }, index) => {
    const granted = (heights[index] as number) + slack;
    const { heightDots } = sheet.text(text, { ...room, top: y, height: granted }, style);
    slack = granted - heightDots;
    y += heightDots + gap;
  });
}
