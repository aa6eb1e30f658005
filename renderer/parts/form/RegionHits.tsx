import { useTranslation } from 'react-i18next';
import type { PostalAddress } from '../../../shared/domain/party.ts';
import { regionText } from './regionText.ts';
import type { TypedHits } from './useRegionHits.ts';

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
    return (
      <p className="region-none soft small">{t(hits.isReading ? 'common.loading' : 'field.regionNone')}</p>
    );
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
