import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../../../bridge/core.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { FilterChips } from '../../../parts/FilterChips.tsx';
import { say } from '../../../parts/feedback/Toasts.tsx';
import { go } from '../../../parts/place.ts';
import { useDescribe } from '../../../words/describe.ts';
import { useAct } from '../../../work/useAct.ts';

const changeStates = ['pending', 'accepted', 'rejected'] as const;
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
  const counts = useQuery(ask.changes.counts.queryOptions()).data;
  const alarms = counts?.alarms ?? 0;
  return (
    <div className="line">
      <FilterChips
        label={t('changes.filters')}
        chosen={state}
        onChoose={onState}
        choices={changeStates.map((id) => ({
          id,
          label: t(`changes.state.${id}`),
          count: id === 'pending' ? counts?.pending : null,
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
        <span className="line changes-all">
          <Button look="quiet" size="small" onPress={() => onAll('reject')}>
            {t('changes.rejectAll')}
          </Button>
          <Button look="quiet" size="small" onPress={() => onAll('accept')}>
            {t('changes.acceptAll')}
          </Button>
        </span>
      )}
    </div>
  );
}

interface SettleAllDialogProps {
  readonly verdict: 'accept' | 'reject';
  readonly importId: string;
  onYes(): void;
  onClose(): void;
}

/** Says how many changes of which import will be settled, before they are. */
export function SettleAllDialog({ verdict, importId, onYes, onClose }: SettleAllDialogProps) {
  const { t } = useTranslation();
  const filter = { state: 'pending' as const, importId };
  const pending = useQuery({
    queryKey: ['changes', 'ofImport', importId],
    queryFn: ({ signal }) => core.changes.list({ filter, offset: 0, limit: 1 }, { signal }),
    gcTime: 0,
    meta: { topics: ['imports', 'orders'] },
  }).data;
  const file = pending?.rows[0]?.file ?? '';
  return (
    <AskDialog
      title={t(`changes.askAll.${verdict}`, { count: pending?.total ?? 0 })}
      yes={t(`changes.yesAll.${verdict}`)}
      isReady={(pending?.total ?? 0) !== 0}
      onYes={onYes}
      onClose={onClose}
    >
      <p>{t(`changes.askAllNote.${verdict}`, { file })}</p>
    </AskDialog>
  );
}

type Choice = Parameters<typeof core.changes.accept>[0];
export type Verdict = 'accept' | 'reject';

/** Settles changes and says how many; what was refused is said with its reason. */
export function useSettle() {
  const { t } = useTranslation();
  const describe = useDescribe();
  return useAct(
    ({ verdict, choice }: { readonly verdict: Verdict; readonly choice: Choice }) =>
      core.changes[verdict](choice),
    {
      after: ({ settled, refused }, { verdict }) => {
        if (settled > 0) say({ tone: 'done', says: t(`changes.done.${verdict}`, { count: settled }) });
        const [first] = refused;
        if (first === undefined) return;
        const words = describe(first.code, { orderNo: first.orderNo, ...first.params });
        const more = refused.length > 1 ? t('changes.moreRefused', { count: refused.length - 1 }) : '';
        say({ tone: 'failed', says: `${words.says}${more}`, next: words.next, code: first.code });
      },
    },
  );
}
