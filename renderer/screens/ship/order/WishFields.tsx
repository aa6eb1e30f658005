import { useTranslation } from 'react-i18next';
import { paymentKinds, wishFields } from '../../../../shared/domain/intake/orderWishes.ts';
import { Facts } from '../../../parts/DetailPane.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { type Changes, type Fields, OneLine } from './editChanges.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';

type Wishes = OrderDetailView['wishes'];

const longest = {
  sender: 300,
  product: 40,
  monthlyCard: 30,
  volume: 40,
  returnSlip: 60,
  services: 300,
} as const;

/** What an order has of them, as the fields show it: who sends and the card are masked, so they stand as a hint only. */
export function wishesShown(
  { product, payment, volume, returnSlip, services }: Wishes,
  yes: string,
): Changes {
  return { product, payment, volume, returnSlip: returnSlip === 'yes' ? yes : returnSlip, services };
}

interface WishFieldsProps {
  readonly fields: Fields;
  /** null: those of many orders. */
  readonly wishes: Wishes | null;
  /** Also where something is in them. */
  readonly isFolded?: boolean;
}

/** How orders travel beyond what every order says; folded away as long as none says anything. */
export function WishFields({ fields, wishes, isFolded = false }: WishFieldsProps) {
  const { t } = useTranslation();
  const isOfMany = wishes === null;
  const usual = t(isOfMany ? 'editing.kept' : 'editing.anyWish');
  const line = (name: keyof typeof longest, hidden: string) => (
    <OneLine
      name={name}
      label={t(`wish.${name}`)}
      fields={fields}
      placeholder={hidden || usual}
      hint={t(`wish.hint.${name}`)}
      maxLength={longest[name]}
      isClearable={isOfMany || hidden !== ''}
    />
  );
  const isOpen = !isFolded && wishes !== null && wishFields.some((field) => wishes[field] !== '');
  return (
    <details className="form-wide edit-wishes" open={isOpen}>
      <summary>{t('wish.title')}</summary>
      <div className="form-grid">
        {line('product', '')}
        <SelectField
          label={t('wish.payment')}
          value={fields.written('payment')}
          options={[
            { value: '', label: usual },
            ...paymentKinds.map((kind) => ({ value: kind as string, label: t(`wish.payer.${kind}`) })),
          ]}
          onChange={(payment) => fields.set({ payment })}
        />
        {line('monthlyCard', wishes?.monthlyCard ?? '')}
        {line('volume', '')}
        {line('returnSlip', '')}
        {line('services', '')}
        <div className="form-wide">{line('sender', wishes?.sender ?? '')}</div>
      </div>
    </details>
  );
}

/** The same of one order, to read. */
export function WishFacts({ wishes }: { readonly wishes: Wishes }) {
  const { t } = useTranslation();
  const { payment, returnSlip, ...texts } = wishes;
  if (wishFields.every((field) => wishes[field] === '')) return null;
  return (
    <section>
      <h3>{t('wish.title')}</h3>
      <Facts
        facts={[
          [t('wish.product'), texts.product],
          [t('wish.payment'), payment === '' ? null : t(`wish.payer.${payment}`)],
          [t('wish.monthlyCard'), texts.monthlyCard],
          [t('wish.volume'), texts.volume],
          [t('wish.returnSlip'), returnSlip === 'yes' ? t('wish.yes') : returnSlip],
          [t('wish.services'), texts.services],
          [t('wish.sender'), texts.sender],
        ]}
      />
    </section>
  );
}
