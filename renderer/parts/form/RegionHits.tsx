import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostalAddress } from '../../../shared/domain/party.ts';

/** 广东省 深圳市 南山区; a municipality is written once. */
export function regionText({
  province,
  city,
  district,
  town = '',
}: Pick<PostalAddress, 'province' | 'city' | 'district'> & { readonly town?: string }): string {
  return [province, city === province ? '' : city, district, town].filter((name) => name !== '').join(' ');
}

interface TypedHits {
  readonly found: readonly RegionHit[];
  /** The marked line. */
  readonly at: number;
  readonly isReading: boolean;
  /** What Enter or Tab takes; null: nothing is taken. */
  onKey(event: KeyboardEvent): RegionHit | null;
}

/** Regions for what is typed; an answer that comes too late is dropped. */
export function useRegionHits(
  typed: string | null,
  find: (typed: string) => Promise<readonly RegionHit[]>,
): TypedHits {
  const [answer, setAnswer] = useState<{ readonly typed: string; readonly found: readonly RegionHit[] }>({
    typed: '',
    found: [],
  });
  const [at, setAt] = useState(0);
  const newest = useRef('');
  const asked = typed?.trim() ?? '';
  useEffect(() => {
    newest.current = asked;
    setAt(0);
    if (asked === '') return;
    const take = (found: readonly RegionHit[]): void => {
      if (newest.current === asked) setAnswer({ typed: asked, found });
    };
    find(asked).then(take, () => take([]));
  }, [asked, find]);
  const isReading = answer.typed !== asked;
  const found = isReading ? [] : answer.found;
  return {
    found,
    at,
    isReading,
    onKey: (event) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setAt(Math.max(0, Math.min(found.length - 1, at + step)));
      }
      // Tab goes on to the next field with what stands marked.
      if (event.key === 'Enter') event.preventDefault();
      return event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey) ? (found[at] ?? null) : null;
    },
  };
}

export type RegionHit = Pick<PostalAddress, 'province' | 'city' | 'district' | 'town'>;

interface RegionHitsProps {
  readonly id: string;
  readonly hits: TypedHits;
  onTake(hit: RegionHit): void;
}

/** What fits the typed text, best first. */
export function RegionHits({ id, hits, onTake }: RegionHitsProps) {
  const { t } = useTranslation();
  if (hits.found.length === 0)
    return <p className="region-none soft small">{t(hits.isReading ? 'common.loading' : 'region.none')}</p>;
  return (
    <div role="listbox" className="region-list" aria-label={t('field.region')}>
      {hits.found.map((hit, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active line
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field answers the keys
        <div
          key={Object.values(hit).join('/')}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === hits.at}
          className={index === hits.at ? 'region-option region-on' : 'region-option'}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(hit)}
        >
          {regionText(hit)}
        </div>
      ))}
    </div>
  );
}
