import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CorrectionItem } from '../../bridge/queries/correctQueries.ts';
import { Button } from '../../parts/Button.tsx';

/** Longer lists are counted, not listed. */
const maxListed = 50;

interface TogetherBarProps {
  readonly orders: CorrectionItem['together'];
  readonly isTogether: boolean;
  onTogether(isTogether: boolean): void;
}

/** Several orders wait under this address: says so, lists them, and lets one be decided alone. */
export function TogetherBar({ orders, isTogether, onTogether }: TogetherBarProps) {
  const { t } = useTranslation();
  const [isListed, setListed] = useState(false);
  if (orders.length < 2) return null;
  return (
    <section className="together" aria-label={t('correct.togetherLabel')}>
      <div className="line">
        <strong>{t('correct.together', { count: orders.length })}</strong>
        <span className="grow soft small">
          {t(isTogether ? 'correct.togetherNote' : 'correct.singlyNote', { count: orders.length })}
        </span>
        <Button look="quiet" size="small" isPressed={isListed} onPress={() => setListed(!isListed)}>
          {t('correct.listOrders')}
        </Button>
        <Button size="small" onPress={() => onTogether(!isTogether)}>
          {t(isTogether ? 'correct.decideSingly' : 'correct.decideTogether')}
        </Button>
      </div>
      {isListed && (
        <ul className="plain-list together-list">
          {orders.slice(0, maxListed).map(({ orderId, orderNo, goodsText, buyerRemark }) => (
            <li key={orderId}>
              <span className="number">{orderNo}</span>
              <span className="soft small">
                {[goodsText, buyerRemark].filter((text) => text !== '').join(' · ')}
              </span>
            </li>
          ))}
          {orders.length > maxListed && (
            <li className="soft small">{t('correct.andMore', { count: orders.length - maxListed })}</li>
          )}
        </ul>
      )}
    </section>
  );
}
