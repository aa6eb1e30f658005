import { useTranslation } from 'react-i18next';
import type { OrderChangeRow } from '../../../../shared/contracts/changesContract.ts';
import { useNow } from '../../../bridge/useNow.ts';
import { Button } from '../../../parts/Button.tsx';
import { FailureNotice } from '../../../parts/feedback/FailureNotice.tsx';
import { usePlace } from '../../../parts/usePlace.ts';
import { When } from '../../../parts/When.tsx';
import { useFieldName } from '../../../words/useFieldName.ts';
import { useChangeValue } from './useChangeValue.ts';

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
  const go = usePlace((store) => store.go);
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
