import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changeQueries } from '../../../bridge/queries/changeQueries.ts';
import { Button } from '../../../parts/Button.tsx';
import { FilterChips } from '../../../parts/FilterChips.tsx';
import { usePlace } from '../../../parts/usePlace.ts';
import type { Verdict } from './useSettle.ts';

export const changeStates = ['pending', 'accepted', 'rejected'] as const;
export type ShownState = (typeof changeStates)[number];

interface ChangesBarProps {
  readonly state: ShownState;
  /** Only the changes of this import are shown. */
  readonly importId: string | undefined;
  /** There is an import whose changes can be settled together. */
  readonly canSettleAll: boolean;
  onState(state: ShownState): void;
  onAll(verdict: Verdict): void;
}

/** Which changes are shown, how many are alarms, and what may be done to all of one import. */
export function ChangesBar({ state, importId, canSettleAll, onState, onAll }: ChangesBarProps) {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  const counts = useQuery(changeQueries.counts()).data;
  const alarms = counts?.alarms ?? 0;
  return (
    <div className="line">
      <FilterChips
        label={t('changes.filters')}
        chosen={state}
        onChoose={(id) => onState(id as ShownState)}
        choices={changeStates.map((id) => ({
          id,
          label: t(`changes.state.${id}`),
          count: id === 'pending' ? counts?.pending : undefined,
          ...(id === 'pending' && alarms > 0 ? { tone: 'failed' as const } : {}),
        }))}
      />
      {alarms > 0 && <span className="text-failed">{t('changes.alarms', { count: alarms })}</span>}
      <span className="grow" />
      {importId !== undefined && (
        <Button look="quiet" onPress={() => go('import', { section: 'changes' })}>
          {t('changes.ofAllImports')}
        </Button>
      )}
      {canSettleAll && (
        <>
          <Button onPress={() => onAll('reject')}>{t('changes.rejectAll')}</Button>
          <Button onPress={() => onAll('accept')}>{t('changes.acceptAll')}</Button>
        </>
      )}
    </div>
  );
}
