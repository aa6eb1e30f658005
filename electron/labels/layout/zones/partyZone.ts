import type { LabelParty } from '../../../../shared/domain/printing/labelDocument.ts';
import type { FittedText } from '../../text/fitText.ts';
import type { Box } from '../labelDrawing.ts';
import { drawBadge, type LabelSheet, type TextStyle } from '../labelSheet.ts';
import { addressOf } from '../printedValues.ts';

interface PartyStyle {
  readonly title: '收' | '寄';
  readonly titleMm: number;
  readonly nameMm: number;
  /** Below this the phone goes to a line of its own. */
  readonly sideBySideMm: number;
  readonly addressMm: number;
  /** The receiver's zone: black title, bold address. */
  readonly isStrong: boolean;
}

export const receiverStyle: PartyStyle = {
  title: '收',
  titleMm: 5.6,
  nameMm: 5,
  sideBySideMm: 3.2,
  addressMm: 4.4,
  isStrong: true,
};

export const senderStyle: PartyStyle = {
  title: '寄',
  titleMm: 4,
  nameMm: 2.9,
  sideBySideMm: 2.3,
  addressMm: 2.7,
  isStrong: false,
};

interface Row {
  readonly fitted: FittedText;
  readonly style: TextStyle;
  /** Blank above this row. */
  readonly gapDots: number;
}

/** Name and phone on one line where that is wide enough, and each on a line of its own, large and small. */
function fitNames(sheet: LabelSheet, width: number, party: LabelParty, style: PartyStyle): Row[][] {
  const gap = party.name === '' || party.phone === '' ? '' : '  ';
  const line = { weight: 'bold', maxMm: style.nameMm, maxLines: 1 } as const;
  const room = { width, height: sheet.scaled(style.nameMm) };
  const sideBySide = { ...line, minMm: style.sideBySideMm };
  const together = sheet.fitIn(party.name + gap + party.phone, room, sideBySide);
  const stacked = [style.nameMm, style.sideBySideMm].map((rowMm) => {
    const row = { width, height: sheet.scaled(rowMm) };
    return [
      { fitted: sheet.fitIn(party.name, row, line), style: line, gapDots: 0 },
      { fitted: sheet.fitIn(party.phone, row, line), style: line, gapDots: sheet.scaled(0.5) },
    ];
  });
  return together.isCut ? stacked : [[{ fitted: together, style: line, gapDots: 0 }], ...stacked];
}

/** Bold clogs when it has to be small: a long address is set in the regular weight. Never larger than the name. */
function fitAddress(
  sheet: LabelSheet,
  room: { width: number; height: number },
  party: LabelParty,
  style: PartyStyle,
  names: readonly Row[],
  gapDots: number,
): Row {
  const address = addressOf(party);
  const nameDots = names.map(({ fitted }) => fitted).filter(({ lines }) => lines.length > 0);
  const maxDots = Math.min(sheet.scaled(style.addressMm), ...nameDots.map(({ sizeDots }) => sizeDots));
  const bold = { weight: 'bold', maxMm: style.addressMm, maxDots, minMm: 2.8 } as const;
  if (style.isStrong) {
    const fitted = sheet.fitIn(address, room, bold);
    if (!fitted.isCut) return { fitted, style: bold, gapDots };
  }
  const regular = { weight: 'regular', maxMm: style.addressMm, maxDots } as const;
  return { fitted: sheet.fitIn(address, room, regular), style: regular, gapDots };
}

/** The rows as one block, in the middle of the room. */
function placeRows(sheet: LabelSheet, room: Box, rows: readonly Row[]): void {
  const used = rows.reduce((sum, row) => sum + row.gapDots + row.fitted.heightDots, 0);
  let top = room.top + Math.max(0, Math.floor((room.height - used) / 2));
  for (const { fitted, style, gapDots } of rows) {
    sheet.place(fitted, { ...room, top: top + gapDots, height: fitted.heightDots }, style);
    top += gapDots + fitted.heightDots;
  }
}

function drawTitle(sheet: LabelSheet, box: Box, style: PartyStyle): void {
  const side = Math.min(box.width, box.height) - 2 * sheet.scaled(0.8);
  const square = {
    left: box.left + Math.floor((box.width - side) / 2),
    top: box.top + Math.floor((box.height - side) / 2),
    width: side,
    height: side,
  };
  const text = { weight: 'bold', maxMm: style.titleMm, align: 'center', vertical: 'middle' } as const;
  if (style.isStrong) drawBadge(sheet, square, style.title, style.titleMm);
  else sheet.text(style.title, square, text);
}

/** The first of the arrangements that cut least and whose smallest line is largest. */
function mostLegible(arranged: readonly (readonly Row[])[]): readonly Row[] {
  const cuts = (rows: readonly Row[]): number => rows.filter(({ fitted }) => fitted.isCut).length;
  const smallest = (rows: readonly Row[]): number =>
    Math.min(...rows.flatMap(({ fitted }) => (fitted.lines.length > 0 ? [fitted.sizeDots] : [])));
  return arranged.reduce((best, rows) => {
    if (cuts(rows) !== cuts(best)) return cuts(rows) < cuts(best) ? rows : best;
    return smallest(rows) > smallest(best) ? rows : best;
  });
}

/** Title cell on the left, name, phone and address on the right. */
export function drawParty(sheet: LabelSheet, box: Box, party: LabelParty, style: PartyStyle): void {
  const cell = sheet.scaled(8);
  drawTitle(sheet, { ...box, width: cell }, style);
  sheet.rect({ left: box.left + cell, top: box.top, width: sheet.ruleDots, height: box.height });

  const pad = sheet.scaled(1.2);
  const room = {
    left: box.left + cell + pad,
    top: box.top + sheet.scaled(0.7),
    width: box.width - cell - 2 * pad,
    height: box.height - 2 * sheet.scaled(0.7),
  };
  const gap = sheet.scaled(style.isStrong ? 1 : 0.6);
  const arranged = fitNames(sheet, room.width, party, style).map((names) => {
    const used = names.reduce((sum, row) => sum + row.gapDots + row.fitted.heightDots, gap);
    const height = room.height - used;
    return [...names, fitAddress(sheet, { width: room.width, height }, party, style, names, gap)];
  });
  placeRows(sheet, room, mostLegible(arranged));
}
