import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './charts.css';
import { Button } from '../Button.tsx';
import { useKeys } from '../keys.ts';
import { lettersOf } from '../letters.ts';

/** What a chart shows, in words: the first cell names its row. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly ChartRow[];
}

export interface ChartRow {
  readonly key: string;
  readonly cells: readonly string[];
  /** Leads to the list it counts; missing: there is none. */
  readonly open?: (() => void) | undefined;
}

interface ChartFrameProps {
  /** A sentence that says what is to be seen. */
  readonly title: string;
  /** How many it is made of, and as of when. */
  readonly note?: string | undefined;
  readonly table: ChartTable;
  /** Marks in a row of it, for ↑ ↓; one: ↑ ↓ and ← → are the same. */
  readonly columns?: number;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Cells with tabs between them, as spreadsheet programs take them. */
export const tabText = ({ head, rows }: ChartTable): string =>
  [head, ...rows.map(({ cells }) => cells)]
    .map((cells) => cells.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');

const stepOf = (key: string, columns: number): number =>
  ({ ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns })[key] ?? 0;

/** From mark to mark; each is a button, so Enter opens what it counts. */
function walk(event: KeyboardEvent<HTMLElement>, columns: number): void {
  const step = stepOf(event.key, columns);
  if (step === 0 || event.altKey || event.ctrlKey) return;
  const marks = [...event.currentTarget.querySelectorAll<HTMLElement>('.chart-mark')];
  const at = document.activeElement instanceof HTMLElement ? marks.indexOf(document.activeElement) : -1;
  if (at < 0) return;
  event.preventDefault();
  marks[at + step]?.focus();
}

/**
 * A chart with the sentence it stands for and the table behind it: T shows it, Ctrl+C copies it, and it is what is read aloud. The
 * arrows walk over its marks.
 */
export function ChartFrame({ title, note, table, columns = 1, actions, children }: ChartFrameProps) {
  const { t } = useTranslation();
  const [isTable, setIsTable] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const turn = (): void => setIsTable(!isTable);
  useKeys(hasFocus ? [{ combo: lettersOf.insight.table, says: t('chart.turn'), run: turn }] : []);
  const onBlur = (event: FocusEvent<HTMLElement>): void =>
    setHasFocus(event.currentTarget.contains(event.relatedTarget));
  const onCopy = (event: ClipboardEvent<HTMLElement>): void => {
    if (getSelection()?.isCollapsed === false) return;
    event.clipboardData.setData('text/plain', tabText(table));
    event.preventDefault();
  };
  return (
    <section
      className="panel chart"
      aria-label={title}
      onFocus={() => setHasFocus(true)}
      onBlur={onBlur}
      onCopy={onCopy}
      onKeyDown={(event) => walk(event, columns)}
    >
      <header className="chart-head">
        <h2>{title}</h2>
        {note !== undefined && <span className="soft small number">{note}</span>}
        <span className="grow" />
        {actions}
        <Button look="quiet" size="small" isPressed={isTable} title={t('chart.turnKey')} onPress={turn}>
          {t('chart.table')}
        </Button>
      </header>
      {isTable ? (
        <div className="chart-table">
          <TableOf table={table} />
        </div>
      ) : (
        <>
          <div className="chart-body">{children}</div>
          <div className="hidden-label">
            <TableOf table={{ ...table, rows: table.rows.map(({ key, cells }) => ({ key, cells })) }} />
          </div>
        </>
      )}
    </section>
  );
}

function TableOf({ table: { head, rows } }: { readonly table: ChartTable }) {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          {head.map((words, index) => (
            <th key={words} scope="col" className={index === 0 ? undefined : 'cell-number'}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name = '', ...cells], open }) => (
          <tr key={key}>
            <th scope="row">
              {open === undefined ? (
                name
              ) : (
                <button type="button" className="chart-link chart-mark" onClick={open}>
                  {name}
                </button>
              )}
            </th>
            {cells.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its column
              <td key={index} className="cell-number number">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
