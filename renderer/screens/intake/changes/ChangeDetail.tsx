import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderChangeRow } from '../../../../shared/contracts/orders.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { useNow } from '../../../bridge/page.ts';
import { Button } from '../../../parts/Button.tsx';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { formatMoney, formatPhone, formatWeight } from '../../../parts/format.ts';
import { go } from '../../../parts/place.ts';
import { When } from '../../../parts/When.tsx';
import { useFieldName } from '../../../words/describe.ts';

interface ChangeDetailProps {
  readonly change: OrderChangeRow;
  readonly isBusy: boolean;
  onAccept(): void;
  onReject(): void;
}

/** A value as it stood or will stand; nothing is told as nothing. */
function Value({ text, isOld = false }: { readonly text: string; readonly isOld?: boolean }) {
  const { t } = useTranslation();
  if (text === '') return <span className="soft">{t('changes.nothing')}</span>;
  return isOld ? <del>{text}</del> : <ins>{text}</ins>;
}

/** One change beside the list: each field as it is and as the newer file has it, and what may be done about it. */
export function ChangeDetail({ change, isBusy, onAccept, onReject }: ChangeDetailProps) {
  const { t } = useTranslation();
  const now = useNow();
  const fieldName = useFieldName();
  const value = useChangeValue();
  const isPending = change.state === 'pending';
  return (
    <aside className="panel detail change-detail" aria-label={t('changes.detail')}>
      <header className="stack-tight">
        <strong className="number selectable">{change.orderNo}</strong>
        <span className="soft small">
          {t('changes.from', { file: change.file, row: change.rowNumber })} <When at={change.at} now={now} />
        </span>
      </header>
      {(change.isAlarm || change.kind === 'stop') && (
        <FailureNotice
          tone={change.isAlarm ? 'failed' : 'unsure'}
          failure={{ code: change.code, params: { orderNo: change.orderNo } }}
        />
      )}
      <table className="plain-table change-table">
        <thead>
          <tr>
            <th>{t('changes.field')}</th>
            <th>{t('changes.before')}</th>
            <th>{t('changes.after')}</th>
          </tr>
        </thead>
        <tbody>
          {change.fields.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{fieldName(field)}</th>
              <td>
                <Value text={value(field, before)} isOld />
              </td>
              <td>
                <Value text={value(field, after)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="line">
        {isPending && (
          <>
            {!change.isAlarm && (
              <Button look="primary" keyHint="A" isBusy={isBusy} onPress={onAccept}>
                {t('changes.accept')}
              </Button>
            )}
            <Button keyHint="R" isBusy={isBusy} onPress={onReject}>
              {t('changes.reject')}
            </Button>
          </>
        )}
        <Button icon="ship" keyHint="O" onPress={() => go('ship', { orderId: change.orderId })}>
          {t('changes.toOrder')}
        </Button>
      </div>
    </aside>
  );
}

/** A value of a change as people write it: the core tells grams, fen and codes. */
export function useChangeValue(): (field: string, text: string) => string {
  const carrierName = useCarrierNames();
  return useCallback(
    (field, text) => {
      if (text === '') return '';
      if (field.endsWith('Grams')) return formatWeight(Number(text));
      if (field.endsWith('Fen')) return formatMoney(Number(text));
      if (field === 'carrier') return carrierName(text);
      return field === 'phone' ? formatPhone(text) : text;
    },
    [carrierName],
  );
}
