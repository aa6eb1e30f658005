import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unstoredFields } from '../../../../shared/domain/intake/unstoredFields.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { lettersOf } from '../../../parts/letters.ts';
import { neededFields } from '../../../work/intake/openQuestions.ts';
import { ColumnList } from './ColumnList.tsx';
import { type FieldChoice, type MappedColumn, needsLook, searchFields } from './columns.ts';
import { dragKinds, useDropOf } from './useDropOf.ts';

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

/** Which column fills which of our fields: seen with samples, fixed by dragging or by keys. */
export function MappingPage({ columns, fields, onAssign }: MappingPageProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement | null>(null);
  const firstDoubt = columns.findIndex(needsLook);
  const [active, setActive] = useState(Math.max(0, firstDoubt));
  const choices = useMemo(() => fields.map((id) => ({ id, label: t(`canonical.${id}`, id) })), [fields, t]);
  const unnamed = (index: number): string => t('imports.columnNumber', { number: index + 1 });
  const takenBy = takenFields(columns, unnamed);
  const enter = (): void => list.current?.focus();
  useKeys([
    { combo: 'ArrowDown', says: t('imports.toColumns'), run: enter },
    {
      combo: lettersOf.import.nextDoubt,
      says: t('imports.nextDoubt'),
      run: () => {
        const next = columns.findIndex((column, index) => index > active && needsLook(column));
        setActive(next < 0 ? Math.max(0, firstDoubt) : next);
        enter();
      },
    },
  ]);
  const shown = columns[active];
  const header = shown === undefined || shown.header === '' ? unnamed(shown?.columnIndex ?? 0) : shown.header;
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

interface FieldBoardProps {
  readonly choices: readonly FieldChoice[];
  /** Field → header of the column that fills it now. */
  readonly takenBy: ReadonlyMap<string, string>;
  /** Header of the column that a press on a field is meant for. */
  readonly activeHeader: string;
  onPress(field: string): void;
  onColumn(columnIndex: number, field: string): void;
}

interface FieldTileProps extends Pick<FieldBoardProps, 'onPress' | 'onColumn'> {
  readonly field: FieldChoice;
  readonly from: string | undefined;
  readonly isNeeded: boolean;
}

function FieldTile({ field, from, isNeeded, onPress, onColumn }: FieldTileProps) {
  const { t } = useTranslation();
  const { isOver, target } = useDropOf('column', (column) => onColumn(Number(column), field.id));
  const isMissing = isNeeded && from === undefined;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`field-tile${isMissing ? ' field-missing' : ''}${isOver ? ' field-over' : ''}`}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(dragKinds.field, field.id)}
      {...target}
      onClick={() => onPress(field.id)}
    >
      {isNeeded && <Icon name={isMissing ? 'alert' : 'check'} size={14} />}
      <span className="field-tile-name">{field.label}</span>
      <span className="field-tile-from soft small">
        {from !== undefined ? `← ${from}` : isMissing ? t('imports.notThere') : ''}
        {unstoredFields.has(field.id) && <> {t('imports.notStored')}</>}
      </span>
    </button>
  );
}

/** Our own fields: the needed ones first, each with the column that fills it. Columns are dropped here, fields are dragged from here. */
function FieldBoard({ choices, takenBy, activeHeader, onPress, onColumn }: FieldBoardProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const needed = neededFields.map((names) => names.find((name) => takenBy.has(name)) ?? names[0] ?? '');
  const tile = (field: FieldChoice, isNeeded: boolean) => (
    <FieldTile
      key={field.id}
      field={field}
      from={takenBy.get(field.id)}
      isNeeded={isNeeded}
      onPress={onPress}
      onColumn={onColumn}
    />
  );
  const labelled = (id: string): FieldChoice =>
    choices.find((choice) => choice.id === id) ?? { id, label: t(`canonical.${id}`, id) };
  return (
    <aside className="field-board" aria-label={t('imports.fields')}>
      <h3>{t('imports.needed')}</h3>
      <div className="field-tiles">{[...new Set(needed)].map((id) => tile(labelled(id), true))}</div>
      <h3>{t('imports.otherFields')}</h3>
      <input
        className="text-input"
        type="search"
        aria-label={t('imports.findField')}
        placeholder={t('imports.findField')}
        maxLength={40}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="field-tiles field-tiles-rest">
        {searchFields(choices, text)
          .filter(({ id }) => !needed.includes(id))
          .map((choice) => tile(choice, false))}
      </div>
      <p className="soft small">{t('imports.boardHint', { header: activeHeader })}</p>
    </aside>
  );
}
