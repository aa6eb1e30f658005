import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../parts/Icon.tsx';
import { StateMark, type Tone } from '../../../parts/StateMark.tsx';
import { nextRowIndex } from '../../../parts/table/VirtualTable.tsx';
import { NotStored } from '../NotStored.tsx';
import { type Certainty, certaintyOf, type FieldChoice, type MappedColumn } from './columns.ts';
import { FieldPicker } from './FieldPicker.tsx';
import { dragKinds, useDropOf } from './useDropOf.ts';

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
function ColumnRows(props: ColumnListProps) {
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
    // biome-ignore lint/a11y/useSemanticElements: no native table has one focus and a row that is active
    <div
      ref={list}
      className="map-list"
      role="grid"
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

const heads = ['inFile', 'firstRows', 'becomes', 'because'] as const;

/** The columns of the file under heads that say what is where. */
export function ColumnList(props: ColumnListProps) {
  const { t } = useTranslation();
  return (
    <div className="map-frame">
      <div className="map-heads" aria-hidden="true">
        {heads.map((head) => (
          <span key={head}>{t(`imports.mapHead.${head}`)}</span>
        ))}
      </div>
      <ColumnRows {...props} />
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

/** What was only concluded stands as words: a sign would have to say “nothing is wrong, yet look”. */
const tones: Readonly<Record<Certainty, Tone | null>> = {
  sure: 'done',
  chosen: 'done',
  likely: null,
  guess: null,
  none: 'rest',
};

/** Sample values of a column; blanks are not among them. */
const shownSamples = 5;

interface ColumnRowProps {
  readonly id: string;
  readonly column: MappedColumn;
  readonly isActive: boolean;
  /** Header of the column that fills the same field, when this one is left out for it. */
  readonly rival: string | undefined;
  readonly children: React.ReactNode;
  onActivate(): void;
  onOpen(): void;
  onField(field: string): void;
}

/** One column of the file: what it holds, what we take it for, how sure that is. Takes a field that is dropped on it. */
function ColumnRow(props: ColumnRowProps) {
  const { id, column, isActive } = props;
  const { t } = useTranslation();
  const { isOver, target } = useDropOf('field', props.onField);
  const certainty = certaintyOf(column);
  const { rival } = props;
  const tone = tones[certainty];
  const how = t(column.rule === 'none' ? `imports.certainty.${certainty}` : `imports.rule.${column.rule}`);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys for all its rows
    // biome-ignore lint/a11y/useSemanticElements: see ColumnRows
    <div
      id={id}
      role="row"
      aria-selected={isActive}
      className={`map-row${isActive ? ' map-row-active' : ''}${isOver ? ' map-row-over' : ''}${column.field === null ? ' map-row-out' : ''}`}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(dragKinds.column, String(column.columnIndex))}
      {...target}
      onClick={props.onActivate}
      onDoubleClick={props.onOpen}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: cells are read through their row */}
      {/* biome-ignore lint/a11y/useSemanticElements: see ColumnRows */}
      <span role="gridcell" className="map-header" title={column.header}>
        {column.header === '' ? t('imports.columnNumber', { number: column.columnIndex + 1 }) : column.header}
      </span>
      {/* biome-ignore lint/a11y/useFocusableInteractive: cells are read through their row */}
      {/* biome-ignore lint/a11y/useSemanticElements: see ColumnRows */}
      <span role="gridcell" className="map-samples number soft">
        {column.samples.slice(0, shownSamples).map((sample, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: samples have no other name
          <span key={index} className="map-sample" title={sample}>
            {sample}
          </span>
        ))}
      </span>
      {/* biome-ignore lint/a11y/useFocusableInteractive: cells are read through their row */}
      {/* biome-ignore lint/a11y/useSemanticElements: see ColumnRows */}
      <span role="gridcell" className="map-field">
        <Icon name="arrow" />
        <button
          type="button"
          tabIndex={-1}
          className="map-field-name"
          onClick={(event) => {
            event.stopPropagation();
            props.onOpen();
          }}
        >
          {column.field === null ? t('imports.leaveOut') : t(`canonical.${column.field}`, column.field)}
        </button>
        {props.children}
      </span>
      {/* biome-ignore lint/a11y/useFocusableInteractive: cells are read through their row */}
      {/* biome-ignore lint/a11y/useSemanticElements: see ColumnRows */}
      <span role="gridcell" className="map-how">
        {tone === null ? (
          <span className="map-concluded soft">{how}</span>
        ) : (
          <StateMark tone={tone} label={how} />
        )}
        {rival !== undefined && (
          <span className="small text-unsure" title={t('imports.doubledNote', { header: rival })}>
            {t('imports.doubled', { header: rival })}
          </span>
        )}
        <NotStored field={column.field ?? ''} isShort />
      </span>
    </div>
  );
}
