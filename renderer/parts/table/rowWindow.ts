import {
  type RefObject,
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { knownBox, measureBox } from './knownBox.ts';
import { useStateOfList } from './stateOfList.ts';
import type { TableGroup } from './tableProps.ts';

/** Rows drawn beyond each edge, so that a fast wheel shows no blank. */
const overscanRows = 12;

/** The table redraws itself once in so many rows. */
const stepRows = 4;

/** What is higher than some 33 million pixels the browser cuts off. */
const mostPx = 30_000_000;

/** Rows of a list that is higher are placed from the beginning of so many: where they are among these does not change as it scrolls. */
const spanRows = 50_000;

/** Indexes of the rows that stand beneath a head, rising; a head is as high as a row. */
type Heads = readonly number[];

const headsBefore = (heads: Heads, index: number): number => heads.filter((first) => first < index).length;
const headsAbove = (heads: Heads, index: number): number => heads.filter((first) => first <= index).length;

/** The row that lies so many row heights below the top, or the one beneath the head that does. */
function rowAt(slot: number, heads: Heads): number {
  if (heads.length === 0) return slot;
  let [low, high] = [0, slot];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (middle + headsBefore(heads, middle) <= slot) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A list of rows of one height. Nothing is kept of each: there may be a million. */
export interface RowList {
  readonly total: number;
  readonly rowHeightPx: number;
  readonly heads: Heads;
}

/** How far it is scrolled, and how much of it is seen. */
interface Sight {
  readonly scrollPx: number;
  readonly sightPx: number;
}

const wholePx = ({ total, rowHeightPx, heads }: RowList): number => (total + heads.length) * rowHeightPx;

/** How high the scrolled element is. */
export const bodyHeightPx = (list: RowList): number => Math.min(wholePx(list), mostPx);

/** What a scrolled pixel stands for: more than one of a list that is higher than an element may be. */
function scaleOf(list: RowList, sightPx: number): number {
  const [whole, body] = [wholePx(list), bodyHeightPx(list)];
  return whole === body ? 1 : (whole - sightPx) / (body - sightPx);
}

/** The rows to draw, and where: its own place for a row, or that of the head above it, `shiftPx` further down in the scrolled element. */
export function rowsInSight(list: RowList, { scrollPx, sightPx }: Sight, beyondRows = overscanRows) {
  const { total, rowHeightPx, heads } = list;
  const scale = scaleOf(list, sightPx);
  const seenPx = scrollPx * scale;
  const firstSeen = rowAt(Math.floor(seenPx / rowHeightPx), heads);
  const lastSeen = rowAt(Math.floor((seenPx + sightPx) / rowHeightPx), heads) + stepRows;
  const from = Math.max(0, Math.min(firstSeen - beyondRows, total - 1));
  const drawn = Math.max(0, Math.min(total - 1, lastSeen + beyondRows) - from + 1);
  const spanPx = scale === 1 ? 0 : Math.floor(from / spanRows) * spanRows * rowHeightPx;
  const items = Array.from({ length: drawn }, (_, step) => {
    const index = from + step;
    const isSeen = index >= firstSeen && index <= lastSeen;
    return { index, isSeen, start: (index + headsBefore(heads, index)) * rowHeightPx - spanPx };
  });
  const awayPx = Math.min(seenPx - scrollPx, wholePx(list) - bodyHeightPx(list));
  return { items, shiftPx: spanPx - awayPx };
}

/** Where to scroll so that a row is seen between `headPx` at the top and the edge at the bottom; null: it is. */
export function scrollTo(list: RowList, { scrollPx, sightPx }: Sight, headPx: number, index: number) {
  const scale = scaleOf(list, sightPx);
  const top = (index + headsAbove(list.heads, index)) * list.rowHeightPx;
  const bottom = top + list.rowHeightPx - (sightPx - headPx);
  const seenPx = scrollPx * scale;
  if (top < seenPx) return top / scale;
  return bottom > seenPx ? bottom / scale : null;
}

/** Heads by the index of the first row beneath each. */
export function useHeads(groups: readonly TableGroup[] | undefined) {
  return useMemo(() => {
    const byFirst = new Map((groups ?? []).map((group) => [group.first, group] as const));
    return { byFirst, firsts: [...byFirst.keys()].sort((left, right) => left - right) };
  }, [groups]);
}

/** Lists of one table, one after the other. */
interface Shown {
  readonly tableId: string;
  readonly listKey: string | undefined;
}

/**
 * How far a list is scrolled, by steps, and how much of it is seen. Drawn before the browser shows the scrolled rows. Another list begins at
 * its top.
 */
function useSight(
  scroller: RefObject<HTMLDivElement | null>,
  stepPx: number,
  { tableId, listKey }: Shown,
): Sight {
  const [sight, setSight] = useState(() => ({ listKey, scrollPx: 0, sightPx: knownBox(tableId).heightPx }));
  const shownKey = useRef(listKey);
  const isScrolled = useRef(false);
  useLayoutEffect(() => {
    shownKey.current = listKey;
    // Asked where it is, the page would be laid out at once.
    if (isScrolled.current) scroller.current?.scrollTo({ top: 0 });
  }, [scroller, listKey]);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const look = (): void => {
      isScrolled.current = box.scrollTop > 0;
      const scrollPx = Math.floor(Math.max(0, box.scrollTop) / stepPx) * stepPx;
      const sightPx = measureBox(tableId, box).heightPx;
      setSight((before) =>
        scrollOf(before, shownKey.current) === scrollPx && before.sightPx === sightPx
          ? before
          : { listKey: shownKey.current, scrollPx, sightPx },
      );
    };
    const lookAtOnce = (): void => flushSync(look);
    // Asked now, the page would be laid out at once and again for what follows; the observer hears when it is, before it is painted.
    if (knownBox(tableId).heightPx === 0) look();
    const observer = new ResizeObserver(lookAtOnce);
    observer.observe(box);
    box.addEventListener('scroll', lookAtOnce, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', lookAtOnce);
    };
  }, [scroller, stepPx, tableId]);
  return { scrollPx: scrollOf(sight, listKey), sightPx: sight.sightPx };
}

function scrollOf(sight: Sight & Pick<Shown, 'listKey'>, listKey: string | undefined): number {
  return sight.listKey === listKey ? sight.scrollPx : 0;
}

/** False in the first drawing of a list: what is beyond the edges is drawn once what is seen is on the screen. */
function useIsSeen(listKey: string | undefined): boolean {
  const [isSeen, setSeen] = useStateOfList(listKey, false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each list
  useEffect(() => startTransition(() => setSeen(true)), [listKey]);
  return isSeen;
}

/** The rows in sight of one scrolling element, and how the keyboard moves through them. */
export function useRowWindow(scroller: RefObject<HTMLDivElement | null>, list: RowList, shown: Shown) {
  const { rowHeightPx } = list;
  // Where a pixel stands for more than one, every one counts.
  const sight = useSight(scroller, wholePx(list) > mostPx ? 1 : stepRows * rowHeightPx, shown);
  const isSeen = useIsSeen(shown.listKey);
  const reveal = (index: number): void => {
    const box = scroller.current;
    if (box === null) return;
    const headPx = box.querySelector<HTMLElement>('.row-head')?.offsetHeight ?? 0;
    const now = { scrollPx: box.scrollTop, sightPx: box.clientHeight };
    const top = scrollTo(list, now, headPx, index);
    if (top !== null) box.scrollTo({ top });
  };
  return {
    ...rowsInSight(list, sight, isSeen ? overscanRows : 0),
    heightPx: bodyHeightPx(list),
    reveal,
    pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeightPx) - 2),
  };
}
