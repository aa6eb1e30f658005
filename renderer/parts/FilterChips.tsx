import './filterChips.css';
import { formatCount } from './format.ts';
import type { Tone } from './StateMark.tsx';

export interface FilterChoice<V extends string = string> {
  readonly id: V;
  readonly label: string;
  readonly count: number | undefined;
  readonly tone?: Tone;
}

interface FilterChipsProps<V extends string> {
  readonly label: string;
  readonly choices: readonly FilterChoice<V>[];
  readonly chosen: V;
  onChoose(id: NoInfer<V>): void;
}

/** Filters with how many rows each would show; one is on at a time. */
export function FilterChips<V extends string>({ label, choices, chosen, onChoose }: FilterChipsProps<V>) {
  return (
    <fieldset className="filter-chips" aria-label={label}>
      {choices.map(({ id, label: words, count, tone }) => (
        <button
          key={id}
          type="button"
          className={`filter-chip${tone !== undefined && (count ?? 0) > 0 ? ` filter-${tone}` : ''}`}
          aria-pressed={id === chosen}
          onClick={() => onChoose(id)}
        >
          {words}
          <span className="filter-count">{count === undefined ? '' : formatCount(count)}</span>
        </button>
      ))}
    </fieldset>
  );
}
