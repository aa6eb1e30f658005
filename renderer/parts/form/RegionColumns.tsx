import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BrowsedColumns, RegionLevel } from './useRegionColumns.ts';

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
      <p className="region-keys soft small">{t('field.regionKeys')}</p>
    </>
  );
}
