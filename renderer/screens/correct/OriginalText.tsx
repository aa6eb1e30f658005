import { useTranslation } from 'react-i18next';
import type { CorrectionItem } from '../../bridge/queries/correctQueries.ts';
import { markSpans } from './markSpans.ts';

/** The text as it came, each understood piece underlined and named. */
export function OriginalText({ item }: { readonly item: CorrectionItem }) {
  const { t } = useTranslation();
  const changed = new Set(item.reading.corrections.map(({ from }) => from));
  return (
    <section aria-label={t('correct.original')}>
      <h3>{t('correct.original')}</h3>
      <p className="original-text">
        {markSpans(item.originalText, item.reading.spans).map(({ text, field, start }) =>
          field === null ? (
            <span key={start}>{text}</span>
          ) : (
            <span key={start} className={`piece piece-${field}${changed.has(text) ? ' piece-changed' : ''}`}>
              {text}
              <small>{t(`field.${field}`, field)}</small>
            </span>
          ),
        )}
      </p>
    </section>
  );
}
