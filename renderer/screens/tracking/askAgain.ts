import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../shared/contracts/contract.ts';
import { core } from '../../bridge/core.ts';
import { useDescribe } from '../../words/describe.ts';
import { useAct } from '../../work/useAct.ts';

/** The contract takes as many in one go. */
const mostAtOnce = 200;

interface Asked extends Answered<'track', 'refresh'> {
  /** Numbers were named; otherwise those that are due were meant. */
  readonly isNamed: boolean;
}

async function askPlatforms(waybillNos: readonly string[]): Promise<Asked> {
  let told = await core.track.refresh({ waybillNos: waybillNos.slice(0, mostAtOnce) });
  for (let first = mostAtOnce; first < waybillNos.length; first += mostAtOnce) {
    const next = await core.track.refresh({ waybillNos: waybillNos.slice(first, first + mostAtOnce) });
    told = {
      ...(next.errorCode === '' ? told : next),
      refreshed: told.refreshed + next.refreshed,
      failed: told.failed + next.failed,
    };
  }
  return { ...told, isNamed: waybillNos.length > 0 };
}

/** Why nobody was asked. */
const noneAsked = ({ waiting, isNamed }: Asked) =>
  waiting > 0 ? 'track.dueWait' : isNamed ? 'track.askedJustNow' : 'track.noneDue';

/** Asks the platforms for many numbers, or for all that are due (none named), and says how it went. */
export function useAskAgain() {
  const { t } = useTranslation();
  const describe = useDescribe();
  return useAct(askPlatforms, {
    says: (asked) => {
      const { refreshed, failed, waiting, errorCode, errorParams } = asked;
      if (failed === 0 && refreshed === 0) return t(noneAsked(asked), { count: waiting });
      return failed > 0
        ? {
            tone: 'failed',
            says: t('track.refreshFailed', { count: failed }),
            next: describe(errorCode, errorParams).says,
            code: errorCode,
          }
        : t('track.refreshed', { count: refreshed });
    },
  });
}
