import { useTranslation } from 'react-i18next';
import type { RuleProblem } from '../../../shared/contracts/rules.ts';
import { Icon } from '../../parts/Icon.tsx';
import type { RuleNames } from '../../words/ruleSentence.ts';

/** What is wrong with a rule, in words beside it. */
export function ProblemLines({
  problems,
  names,
}: {
  readonly problems: readonly RuleProblem[];
  readonly names: RuleNames;
}) {
  const { t } = useTranslation();
  return problems.map(({ code, byRuleNos, accountName, carrier }) => (
    <p key={`${code} ${accountName} ${carrier}`} className="rule-problem small">
      <Icon name="alert" />
      {t(`rules.problem.${code}`, {
        rules: byRuleNos.join(t('common.listComma')),
        account: accountName,
        carrier: names.carrier(carrier),
      })}
    </p>
  ));
}
