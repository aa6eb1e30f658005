import { useTranslation } from 'react-i18next';
import { Icon } from '../../../parts/Icon.tsx';
import { StateMark, type Tone } from '../../../parts/StateMark.tsx';
import { type Certainty, certaintyOf, type MappedColumn } from './columns.ts';
import { dragKinds, useDropOf } from './useDropOf.ts';

const tones: Readonly<Record<Certainty, Tone>> = {
  sure: 'done',
  chosen: 'done',
  likely: 'waiting',
  guess: 'unsure',
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
export function ColumnRow(props: ColumnRowProps) {
  const { id, column, isActive } = props;
  const { t } = useTranslation();
  const { isOver, target } = useDropOf('field', props.onField);
  const certainty = certaintyOf(column);
  const { rival } = props;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys for all its rows
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={`map-row${isActive ? ' map-row-active' : ''}${isOver ? ' map-row-over' : ''}${column.field === null ? ' map-row-out' : ''}`}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(dragKinds.column, String(column.columnIndex))}
      {...target}
      onClick={props.onActivate}
      onDoubleClick={props.onOpen}
    >
      <span className="map-header" title={column.header}>
        {column.header === '' ? t('imports.columnNumber', { number: column.columnIndex + 1 }) : column.header}
      </span>
      <span className="map-samples number soft">
        {column.samples.slice(0, shownSamples).map((sample, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: samples have no other name
          <span key={index} className="map-sample" title={sample}>
            {sample}
          </span>
        ))}
      </span>
      <span className="map-field">
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
          {column.field === null ? t('imports.leftOut') : t(`canonical.${column.field}`, column.field)}
        </button>
        {props.children}
      </span>
      <span className="map-how">
        <StateMark tone={tones[certainty]} label={t(`imports.certainty.${certainty}`)} />
        {rival !== undefined && (
          <span className="small text-unsure" title={t('imports.doubledNote', { header: rival })}>
            {t('imports.doubled', { header: rival })}
          </span>
        )}
        {column.rule !== 'none' && <span className="soft small">{t(`imports.rule.${column.rule}`)}</span>}
      </span>
    </div>
  );
}
