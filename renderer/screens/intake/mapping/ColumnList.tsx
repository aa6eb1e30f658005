import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nextRowIndex } from '../../../parts/table/VirtualTable.tsx';
import { ColumnRow } from './ColumnRow.tsx';
import type { FieldChoice, MappedColumn } from './columns.ts';
import { FieldPicker } from './FieldPicker.tsx';

/** Rows that Page Up and Page Down move by. */
const pageRows = 8;

interface ColumnListProps {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly columns: readonly MappedColumn[];
  readonly choices: readonly FieldChoice[];
  readonly takenBy: ReadonlyMap<string, string>;
  readonly active: number;
  onActivate(index: number): void;
  onAssign(columnIndex: number, field: string | null): void;
}

/** Which row has its picker open, and what was typed to open it. */
function usePicker(columns: readonly MappedColumn[], active: number, onActivate: (index: number) => void) {
  const [opened, setOpened] = useState<{ readonly index: number; readonly text: string } | null>(null);
  const open = (text: string, index = active): void => {
    if (columns[index] === undefined) return;
    onActivate(index);
    setOpened({ index, text });
  };
  return { opened, open, close: () => setOpened(null) };
}

/**
 * The columns of the file as one list with one focus: arrows move, typing or Enter finds a field, Delete leaves the column
 * out. After a choice the next column is active.
 */
export function ColumnList(props: ColumnListProps) {
  const { columns, active, list, onActivate } = props;
  const { t } = useTranslation();
  const listId = useId();
  const { opened, open, close } = usePicker(columns, active, onActivate);
  const typed = useTypedStart(open);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the active row changes with `active`
  useEffect(() => {
    list.current?.querySelector('.map-row-active')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const assign = (index: number, field: string | null): void => {
    const column = columns[index];
    if (column !== undefined) props.onAssign(column.columnIndex, field);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = nextRowIndex(event.key, active, columns.length, pageRows);
    if (target !== null) onActivate(target);
    else if (event.key === 'Enter' || event.key === 'F2') open('');
    else if (event.key === 'Delete') assign(active, null);
    else if (event.key.length === 1 && !'?/[] '.includes(event.key)) typed(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const leavePicker = (): void => {
    close();
    list.current?.focus();
  };
  const picker = (column: MappedColumn, index: number, text: string) => (
    <FieldPicker
      header={column.header}
      choices={props.choices}
      startText={text}
      takenBy={props.takenBy}
      onClose={leavePicker}
      onChoose={(field) => {
        assign(index, field);
        onActivate(Math.min(columns.length - 1, index + 1));
        leavePicker();
      }}
    />
  );
  return (
    <div
      ref={list}
      className="map-list"
      role="listbox"
      tabIndex={0}
      aria-label={t('imports.columns')}
      aria-activedescendant={`${listId}-${active}`}
      onKeyDown={onKeyDown}
    >
      {columns.map((column, index) => (
        <ColumnRow
          key={column.columnIndex}
          id={`${listId}-${index}`}
          column={column}
          isActive={index === active}
          rival={columns.find(({ columnIndex }) => columnIndex === column.givesWayTo)?.header}
          onActivate={() => onActivate(index)}
          onOpen={() => open('', index)}
          onField={(field) => assign(index, field)}
        >
          {opened?.index === index && picker(column, index, opened.text)}
        </ColumnRow>
      ))}
    </div>
  );
}

/** As long as a gun may take to its next key, and some room; below what a hand notices. */
const waitMs = 80;
/** A burst this long is a scan, never a search: see the scan catcher. */
const scanLength = 6;

/**
 * Collects what is typed on something that is no text field and hands it over once a pause tells that it was a hand. A scan
 * hands over nothing.
 */
function useTypedStart(onTyped: (text: string) => void): (key: string) => void {
  const text = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (key) => {
    text.current += key;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const typed = text.current;
      text.current = '';
      if (typed.length < scanLength) onTyped(typed);
    }, waitMs);
  };
}
