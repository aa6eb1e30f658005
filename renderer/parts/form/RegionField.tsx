import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './regionField.css';
import type { PostalAddress } from '../../../shared/domain/party.ts';
import { RegionColumns, type RegionSource, useRegionColumns } from './RegionColumns.tsx';
import { type RegionHit, RegionHits, regionText, useRegionHits } from './RegionHits.tsx';

type Region = Pick<PostalAddress, 'province' | 'city' | 'district'>;

interface RegionFieldProps {
  readonly value: Region;
  readonly source: RegionSource;
  readonly hint?: ReactNode;
  /** `town` only when one was chosen. */
  onChange(region: Region & { readonly town?: string }): void;
}

/** What is typed or browsed, and what the keys do with it. */
function useRegionChoice({ value, source, onChange }: Omit<RegionFieldProps, 'hint'>) {
  const { province, city, district } = value;
  const shown = regionText({ province, city, district });
  const [typed, setTyped] = useState<string | null>(null);
  const [isBrowsing, setBrowsing] = useState(false);
  const hits = useRegionHits(typed, source.find);
  const columns = useRegionColumns(isBrowsing, value, source.below);
  const isOpen = isBrowsing || (typed !== null && typed.trim() !== '');
  const close = (): void => {
    setTyped(null);
    setBrowsing(false);
  };
  const take = ({ province, city, district, town }: RegionHit): void => {
    onChange({ province, city, district, ...(town === '' ? {} : { town }) });
    close();
  };
  /** The names in the columns do not say which level they are of (a county may be under its province): the source does. */
  const takeMarked = (): void => {
    const names = columns.marked;
    close();
    source.find(names.join(' ')).then(
      ([first]) => first !== undefined && take(first),
      () => undefined,
    );
  };
  const onOpenKey = (event: KeyboardEvent): void => {
    if (isBrowsing) {
      if (columns.onKey(event)) takeMarked();
    } else {
      const chosen = hits.onKey(event);
      if (chosen !== null) take(chosen);
    }
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  return {
    text: typed ?? shown,
    isOpen,
    isBrowsing,
    hits,
    columns,
    close,
    take,
    takeMarked,
    browse: (): void => setBrowsing(typed === null),
    type: (text: string): void => {
      setBrowsing(false);
      // Also what puts a field back after a scan fell into it.
      setTyped(text === shown ? null : text);
    },
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.nativeEvent.isComposing) return;
      if (isOpen) onOpenKey(event);
      else if (event.key === 'ArrowDown') {
        event.preventDefault();
        setBrowsing(true);
      }
    },
  };
}

/**
 * Province, city and district, typed or chosen. Typed: pieces of names or pinyin initials, Enter or Tab takes the marked
 * line. Chosen: ↓ opens the levels side by side, arrows walk them, Enter takes. Nothing changes before that, so that a
 * scan or a stray key changes nothing.
 */
export function RegionField({ hint, ...props }: RegionFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const choice = useRegionChoice(props);
  const { isOpen, isBrowsing, hits, columns } = choice;
  return (
    <div className="field region-field">
      <label htmlFor={id} className="field-label">
        {t('field.region')}
      </label>
      <input
        id={id}
        name="province"
        className="text-input"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={isOpen && !isBrowsing ? `${id}-${hits.at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        placeholder={t('region.typed')}
        value={choice.text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => choice.type(event.target.value)}
        onKeyDown={choice.onKeyDown}
        onMouseDown={choice.browse}
        onBlur={choice.close}
      />
      {isOpen && (
        <div id={`${id}-list`} className="region-pop">
          {isBrowsing ? (
            <RegionColumns columns={columns} onTake={choice.takeMarked} />
          ) : (
            <RegionHits id={id} hits={hits} onTake={choice.take} />
          )}
        </div>
      )}
      {hint !== undefined && <p className="field-hint">{hint}</p>}
    </div>
  );
}
