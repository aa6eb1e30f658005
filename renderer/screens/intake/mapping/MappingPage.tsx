import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../parts/keys.ts';
import { ColumnList } from './ColumnList.tsx';
import { type MappedColumn, needsLook } from './columns.ts';
import { FieldBoard } from './FieldBoard.tsx';

interface MappingPageProps {
  readonly columns: readonly MappedColumn[];
  readonly fields: readonly string[];
  onAssign(columnIndex: number, field: string | null): void;
}

/** Field → header of the column that fills it; of several the first. */
function takenFields(
  columns: readonly MappedColumn[],
  unnamed: (index: number) => string,
): Map<string, string> {
  const taken = new Map<string, string>();
  for (const { field, header, columnIndex } of columns)
    if (field !== null && !taken.has(field)) taken.set(field, header === '' ? unnamed(columnIndex) : header);
  return taken;
}

/** Which column fills which of our fields: seen with samples, mended by dragging or by keys. */
export function MappingPage({ columns, fields, onAssign }: MappingPageProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement | null>(null);
  const firstDoubt = columns.findIndex(needsLook);
  const [active, setActive] = useState(Math.max(0, firstDoubt));
  const choices = useMemo(() => fields.map((id) => ({ id, label: t(`canonical.${id}`, id) })), [fields, t]);
  const takenBy = takenFields(columns, (index) => t('imports.columnNumber', { number: index + 1 }));
  const enter = (): void => list.current?.focus();
  useKeys([
    { combo: 'ArrowDown', says: t('imports.toColumns'), run: enter },
    {
      combo: 'd',
      says: t('imports.nextDoubt'),
      run: () => {
        const next = columns.findIndex((column, index) => index > active && needsLook(column));
        setActive(next < 0 ? Math.max(0, firstDoubt) : next);
        enter();
      },
    },
  ]);
  const header = columns[active]?.header ?? '';
  return (
    <div className="mapping">
      <ColumnList
        list={list}
        columns={columns}
        choices={choices}
        takenBy={takenBy}
        active={active}
        onActivate={setActive}
        onAssign={onAssign}
      />
      <FieldBoard
        choices={choices}
        takenBy={takenBy}
        activeHeader={header}
        onPress={(field) => {
          const column = columns[active];
          if (column !== undefined) onAssign(column.columnIndex, field);
          enter();
        }}
        onColumn={onAssign}
      />
    </div>
  );
}
