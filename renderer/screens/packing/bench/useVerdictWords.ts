import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorParams } from '../../../../shared/errors/outcome.ts';
import { readShopMinute } from '../../../../shared/rules/shopTime.ts';
import type { Language } from '../../../../shared/text/describeError.ts';
import { pageClock } from '../../../bridge/page.ts';
import { formatWhen } from '../../../parts/format.ts';
import { useDescribe } from '../../../words/describe.ts';
import { useLanguage } from '../../../words/useLanguage.ts';
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

/** A stop holds moments in the form of the store, and no name where the owner works alone; both are shown as people say them. */
function asPeopleSay(params: ErrorParams, language: Language, owner: string): ErrorParams {
  const at = readShopMinute(String(params.at ?? ''));
  return {
    ...params,
    ...(params.operator === '' && { operator: owner }),
    ...(at !== null && { at: formatWhen(at, pageClock.now(), language) }),
  };
}

/** The big word of a state and its sentences. */
export function useVerdictWords(): (verdict: Verdict) => VerdictWords {
  const { t } = useTranslation();
  const language = useLanguage();
  const describe = useDescribe();
  return useCallback(
    (verdict) => {
      switch (verdict.kind) {
        case 'stop': {
          const { kind, code, params } = verdict.stop;
          return {
            big: t(`packStop.${kind}`),
            ...describe(code, asPeopleSay(params, language, t('status.owner'))),
            code,
          };
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
          const { want, count, hasByEye } = verdict;
          return {
            big: t(`packing.want.${want}`, { count }),
            says: '',
            next: t(`packing.wantNote.${want === 'goods' && hasByEye !== true ? 'coded' : want}`),
            code: '',
          };
        }
      }
    },
    [t, describe, language],
  );
}
