import { useTranslation } from 'react-i18next';
import type { PreflightRow } from '../../../../shared/contracts/preflightContract.ts';
import { Button } from '../../../parts/Button.tsx';
import { formatCount } from '../../../parts/formatCount.ts';
import { StateMark, type Tone } from '../../../parts/StateMark.tsx';
import { usePlace } from '../../../parts/usePlace.ts';
import { findingAct } from './findingAct.ts';
import { useFindingWords } from './useFindingWords.ts';

const tones = { ok: 'done', warn: 'unsure', stop: 'failed', unknown: 'rest' } as const satisfies Record<
  PreflightRow['state'],
  Tone
>;

/** Orders a finding is about; each leads to its row. */
function Concerned({ finding }: { readonly finding: PreflightRow }) {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  if (finding.total === 0) return null;
  return (
    <details className="preflight-finding-orders">
      <summary>
        {t('preflight.concerns', { count: finding.total, shown: formatCount(finding.total) })}
      </summary>
      <p className="line small">
        {finding.orderNos.map((orderNo) => (
          <button
            key={orderNo}
            type="button"
            className="link number"
            onClick={() => go('ship', { search: orderNo })}
          >
            {orderNo}
          </button>
        ))}
        {finding.total > finding.orderNos.length && (
          <span className="soft">
            {t('preflight.moreOrders', { count: finding.total - finding.orderNos.length })}
          </span>
        )}
      </p>
    </details>
  );
}

/** One thing that was looked at, with its action and its orders. */
export function FindingLine({ finding }: { readonly finding: PreflightRow }) {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  const { says, next } = useFindingWords()(finding);
  const act = findingAct(finding);
  return (
    <li className="preflight-finding">
      <StateMark tone={tones[finding.state]} label={t(`preflight.state.${finding.state}`)} />
      <strong className="preflight-finding-name">{t(`preflight.name.${finding.name}`)}</strong>
      <div className="preflight-finding-words">
        <p>{says}</p>
        {next !== '' && <p className="soft small">{next}</p>}
        <Concerned finding={finding} />
        {finding.code !== '' && <code className="code">{finding.code}</code>}
      </div>
      {act !== null && (
        <Button size="small" onPress={() => go(act.screen, act.focus)}>
          {t(`preflight.act.${act.name}`)}
        </Button>
      )}
    </li>
  );
}
