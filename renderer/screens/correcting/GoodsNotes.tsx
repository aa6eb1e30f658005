import { useTranslation } from 'react-i18next';
import type { CorrectionItem } from '../../bridge/queries/correctQueries.ts';
import { formatWeight } from '../../parts/formatWeight.ts';

/** What travels and what buyer and seller wrote: often the missing piece of an address stands there. */
export function GoodsNotes({ item }: { readonly item: CorrectionItem }) {
  const { t } = useTranslation();
  const { items, weightGrams, parcelCount, buyerRemark, sellerRemark } = item;
  const facts = [
    weightGrams === null ? '' : formatWeight(weightGrams),
    parcelCount > 1 ? t('correct.parcels', { count: parcelCount }) : '',
  ].filter((fact) => fact !== '');
  return (
    <section aria-label={t('correct.goods')}>
      <h3>{t('correct.goods')}</h3>
      <ul className="plain-list goods-notes">
        {items.map(({ name, sku, quantity }) => (
          <li key={`${name}-${sku}`}>
            {[name, sku].filter((text) => text !== '').join(' ')} <span className="number">×{quantity}</span>
          </li>
        ))}
        {facts.length > 0 && <li className="soft small number">{facts.join(' · ')}</li>}
        {buyerRemark !== '' && (
          <li className="remark">
            <span className="soft small">{t('col.buyerRemark')}</span> {buyerRemark}
          </li>
        )}
        {sellerRemark !== '' && (
          <li className="remark">
            <span className="soft small">{t('col.sellerRemark')}</span> {sellerRemark}
          </li>
        )}
      </ul>
    </section>
  );
}
