import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescribe } from '../../../words/describe.ts';
import type { Verdict } from './verdict.ts';

export interface VerdictWords {
  /** Read across the room. */
  readonly big: string;
  readonly says: string;
  /** What to do. */
  readonly next: string;
  /** Small and copyable; empty: there is none. */
  readonly code: string;
}

/** The big word of a state and its sentences. */
export function useVerdictWords(): (verdict: Verdict) => VerdictWords {
  const { t } = useTranslation();
  const describe = useDescribe();
  return useCallback(
    (verdict) => {
      switch (verdict.kind) {
        case 'stop': {
          const { kind, code, params } = verdict.stop;
          return { big: t(`packStop.${kind}`), ...describe(code, params), code };
        }
        case 'failure': {
          const { code, params } = verdict.failure;
          return { big: t('packing.failed'), ...describe(code, params), code };
        }
        case 'end':
          return {
            big: t(`packing.end.${verdict.end}`),
            says: verdict.orderNo,
            next: t(`packing.endNote.${verdict.end}`),
            code: '',
          };
        case 'want': {
          const { want, count } = verdict;
          return {
            big: t(`packing.want.${want}`, { count }),
            says: '',
            next: t(`packing.wantNote.${want}`),
            code: '',
          };
        }
      }
    },
    [t, describe],
  );
}
