import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostalAddress } from '../../../shared/domain/party.ts';
import type { RegionHit } from './RegionHits.tsx';

/** Where the names come from; `below` of an empty path are the provinces. */
export interface RegionSource {
  find(typed: string): Promise<readonly RegionHit[]>;
  below(path: readonly string[]): Promise<readonly string[]>;
}

interface RegionLevel {
  readonly names: readonly string[];
  readonly marked: string;
}

interface BrowsedColumns {
  readonly levels: readonly RegionLevel[];
  /** The column the arrows walk in. */
  readonly active: number;
  mark(level: number, name: string): void;
  /** The names marked from the first column to the active one. */
  readonly marked: readonly string[];
  /** True: what is marked is to be taken. */
  onKey(event: KeyboardEvent): boolean;
}

const maxLevels = 4;

/** Keys that walk within a column, and how far. */
const verticalSteps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
};

/** The levels side by side: each column shows what is below the mark of the one before. */
export function useRegionColumns(
  isOpen: boolean,
  value: Pick<PostalAddress, 'province' | 'city' | 'district'>,
  below: RegionSource['below'],
): BrowsedColumns {
  const [path, setPath] = useState<readonly string[]>([]);
  const [names, setNames] = useState<readonly (readonly string[])[]>([]);
  const [active, setActive] = useState(0);
  const began = useRef(value);
  began.current = value;
  useEffect(() => {
    if (!isOpen) return;
    const { province, city, district } = began.current;
    const start = [province, city, district].filter((name) => name !== '');
    setPath(start);
    setActive(Math.max(0, start.length - 1));
  }, [isOpen]);
  useEffect(() => {
    if (!isOpen) return;
    let isCurrent = true;
    const depth = Math.min(path.length, maxLevels - 1);
    Promise.all(Array.from({ length: depth + 1 }, (_, level) => below(path.slice(0, level)))).then(
      (read) => isCurrent && setNames(read),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [isOpen, path, below]);
  const levels = names
    .map((list, level) => ({ names: list, marked: path[level] ?? '' }))
    .filter((level) => level.names.length > 0);
  const mark = (level: number, name: string): void => {
    setPath([...path.slice(0, level), name]);
    setActive(level);
  };
  const move = (step: number): void => {
    const { names: list = [], marked = '' } = levels[active] ?? {};
    const next = list[Math.max(0, Math.min(list.length - 1, list.indexOf(marked) + step))];
    if (next !== undefined) mark(active, next);
  };
  const goDeeper = (): void => {
    const first = levels[active + 1]?.names[0];
    if (first !== undefined) mark(active + 1, path[active + 1] ?? first);
  };
  return {
    levels,
    active,
    mark,
    marked: path.slice(0, active + 1),
    onKey: (event) => {
      const step = verticalSteps[event.key];
      if (step !== undefined) move(step);
      else if (event.key === 'ArrowRight') goDeeper();
      else if (event.key === 'ArrowLeft') setActive(Math.max(0, active - 1));
      else if (event.key !== 'Enter') return false;
      event.preventDefault();
      return event.key === 'Enter';
    },
  };
}

const levelWords = ['field.province', 'field.city', 'field.district', 'field.town'] as const;

function Column({
  level,
  label,
  isActive,
  onPick,
}: {
  readonly level: RegionLevel;
  readonly label: string;
  readonly isActive: boolean;
  onPick(name: string): void;
}) {
  const marked = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark moved to another line
  useEffect(() => {
    marked.current?.scrollIntoView({ block: 'nearest' });
  }, [level.marked]);
  return (
    <div role="listbox" className="region-column" aria-label={label}>
      {level.names.map((name) => {
        const isOn = name === level.marked;
        const looks = isOn ? (isActive ? ' region-on' : ' region-passed') : '';
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field answers the keys
          <div
            key={name}
            ref={isOn ? marked : null}
            role="option"
            aria-selected={isOn}
            className={`region-option${looks}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(name)}
          >
            {name}
          </div>
        );
      })}
    </div>
  );
}

interface RegionColumnsProps {
  readonly columns: BrowsedColumns;
  onTake(): void;
}

/** Province, city, district and town side by side; a click marks, a second one on the mark takes it. */
export function RegionColumns({ columns, onTake }: RegionColumnsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="region-columns">
        {columns.levels.map((level, at) => (
          <Column
            key={levelWords[at] ?? at}
            level={level}
            label={t(levelWords[at] ?? 'field.region')}
            isActive={at === columns.active}
            onPick={(name) =>
              name === level.marked && at === columns.active ? onTake() : columns.mark(at, name)
            }
          />
        ))}
      </div>
      <p className="region-keys soft small">{t('region.keys')}</p>
    </>
  );
}
