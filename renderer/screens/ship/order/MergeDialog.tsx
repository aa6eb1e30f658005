import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MergeLevel, mergeLevels } from '../../../../shared/domain/orderChange.ts';
import { type MergeGroup, mergeQueries } from '../../../bridge/queries/mergeQueries.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { ChoiceField } from '../../../parts/form/ChoiceField.tsx';
import { MaskedText } from '../../../parts/MaskedText.tsx';
import { useMerge } from './useMerge.ts';

interface GroupProps {
  readonly group: MergeGroup;
  readonly isBusy: boolean;
  onMerge(): void;
}

function Group({ group, isBusy, onMerge }: GroupProps) {
  const { t } = useTranslation();
  const receiver = group.orders[0]?.receiver;
  return (
    <li className="merge-group">
      <div className="line">
        <strong>{receiver?.name}</strong>
        {receiver !== undefined && <MaskedText phone={receiver.phone} extension={receiver.extension} />}
        <span className="soft grow merge-address">
          {[receiver?.city, receiver?.district, receiver?.town, receiver?.detail].filter(Boolean).join(' ')}
        </span>
        <Button size="small" isBusy={isBusy} onPress={onMerge}>
          {t('merging.mergeCount', { count: group.orders.length })}
        </Button>
      </div>
      <ul className="plain-list merge-members">
        {group.orders.map(({ id, orderNo, shop, goodsText }) => (
          <li key={id}>
            <span className="number">{orderNo}</span>
            <span className="soft">{[shop, goodsText].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Orders of one recipient, group by group; nothing is merged before somebody says so. */
export function MergeDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const [level, setLevel] = useState<MergeLevel>('exact');
  const hints = useQuery(mergeQueries.hints(level)).data;
  const { merge } = useMerge(() => undefined);
  return (
    <Dialog title={t('merging.title')} width={820} onClose={onClose}>
      <div className="stack">
        <div className="stack-tight">
          <ChoiceField
            label={t('merging.level')}
            value={level}
            choices={mergeLevels.map((value) => ({ value, label: t(`merging.levelOf.${value}`) }))}
            onChange={(value) => setLevel(value)}
          />
          <p className="soft small">{t(`merging.levelNote.${level}`)}</p>
        </div>
        {hints !== undefined && hints.total === 0 && (
          <EmptyState icon="check" title={t('merging.none')}>
            <p>{t('merging.noneNote')}</p>
          </EmptyState>
        )}
        <ul className="plain-list">
          {hints?.groups.map((group) => (
            <Group
              key={group.id}
              group={group}
              isBusy={merge.isPending}
              onMerge={() => merge.mutate(group.orders)}
            />
          ))}
        </ul>
        {hints !== undefined && hints.total > hints.groups.length && (
          <p className="soft small">{t('merging.more', { count: hints.total - hints.groups.length })}</p>
        )}
        <p className="soft small">{t('merging.note')}</p>
      </div>
    </Dialog>
  );
}
