import { type KeyboardEvent, type ReactNode, useState } from 'react';
import './tabs.css';
import { formatCount } from './format.ts';
import type { Tone } from './StateMark.tsx';

interface TabsProps<V extends string> {
  readonly label: string;
  readonly tabs: readonly {
    readonly id: V;
    readonly label: string;
    /** What waits there for a person. */
    readonly count?: number | undefined;
    readonly tone?: Extract<Tone, 'failed' | 'unsure'>;
  }[];
  readonly chosen: V;
  onChoose(id: NoInfer<V>): void;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Parts of one screen as words by its title, one of them open; ← → go from one to the next. */
export function Tabs<V extends string>({ label, tabs, chosen, onChoose }: TabsProps<V>) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = (tabs.findIndex(({ id }) => id === chosen) + step + tabs.length) % tabs.length;
    const next = tabs[at];
    if (next === undefined) return;
    onChoose(next.id);
    event.currentTarget.querySelectorAll('button')[at]?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ id, label: words, count = 0, tone }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={id === chosen}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {words}
          {count > 0 && (
            <span className={tone === undefined ? 'tab-count' : `tab-count tab-${tone}`}>
              {formatCount(count)}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

/** Which part of a section is open, with the tabs that open another. */
export function useTabs<const V extends string>(
  label: string,
  values: readonly [V, ...V[]],
  words: (value: V) => string,
  initial: V = values[0],
): readonly [V, ReactNode] {
  const [chosen, setChosen] = useState<V>(initial);
  const tabs = values.map((id) => ({ id, label: words(id) }));
  return [chosen, <Tabs<V> key="tabs" {...{ label, tabs, chosen }} onChoose={setChosen} />];
}
