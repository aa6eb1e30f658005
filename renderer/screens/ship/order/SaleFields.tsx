import { useTranslation } from 'react-i18next';
import { saleFields } from '../../../../shared/domain/intake/saleFacts.ts';
import { Facts } from '../../../parts/DetailPane.tsx';
import { Moment } from '../../../work/Moment.tsx';
import { type Changes, type Fields, OneLine } from './editChanges.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';

type Sale = OrderDetailView['sale'];

const written = ['originalNo', 'amount', 'paid', 'payChannel', 'warehouse', 'flag'] as const;

/** As the fields show it; the buyer is masked, so the name stands as a hint only. */
export function saleShown(sale: Sale): Changes {
  return Object.fromEntries(written.map((field) => [field, sale[field]]));
}

/** What the file said of the sale; folded away as long as it said nothing. */
export function SaleFields({ fields, sale }: { readonly fields: Fields; readonly sale: Sale }) {
  const { t } = useTranslation();
  return (
    <details className="form-wide edit-wishes" open={saleFields.some((field) => sale[field] !== '')}>
      <summary>{t('sale.title')}</summary>
      <div className="form-grid">
        <OneLine
          name="buyer"
          label={t('sale.buyer')}
          fields={fields}
          placeholder={sale.buyer}
          maxLength={100}
          isClearable={sale.buyer !== ''}
        />
        {written.map((field) => (
          <OneLine key={field} name={field} label={t(`sale.${field}`)} fields={fields} maxLength={100} />
        ))}
      </div>
    </details>
  );
}

/** The same, to read. */
export function SaleFactsList({ sale }: { readonly sale: Sale }) {
  const { t } = useTranslation();
  const { orderedAt, oaid } = sale;
  if (orderedAt === null && oaid === '' && saleFields.every((field) => sale[field] === '')) return null;
  return (
    <section>
      <h3>{t('sale.title')}</h3>
      <Facts
        facts={[
          [t('sale.buyer'), sale.buyer],
          [t('sale.originalNo'), sale.originalNo],
          [t('sale.orderedAt'), orderedAt !== null && <Moment at={orderedAt} />],
          [t('sale.amount'), sale.amount === '' ? null : `¥${sale.amount}`],
          [t('sale.paid'), sale.paid === '' ? null : `¥${sale.paid}`],
          [t('sale.payChannel'), sale.payChannel],
          [t('sale.warehouse'), sale.warehouse],
          [t('sale.flag'), sale.flag],
          [t('sale.oaid'), oaid],
        ]}
      />
    </section>
  );
}
