import { isColumnShown, orderColumns, type TableLook } from './tableLook.ts';

interface Fitting {
  readonly id: string;
  readonly title?: string;
  readonly isMark?: boolean;
  readonly isWordy?: boolean;
  readonly isLongNo?: boolean;
  readonly width: number;
  readonly isOptional?: boolean;
  readonly isFlexible?: boolean;
  readonly leaves?: number;
}

interface Fitted<C> {
  readonly shown: readonly C[];
  /** As CSS grid takes it. */
  readonly template: string;
  readonly minWidth: number;
}

/** px of a character of a header, and of what is beside its title. Rather too much than a title that is cut. */
const hanziPx = 12;
const latinPx = 7.5;
const headRoomPx = 20;

/** What a head takes that is shown whole; its size does not follow that of the rows. */
function headPx(title: string): number {
  const signs = [...title].map((sign) => (/[\u2e80-\uffef]/.test(sign) ? hanziPx : latinPx));
  return Math.ceil(signs.reduce((sum, px) => sum + px, headRoomPx));
}

/** Words in English take so much more than in Chinese, and digits in its fonts. */
const englishScale = 1.4;
const englishDigitScale = 1.1;

/** By how much a column must be wider in English than its width says. */
function englishNeed({ isMark = false, isLongNo = false }: Pick<Fitting, 'isMark' | 'isLongNo'>): number {
  if (isMark) return englishScale;
  return isLongNo ? englishDigitScale : 1;
}

export interface TableScale {
  /** By how much columns are wider than at the smallest rows. */
  readonly widthScale: number;
  readonly isEnglish: boolean;
}

/**
 * Which columns fit into a width, and how wide each is. What does not fit leaves by its rank, unless the operator asked for
 * it; only when nothing more can leave the table scrolls sideways. What is left over goes to wordy columns up to what they need in
 * English, then to the flexible ones, else to the last. `roomPx` 0: not known yet.
 */
export function fitColumns<C extends Fitting>(
  columns: readonly C[],
  look: TableLook,
  roomPx: number,
  { widthScale, isEnglish }: TableScale,
): Fitted<C> {
  const widthOf = (column: C): number => {
    const { id, width, title = '' } = column;
    const scale = isEnglish ? widthScale * englishNeed(column) : widthScale;
    return look.widths[id] ?? Math.max(headPx(title), Math.round(width * scale));
  };
  const sum = (some: readonly C[]): number => some.reduce((total, column) => total + widthOf(column), 0);
  const wanted = orderColumns(columns, look).filter((column) => isColumnShown(column, look));
  const leaving = wanted
    .filter(({ id, leaves }) => leaves !== undefined && look.shown[id] !== true)
    .sort((a, b) => (a.leaves ?? 0) - (b.leaves ?? 0));
  let shown = wanted;
  for (const column of leaving) {
    if (roomPx === 0 || sum(shown) <= roomPx) break;
    shown = shown.filter((other) => other !== column);
  }
  const flexible = shown.filter(({ id, isFlexible }) => isFlexible === true && look.widths[id] === undefined);
  const stretched = flexible.length > 0 ? flexible : shown.slice(-1);
  return {
    shown,
    template: shown
      .map((column) => {
        const width = widthOf(column);
        if (stretched.includes(column)) return `minmax(${width}px, ${width}fr)`;
        const mayGrow = column.isWordy === true && isEnglish && look.widths[column.id] === undefined;
        return mayGrow ? `minmax(${width}px, ${Math.round(width * englishScale)}px)` : `${width}px`;
      })
      .join(' '),
    minWidth: sum(shown),
  };
}
