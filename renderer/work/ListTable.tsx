import { type ComponentProps, type ReactNode, useRef } from 'react';
import { pageBridge } from '../bridge/page.ts';
import type { WindowRows } from '../bridge/windowRows.ts';
import { Button } from '../parts/Button.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { KeyButton } from '../parts/KeyButton.tsx';
import { VirtualTable } from '../parts/table/VirtualTable.tsx';
import { UnreadNotice } from './UnreadNotice.tsx';

/**
 * What is in the place of the rows, and the way on. `check`: all of it is done · `search`: a filter hides what there
 * is, Esc lifts it · any other: nothing has come in yet.
 */
interface NothingProps {
  readonly icon: IconName;
  readonly title: string;
  readonly note?: string;
  readonly act?: { readonly label: string; readonly isMain?: boolean; run(): void };
}

/** Rows of a list as far as they were read; one that never takes the place of another has none before it. */
export type ListRows<Row> = Omit<WindowRows<Row>, 'list' | 'previous'> &
  Partial<Pick<WindowRows<Row>, 'previous'>>;

interface ListTableProps<Row>
  extends Omit<ComponentProps<typeof VirtualTable<Row>>, 'rows' | 'empty' | 'onCopy'> {
  readonly rows: ListRows<Row>;
  readonly nothing: NothingProps;
  readonly look?: string;
  /** One of the rows, and what else is beside them. */
  readonly children?: ReactNode;
}

/** Three kinds of nothing: done, hidden by a filter, not come yet; each says what to do, with its key. */
function Nothing({ icon, title, note, act }: NothingProps) {
  const isHidden = icon === 'search';
  const isMain = act?.isMain === true;
  return (
    <div className="empty-state" data-kind={icon === 'check' ? 'done' : isHidden ? 'filtered' : 'nothing'}>
      {icon === 'check' || isHidden ? <Icon name={icon} size={36} /> : <LabelDrawing />}
      <p className="empty-title">{title}</p>
      {note !== undefined && <p>{note}</p>}
      {act !== undefined && (isHidden || isMain) && (
        <KeyButton
          look={isMain ? 'primary' : 'plain'}
          combo={isHidden ? 'Escape' : 'Enter'}
          onPress={act.run}
        >
          {act.label}
        </KeyButton>
      )}
      {act !== undefined && !isHidden && !isMain && <Button onPress={act.run}>{act.label}</Button>}
    </div>
  );
}

type TableProps<Row> = Omit<ListTableProps<Row>, 'nothing' | 'look' | 'children'>;

/** The table as it is: with its own list, or still with the one before and the columns and heads of that. */
function useStanding<Row>(table: TableProps<Row>) {
  const { previous = null, ...rows } = table.rows;
  const last = useRef(table);
  if (previous === null) {
    last.current = table;
    return { ...table, rows };
  }
  const now = table.ticks === undefined ? {} : { ticks: table.ticks };
  const rowsBefore = { ...previous, isLoading: true, isPrevious: true };
  return { ...last.current, ...now, activeKey: table.activeKey, rows: rowsBefore };
}

/** A list the core shows by windows, or why it cannot; rows are copied as a spreadsheet takes them. */
export function ListTable<Row>({ nothing, look = 'beside', children, ...table }: ListTableProps<Row>) {
  const { error, total } = table.rows;
  const standing = useStanding(table);
  // What could not be read is not nothing.
  const isUnread = error !== null && total === 0;
  return (
    <>
      {error !== null && <UnreadNotice error={error} readAt={table.rows.readAt} />}
      <div className={look}>
        <VirtualTable
          {...standing}
          onCopy={(text) => void pageBridge().copyText(text)}
          empty={isUnread ? null : <Nothing {...nothing} />}
        />
        {children}
      </div>
    </>
  );
}

/** A label with nothing on it yet, in hairlines: what is where nothing has come in so far. */
function LabelDrawing() {
  return (
    <svg className="label-drawing" viewBox="0 0 160 112" aria-hidden="true" focusable="false">
      <path d="M28 4h104v104H28zM28 28h104M28 60h104M28 84h104M100 60v48" />
      <path d="M36 13h40M36 20h24M36 40h64M36 49h44M36 69h48M36 76h30" className="label-drawing-faint" />
      <path d="M106 91v11M110 91v11M113 91v11M118 91v11M121 91v11M126 91v11" />
    </svg>
  );
}
