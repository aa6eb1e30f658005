import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import {
  type PriceColumn,
  priceColumns,
  type ReadPrices,
  readPriceRows,
} from '../../../../shared/domain/prices.ts';
import { ask } from '../../../bridge/core.ts';
import { type EditHistory, pushEdit, redoEdit, undoEdit } from '../../../parts/view/editHistory.ts';
import { useSettled } from '../../../parts/view.ts';
import {
  addBelow,
  blankLine,
  isZoneStart,
  type PriceLine,
  pasteBlock,
  placeNamesOf,
  readPasted,
  removeLine,
  rowsOf,
  setCell,
} from './priceLines.ts';

export type PriceHistory = EditHistory<readonly PriceLine[]>;

type GridAct = 'up' | 'down' | 'next' | 'remove' | 'undo' | 'redo';

/** What a key does in the grid; null: it is the field's own. */
function gridKey({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): GridAct | null {
  const isCtrl = ctrlKey || metaKey;
  if (key === 'ArrowUp' || (key === 'Enter' && shiftKey)) return 'up';
  if (key === 'ArrowDown') return 'down';
  if (key === 'Enter') return 'next';
  if (!isCtrl) return null;
  if (key === 'Delete') return 'remove';
  if (key === 'y' || key === 'Z') return 'redo';
  return key === 'z' ? 'undo' : null;
}

interface Cell {
  readonly key: string;
  readonly column: PriceColumn;
}

/** Where a key leads to, and what is done to the lines on the way. */
export function usePriceGrid(
  history: PriceHistory,
  onChange: (next: (before: PriceHistory) => PriceHistory) => void,
) {
  const grid = useRef<HTMLTableElement>(null);
  const waiting = useRef<Cell | null>(null);
  const lines = history.present;
  const focus = ({ key, column }: Cell): boolean => {
    const field = grid.current?.querySelector<HTMLInputElement>(`[data-cell="${key} ${column}"]`);
    field?.focus();
    field?.select();
    return field !== null && field !== undefined;
  };
  // A line that was just added is there only after it was drawn.
  useEffect(() => {
    if (waiting.current !== null && focus(waiting.current)) waiting.current = null;
  });
  const edit = (change: (lines: readonly PriceLine[]) => readonly PriceLine[], tag = ''): void =>
    onChange((before) => pushEdit(before, change(before.present), tag));
  const add = (key: string | null, column: PriceColumn): void => {
    const added = blankLine();
    edit((before) => (key === null ? [...before, added] : addBelow(before, key, added)));
    waiting.current = { key: added.key, column };
  };
  const remove = (key: string): void => {
    const at = lines.findIndex((line) => line.key === key);
    const next = lines[at + 1] ?? lines[at - 1];
    edit((before) => removeLine(before, key));
    if (next !== undefined) waiting.current = { key: next.key, column: 'firstYuan' };
  };
  const move = ({ key, column }: Cell, by: 1 | -1): boolean => {
    const next = lines[lines.findIndex((line) => line.key === key) + by];
    return next !== undefined && focus({ key: next.key, column });
  };
  const onKeyDown = (event: KeyboardEvent, cell: Cell): void => {
    if (event.nativeEvent.isComposing) return;
    const act = gridKey(event);
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (act === 'up') move(cell, -1);
    else if (act === 'down') move(cell, 1);
    else if (act === 'next' && !move(cell, 1)) add(cell.key, cell.column);
    else if (act === 'remove') remove(cell.key);
    else if (act === 'undo' || act === 'redo') onChange(act === 'undo' ? undoEdit : redoEdit);
  };
  const onPaste = (event: ClipboardEvent, { key, column }: Cell): void => {
    const block = readPasted(event.clipboardData.getData('text/plain'));
    if (block === null) return;
    event.preventDefault();
    edit((before) => pasteBlock(before, key, column, block));
  };
  const put = ({ key, column }: Cell, text: string): void =>
    edit((before) => setCell(before, key, column, text), `${key} ${column}`);
  const focusCell = (lineNo: number, column: PriceColumn): void => {
    const line = lines[lineNo - 1];
    if (line !== undefined) focus({ key: line.key, column });
  };
  return { grid, lines, add, remove, put, onKeyDown, onPaste, focusCell, columns: priceColumns };
}

/** Names are looked up once the hand rests. */
const restMs = 250;

export interface PriceReading extends ReadPrices {
  /** Every name has been looked up; before that an unknown one is not told from a new one. */
  readonly isSettled: boolean;
}

/** What the lines mean, by the same rules as a file is read. */
export function usePriceReading(lines: readonly PriceLine[]): PriceReading {
  const wanted = placeNamesOf(lines).slice(0, 2_000);
  const names = useSettled(JSON.stringify(wanted), restMs);
  const known = useQuery({
    ...ask.freight.readPlaces.queryOptions({ input: { names: JSON.parse(names) as string[] } }),
    placeholderData: keepPreviousData,
  }).data;
  return useMemo(() => {
    const found = new Map(known?.map(({ name, places }) => [name, places]) ?? []);
    const isSettled = placeNamesOf(lines).every((name) => found.has(name));
    // A name that is still being looked up stands for itself: it is no mistake yet.
    const placesOf = (name: string) =>
      found.has(name) ? (found.get(name) ?? null) : [{ province: name, city: '' }];
    const read = readPriceRows(rowsOf(lines), placesOf);
    // The lines below a zone whose places are not known share its one mistake.
    const refused = read.refused.filter(({ row, column }, index) => {
      const line = lines[row - 1];
      return column !== 'places' || index === 0 || line === undefined || isZoneStart(line);
    });
    return { zones: read.zones, refused, isSettled };
  }, [lines, known]);
}
