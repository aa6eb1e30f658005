import { useTranslation } from 'react-i18next';
import type { Right } from '../../shared/domain/operator.ts';
import { useApprovers } from '../bridge/operators.ts';

/** Who must approve it, as a line of its own: no gap divides Chinese sentences. Nothing for whoever has the right. */
export function WhoMay({ right }: { readonly right: Right }) {
  const { t } = useTranslation();
  const { isMine, operators } = useApprovers(right);
  if (isMine) return null;
  const names = operators.map(({ name }) => name).join(t('common.listComma'));
  return <p className="text-unsure">{t('operators.whoMay', { names })}</p>;
}
