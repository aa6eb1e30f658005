import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { unstoredFields } from '../../../../shared/domain/intake/unstoredFields.ts';
import { type FieldChoice, searchFields } from './columns.ts';

interface FieldPickerProps {
  readonly header: string;
  readonly choices: readonly FieldChoice[];
  /** What was typed on the list before the field opened. */
  readonly startText: string;
  /** Field → header of the column that fills it now. */
  readonly takenBy: ReadonlyMap<string, string>;
  onChoose(field: string | null): void;
  onClose(): void;
}

/** Whether the list opens above its row: near the foot of the columns there is no room below. */
function useNoRoomBelow(list: RefObject<HTMLDivElement | null>): boolean {
  const [opensUp, setOpensUp] = useState(false);
  useLayoutEffect(() => {
    const box = list.current?.getBoundingClientRect();
    const frame = list.current?.closest('.map-list')?.getBoundingClientRect();
    if (box !== undefined && frame !== undefined) setOpensUp(box.bottom > frame.bottom);
  }, [list]);
  return opensUp;
}

/** What Enter takes while no arrow was pressed: nothing, when no field has the name that was typed. */
const nothing = -1;

/** Finds one of our fields by typing; arrows choose, Enter takes, Esc leaves everything as it was. */
export function FieldPicker({ header, choices, startText, takenBy, onChoose, onClose }: FieldPickerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(startText);
  const [moved, setMoved] = useState<number | null>(null);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => searchFields(choices, text), [choices, text]);
  const last = found.length;
  const isNamed = last > 0 || t('imports.leaveOut').toLowerCase().includes(text.trim().toLowerCase());
  const at = moved ?? (isNamed ? 0 : nothing);
  const opensUp = useNoRoomBelow(list);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  const take = (index: number): void => {
    const field = found[index];
    if (field !== undefined) onChoose(field.id);
    else if (index === last) onChoose(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setMoved(Math.min(last, at + 1));
    else if (event.key === 'ArrowUp') setMoved(Math.max(0, at - 1));
    else if (event.key === 'Enter') take(at);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={opensUp ? 'field-picker field-picker-up' : 'field-picker'}>
      <input
        ref={input}
        className="text-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={at === nothing ? undefined : `${listId}-${at}`}
        aria-label={t('imports.meaningOf', { header })}
        placeholder={t('imports.findField')}
        spellCheck={false}
        autoComplete="off"
        maxLength={40}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setMoved(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={onClose}
      />
      <div ref={list} id={listId} role="listbox" className="field-picker-list">
        {!isNamed && <p className="field-none soft">{t('imports.noSuchField')}</p>}
        {[...found, { id: '', label: t('imports.leaveOut') }].map(({ id, label }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the search field keeps the focus and names the option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search field handles the keys
          <div
            key={id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className="field-option"
            // Before the blur of the search field would close the list.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(index)}
          >
            <span>{label}</span>
            {unstoredFields.has(id) && <span className="soft small">{t('imports.notStored')}</span>}
            {takenBy.has(id) && <span className="soft small">{`← ${takenBy.get(id)}`}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
