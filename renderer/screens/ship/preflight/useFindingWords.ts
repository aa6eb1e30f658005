import { useTranslation } from 'react-i18next';
import type { PreflightRow } from '../../../../shared/contracts/preflightContract.ts';
import { useDescribe } from '../../../words/useDescribe.ts';

/** A finding in words: what is so, and what to do when it is not well. */
export function useFindingWords(): (finding: PreflightRow) => {
  readonly says: string;
  readonly next: string;
} {
  const { t } = useTranslation();
  const describe = useDescribe();
  return ({ name, state, code, params }) => {
    if (code !== '') return describe(code, params);
    if (state === 'unknown') return { says: t(`preflight.notKnown.${name}`), next: '' };
    if (name === 'balance' && params.why === 'unlimited')
      return { says: t('preflight.balanceUnlimited'), next: '' };
    if ((name === 'printer' && params.state === 'none') || (name === 'paper' && params.labels === 0))
      return { says: t('preflight.noPrint'), next: '' };
    return { says: t(`preflight.fine.${name}`, params), next: '' };
  };
}
