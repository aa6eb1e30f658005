import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nextRowIndex } from '../../../parts/table/nextRowIndex.ts';
import { ColumnRow } from './ColumnRow.tsx';
import type { MappedColumn } from './columnState.ts';
import { FieldPicker } from './FieldPicker.tsx';
import type { FieldChoice } from './searchFields.ts';
import { useTypedStart } from './useTypedStart.ts';

/** Rows that Page Up and Page Down move by. */
const pageRows = 8;

interface ColumnListProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly columns: readonly MappedColumn[];
  readonly choices: readonly FieldChoice[];
  readonly takenBy: ReadonlyMap<string, string>;
  readonly active: number;
  onActivate(index: number): void;
  onAssign(columnIndex: number, field: string | null): void;
}

/**
 * The columns of the file as one list with one focus: arrows move, typing or Enter finds a field, Delete leaves the column
 * out. After a choice the next column is active.
 */
export function ColumnList(props: ColumnListProps) {
  const { columns, active, onActivate, onAssign } = props;
  const { t } = useTranslation();
  const listId = useId();
  const own = useRef<HTMLDivElement | null>(null);
  const [opened, setOpened] = useState<{ readonly index: number; readonly text: string } | null>(null);
  const open = (text: string, index = active): void => {
    if (columns[index] === undefined) return;
    onActivate(index);
    setOpened({ index, text });
  };
  const typed = useTypedStart(open);
  useEffect(() => {
    own.current?.querySelector('.map-row-active')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const close = (): void => setOpened(null);
  const assign = (index: number, field: string | null): void => {
    const column = columns[index];
    if (column !== undefined) onAssign(column.columnIndex, field);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = nextRowIndex(event.key, active, columns.length, pageRows);
    if (target !== null) onActivate(target);
    else if (event.key === 'Enter' || event.key === 'F2') open('');
    else if (event.key === 'Delete') assign(active, null);
    else if (event.key.length === 1 && event.key !== '?' && event.key !== '/' && event.key !== ' ')
      typed(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={(element) => {
        own.current = element;
        if (typeof props.ref === 'function') props.ref(element);
        else if (props.ref !== null) props.ref.current = element;
      }}
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
          onActivate={() => onActivate(index)}
          onOpen={() => open('', index)}
          onField={(field) => assign(index, field)}
        >
          {opened?.index === index && (
            <FieldPicker
              header={column.header}
              choices={props.choices}
              startText={opened.text}
              takenBy={props.takenBy}
              onClose={() => {
                close();
                own.current?.focus();
              }}
              onChoose={(field) => {
                close();
                assign(index, field);
                onActivate(Math.min(columns.length - 1, index + 1));
                own.current?.focus();
              }}
            />
          )}
        </ColumnRow>
      ))}
    </div>
  );
}
