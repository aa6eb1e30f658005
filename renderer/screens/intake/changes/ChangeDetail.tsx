import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderChangeRow } from '../../../../shared/contracts/orders.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { formatMoney, formatPhone, formatWeight } from '../../../parts/format.ts';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { go } from '../../../parts/place.ts';
import { PlainTable } from '../../../parts/table/PlainTable.tsx';
import { useFieldName } from '../../../words/describe.ts';
import { Moment } from '../../../work/Moment.tsx';
import type { Verdict } from './ChangesBar.tsx';

interface ChangeDetailProps {
  readonly change: OrderChangeRow;
  readonly isBusy: boolean;
  onSettle(verdict: Verdict): void;
}

/** A value as it stood or will stand; nothing is told as nothing. */
function Value({ text, isOld = false }: { readonly text: string; readonly isOld?: boolean }) {
  const { t } = useTranslation();
  if (text === '') return <span className="soft">{t('changes.nothing')}</span>;
  return isOld ? <del>{text}</del> : <ins>{text}</ins>;
}

/** One change beside the list: each field as it is and as the newer file has it, and what may be done about it. */
export function ChangeDetail({ change, isBusy, onSettle }: ChangeDetailProps) {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const value = useChangeValue();
  const isPending = change.state === 'pending';
  return (
    <aside className="panel detail change-detail" aria-label={t('changes.detail')}>
      <header className="stack-tight">
        <strong className="number selectable">{change.orderNo}</strong>
        <span className="soft small">
          {t('changes.from', { file: change.file, row: change.rowNumber })} <Moment at={change.at} />
        </span>
      </header>
      {(change.isAlarm || change.kind === 'stop') && (
        <FailureNotice
          tone={change.isAlarm ? 'failed' : 'unsure'}
          failure={{ code: change.code, params: { orderNo: change.orderNo } }}
        />
      )}
      <PlainTable
        look="plain-table change-table"
        rows={change.fields}
        keyOf={({ field }) => field}
        columns={[
          [t('changes.field'), ({ field }) => fieldName(field), 'head'],
          [t('changes.before'), ({ field, before }) => <Value text={value(field, before)} isOld />],
          [t('changes.after'), ({ field, after }) => <Value text={value(field, after)} />],
        ]}
      />
      <div className="line">
        {isPending && !change.isAlarm && (
          <KeyButton look="primary" combo="a" isBusy={isBusy} onPress={() => onSettle('accept')}>
            {t('changes.accept')}
          </KeyButton>
        )}
        {isPending && (
          <KeyButton combo="r" isBusy={isBusy} onPress={() => onSettle('reject')}>
            {t('changes.reject')}
          </KeyButton>
        )}
        <KeyButton icon="ship" combo="o" onPress={() => go('ship', { orderId: change.orderId })}>
          {t('changes.toOrder')}
        </KeyButton>
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
