import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AwayConflictView } from '../../../shared/contracts/packing/away.ts';
import { hasTwoVersions } from '../../../shared/domain/packing/awayConflicts.ts';
import { ask, core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { go } from '../../parts/place.ts';
import { PlainTable } from '../../parts/table/PlainTable.tsx';
import { useDescribe, useFieldName } from '../../words/describe.ts';
import { useChangeValue } from '../changeValue.ts';
import { useAct } from '../useAct.ts';
import './away.css';

/** A field as both have it; a hold by its reason, what has become of the order by its name. */
function useVersionWords(): (field: string, text: string) => string {
  const { t } = useTranslation();
  const value = useChangeValue();
  return (field, text) => {
    if (field === 'state') return text === '' ? t('packing.server.unsent') : t(`order.${text}`, text);
    if (text === '') return t('changes.nothing');
    const [, reason, note = ''] = field === 'hold' ? (/^([\w-]+)(: .*)?$/s.exec(text) ?? []) : [];
    return reason === undefined ? value(field, text) : t(`hold.${reason}`, reason) + note;
  };
}

interface ChangeConflictProps {
  readonly conflict: AwayConflictView;
  /** How many wait for a person, this one among them. */
  readonly count: number;
}

/** A change of an order that was made here without the book: both versions, of which somebody chooses one. */
export function ChangeConflict({ conflict, count }: ChangeConflictProps) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const fieldName = useFieldName();
  const words = useVersionWords();
  const { id, kind, code, orderId, orderNo, reason, file } = conflict;
  const isOurs = useMissingRight(['changeOrders', 'seePersonalData']) === null;
  const isChoice = hasTwoVersions(kind) && isOurs;
  const versions = useQuery(ask.away.compare.queryOptions({ input: { id }, enabled: isChoice })).data;
  const settle = useAct(() => core.away.settle({ id }));
  const take = useAct(() => core.away.takeOurs({ id }), {
    says: () => t('packing.server.oursTaken', { orderNo }),
  });
  const fields = versions?.fields ?? [];
  const why = reason === '' ? '' : describe(reason, { orderNo }).says;
  return (
    <>
      <FailureNotice
        failure={{ code, params: { orderNo: orderNo || '—', reason: why, file: `set-aside/${file}` } }}
      >
        {orderId !== '' && kind !== 'edit-gone' && (
          <Button icon="ship" onPress={() => go('ship', { orderId })}>
            {t('common.toOrder')}
          </Button>
        )}
        {isChoice && fields.length > 0 && <Button {...take.press()}>{t('packing.server.takeOurs')}</Button>}
        <Button icon="check" {...settle.press()}>
          {isChoice ? t('packing.server.keepTheirs') : t('packing.server.seen')}
          {count > 1 ? t('packing.server.more', { count: count - 1 }) : ''}
        </Button>
      </FailureNotice>
      {fields.length > 0 && (
        <div className="panel away-versions">
          <PlainTable
            rows={fields}
            keyOf={({ field }) => field}
            columns={[
              [t('changes.field'), ({ field }) => fieldName(field), 'head'],
              [t('packing.server.before'), ({ field, before }) => words(field, before)],
              [t('packing.server.ours'), ({ field, ours }) => words(field, ours)],
              [t('packing.server.theirs'), ({ field, theirs }) => words(field, theirs)],
            ]}
          />
        </div>
      )}
    </>
  );
}
