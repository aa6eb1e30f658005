import { useTranslation } from 'react-i18next';
import { MaskedText } from '../../../parts/MaskedText.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';
import { RevealButton } from './RevealButton.tsx';
import { useReveal } from './useReveal.ts';

/** Who gets it: masked, or for a minute in full. */
export function ReceiverFacts({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const reveal = useReveal(order);
  const { name, phone, extension, ...place } = reveal.look?.party ?? order.receiver;
  const address = [place.province, place.city, place.district, place.town, place.detail];
  const look = reveal.look === null ? undefined : 'revealed selectable';
  return (
    <>
      <dt>{t('col.name')}</dt>
      <dd className={look}>{name}</dd>
      <dt>{t('col.phone')}</dt>
      <dd className={look}>
        <MaskedText phone={phone} extension={extension} />
      </dd>
      <dt>{t('col.address')}</dt>
      <dd className={look}>{address.filter(Boolean).join(' ')}</dd>
      <dd className="fact-more">
        <RevealButton orderNo={order.orderNo} reveal={reveal} />
      </dd>
    </>
  );
}
