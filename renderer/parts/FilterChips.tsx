import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
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
  /** Waits behind “more” where not all stand in one line. */
  readonly isBeside?: boolean;
}

interface FilterChipsProps<V extends string> {
  readonly label: string;
  readonly choices: readonly FilterChoice<V>[];
  readonly chosen: V;
  onChoose(id: NoInfer<V>): void;
}

/** Do the chips take more than one line? Measured with all of them, anew when their words or the room change; no words: nobody asks. */
function useTight(box: RefObject<HTMLElement | null>, words: string | null): boolean {
  const [measured, setMeasured] = useState<{ words: string | null; roomPx: number; isTight: boolean }>({
    words: null,
    roomPx: 0,
    isTight: false,
  });
  const [roomPx, setRoomPx] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => setRoomPx(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  const isKnown = words === null || (measured.words === words && measured.roomPx === roomPx);
  useLayoutEffect(() => {
    const [first, last] = [box.current?.firstElementChild, box.current?.lastElementChild];
    if (isKnown || !(first instanceof HTMLElement) || !(last instanceof HTMLElement)) return;
    setMeasured({ words, roomPx, isTight: last.offsetTop > first.offsetTop });
  });
  return words !== null && isKnown && measured.isTight;
}

/**
 * Filters with how many rows each would show; one is on at a time. What would show nothing waits behind “more”, except the
 * first, which shows all, and the one that is on.
 */
export function FilterChips<V extends string>({ label, choices, chosen, onChoose }: FilterChipsProps<V>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLFieldSetElement>(null);
  const mayFold = choices.some(({ isBeside }) => isBeside === true);
  const words = choices.map(({ label: name, count }) => `${name} ${count}`).join();
  const isTight = useTight(box, mayFold ? words : null);
  const empty = choices.filter(
    ({ id, count, isBeside = false }, index) =>
      (count === 0 || (isBeside && isTight)) && index > 0 && id !== chosen,
  );
  const isFolded = empty.length > 0;
  const shown = isFolded && !isOpen ? choices.filter((choice) => !empty.includes(choice)) : choices;
  return (
    <fieldset ref={box} className="filter-chips" aria-label={label}>
      {shown.map(({ id, label: words, count, tone }) => (
        <button
          key={id}
          type="button"
          className={`filter-chip${tone !== undefined && (count ?? 0) > 0 ? ` filter-${tone}` : ''}`}
          aria-pressed={id === chosen}
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
          {isOpen ? t('common.fewer') : t('common.moreFilters', { count: empty.length })}
        </button>
      )}
    </fieldset>
  );
}
