import { useTranslation } from 'react-i18next';
import type { RuleNames } from '../../../shared/text/ruleSentence.ts';
import type { RuleSet, RuleTrial } from '../../bridge/queries/bookingQueries.ts';
import { formatCount, formatMoney } from '../../parts/format.ts';
import { MovesTable, useFreightWords } from './MovesTable.tsx';

interface TrialPanelProps {
  readonly set: RuleSet;
  readonly trial: RuleTrial;
  readonly names: RuleNames;
}

type Destination = RuleTrial['moves'][number]['before'];

/** What the changed rules would have done with past orders. */
export function TrialPanel({ set, trial, names }: TrialPanelProps) {
  const { t } = useTranslation();
  const { difference } = useFreightWords();
  if (trial.orders === 0) return <p className="soft">{t('rules.trial.none')}</p>;
  const { freight } = trial;
  const nameOf = (ruleId: string): string => {
    const at = set.rules.findIndex(({ id }) => id === ruleId);
    return at === -1 ? t('rules.trial.fallback') : t('rules.row.no', { no: at + 1 });
  };
  return (
    <div className="stack-tight" aria-live="polite">
      <p>
        <strong>
          {t('rules.trial.says', {
            count: trial.orders,
            shown: formatCount(trial.orders),
            moved: formatCount(trial.moved),
          })}
        </strong>
        {trial.isCut && <span className="soft"> {t('rules.trial.cut')}</span>}
      </p>
      <p>{t('rules.trial.held', { before: trial.heldBefore, after: trial.heldAfter })}</p>
      {freight.compared > 0 && (
        <p>
          {t('rules.trial.freight', {
            before: formatMoney(freight.beforeFen),
            after: formatMoney(freight.afterFen),
            difference: difference(freight.beforeFen, freight.afterFen),
            compared: formatCount(freight.compared),
          })}
        </p>
      )}
      {freight.unknown > 0 && (
        <p className="trial-unknown">{t('rules.trial.unknown', { count: freight.unknown })}</p>
      )}
      <ul className="plain-list trial-counts">
        {trial.rules.map(({ ruleId, before, after }) => (
          <li key={ruleId} className={before === after ? 'soft' : ''}>
            {nameOf(ruleId)} <span className="number">{t('rules.trial.counts', { before, after })}</span>
          </li>
        ))}
      </ul>
      <Moves trial={trial} names={names} />
    </div>
  );
}

function Moves({ trial, names }: { readonly trial: RuleTrial; readonly names: RuleNames }) {
  const { t } = useTranslation();
  const { cost } = useFreightWords();
  if (trial.moved === 0) return <p className="soft">{t('rules.trial.noMoves')}</p>;
  const whereText = ({ kind, accountName, carrier, reason }: Destination): string => {
    if (kind === 'none') return t('rules.trial.nowhere');
    if (kind === 'hold') return `${t('rules.trial.hold')} ${reason}`.trim();
    return t('rule.outcome.lane', { account: accountName, carrier: names.carrier(carrier) });
  };
  return (
    <MovesTable
      moved={trial.moved}
      moves={trial.moves}
      columns={[
        [t('col.orderNo'), ({ orderNo }) => orderNo, 'number'],
        [t('rules.trial.place'), ({ place }) => place],
        [t('rules.trial.before'), ({ before }) => whereText(before)],
        [t('rules.trial.after'), ({ after }) => whereText(after)],
        [t('rules.trial.cost'), (move) => `${cost(move.beforeFen)} → ${cost(move.afterFen)}`, 'number'],
      ]}
    />
  );
}
