import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseRule, CaseRuleSet } from '../../../shared/domain/cases/caseRules.ts';
import { caseRuleLimits, usualCaseRules, usualPauses } from '../../../shared/domain/cases/caseRules.ts';
import { caseKindFacts } from '../../../shared/domain/cases/trackingCase.ts';
import { ask, core } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { Section } from '../../parts/Section.tsx';
import { AnswerState } from '../../work/AnswerState.tsx';
import { useAct } from '../../work/useAct.ts';
import { LimitList } from './LimitList.tsx';
import { limitText, readLimit } from './limitText.ts';
import { PauseList } from './PauseList.tsx';
import { type DraftRule, RuleTable } from './RuleTable.tsx';
import './caseRules.css';

const toDraft = (rule: CaseRule): DraftRule => ({
  ...rule,
  limitText:
    rule.limit === null ? '' : limitText(caseKindFacts[rule.kind].limit?.unit ?? 'hours', rule.limit),
  answerText: String(rule.answerHours),
});

/** What becomes an exception and when: every rule has a usual value, and a person may set another. */
export function CaseRulesSection() {
  const { t } = useTranslation();
  const answer = useQuery(ask.cases.rules.queryOptions());
  const set = answer.data;
  return (
    <Section title={t('settings.section.caseRules')} look="case-rules">
      <p className="soft">{t('caseRules.intro')}</p>
      <AnswerState answer={answer} />
      {set !== undefined && <RulesForm key={JSON.stringify(set)} set={set} />}
    </Section>
  );
}

function RulesForm({ set }: { readonly set: CaseRuleSet }) {
  const { t } = useTranslation();
  const [rules, setRules] = useState(set.rules.map(toDraft));
  const [limits, setLimits] = useState(set.exceptions);
  const [pauses, setPauses] = useState(set.pauses);
  const save = useAct((changed: CaseRuleSet) => core.cases.setRules(changed), {
    says: () => t('caseRules.saved'),
    after: (saved) => queryClient.setQueryData(ask.cases.rules.queryKey(), saved),
    isShownInPlace: true,
  });
  const read = rules.map(readDraft);
  const whole = read.filter((rule) => rule !== null);
  const isReady = whole.length === read.length;
  const changed: CaseRuleSet = { ...set, rules: whole, exceptions: limits, pauses };
  const isChanged = !isReady || JSON.stringify(changed) !== JSON.stringify({ ...set, rules: set.rules });
  return (
    <>
      <RuleTable
        rules={rules}
        onChange={(kind, patch) =>
          setRules(rules.map((rule) => (rule.kind === kind ? { ...rule, ...patch } : rule)))
        }
      />
      <h3>{t('caseRules.limits')}</h3>
      <p className="soft small">{t('caseRules.limitsNote')}</p>
      <LimitList
        limits={limits}
        usualOf={(kind) => whole.find((rule) => rule.kind === kind)?.limit ?? null}
        onChange={setLimits}
      />
      <h3>{t('caseRules.pauses')}</h3>
      <p className="soft small">{t('caseRules.pausesNote')}</p>
      <PauseList pauses={pauses} onChange={setPauses} />
      {save.failure !== null && <FailureNotice failure={save.failure} />}
      <div className="line case-rules-foot">
        <Button look="primary" isDisabled={!isReady || !isChanged} {...save.press(changed)}>
          {t('caseRules.save')}
        </Button>
        <Button
          onPress={() => {
            setRules(usualCaseRules.map(toDraft));
            setLimits([]);
            setPauses(usualPauses);
          }}
        >
          {t('caseRules.usual')}
        </Button>
        {isChanged && <span className="soft small">{t('caseRules.unsaved')}</span>}
      </div>
    </>
  );
}

/** null: a number is missing or out of range. */
function readDraft({ limitText: typed, answerText, ...rule }: DraftRule): CaseRule | null {
  const range = caseKindFacts[rule.kind].limit;
  const limit = range === null ? null : readLimit(typed, range);
  const answerHours = readLimit(answerText, { unit: 'hours', ...caseRuleLimits.answerHours });
  return answerHours === null || (range !== null && limit === null) ? null : { ...rule, limit, answerHours };
}
