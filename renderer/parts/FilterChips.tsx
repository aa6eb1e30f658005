import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './filterChips.css';
import { formatCount } from './format.ts';
import type { Tone } from './StateMark.tsx';

export interface FilterChoice<V extends string = string> {
  readonly id: V;
  readonly label: string;
  /** undefined: not read yet; null: this one counts nothing. */
  readonly count: number | null | undefined;
  readonly tone?: Tone;
  /** Looked up now and then, never worked through: waits behind “more”. */
  readonly isBeside?: boolean;
}

interface FilterChipsProps<V extends string> {
  readonly label: string;
  readonly choices: readonly FilterChoice<V>[];
  readonly chosen: V;
  onChoose(id: NoInfer<V>): void;
  /** The button goes down; a hand lets it go 60 to 100 ms later, and what it will show can be there by then. */
  onPressing?(id: NoInfer<V>): void;
}

/**
 * Filters with how many rows each would show; one is on at a time. What would show nothing, or is not worked
 * through, waits behind “more”, except the first, which shows all, and the one that is on.
 */
export function FilterChips<V extends string>(props: FilterChipsProps<V>) {
  const { label, choices, chosen, onChoose, onPressing } = props;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const folded = choices.filter(
    ({ id, count, isBeside = false }, index) => (count === 0 || isBeside) && index > 0 && id !== chosen,
  );
  const isFolded = folded.length > 0;
  const shown = isFolded && !isOpen ? choices.filter((choice) => !folded.includes(choice)) : choices;
  return (
    <fieldset className="filter-chips" aria-label={label}>
      {shown.map(({ id, label: words, count, tone }) => (
        <button
          key={id}
          type="button"
          className={`filter-chip${tone !== undefined && (count ?? 0) > 0 ? ` filter-${tone}` : ''}`}
          aria-pressed={id === chosen}
          onPointerDown={() => onPressing?.(id)}
          onClick={() => onChoose(id)}
        >
          {words}
          {count !== null && (
            <span className="filter-count">{count === undefined ? '–' : formatCount(count)}</span>
          )}
        </button>
      ))}
      {isFolded && (
        <button
          type="button"
          className="filter-chip filter-more"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('common.fewer') : t('common.moreFilters', { count: folded.length })}
        </button>
      )}
    </fieldset>
  );
}
