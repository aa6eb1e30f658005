import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleProblem, RuleSetView } from '../../../shared/contracts/rules.ts';
import { regionGroups } from '../../../shared/domain/bookingRule.ts';
import { outcomeText, type RuleNames } from '../../../shared/text/ruleSentence.ts';
import { ask } from '../../bridge/core.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import type { RuleSet } from '../../bridge/questions.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { useDraft } from '../../parts/view.ts';
import { useLanguage } from '../../words/useLanguage.ts';
import { AreasPanel } from './AreasPanel.tsx';
import { OutcomeEditor, ProblemLines } from './OutcomeEditor.tsx';
import { RuleRow } from './RuleRow.tsx';
import { moveRule, newRule, type Outcome, removeRule, replaceRule } from './ruleDraft.ts';
import { SaveBar, VersionsPanel } from './SaveBar.tsx';

/** The rules as sentences, in their order. */
export function RulesTab() {
  const saved = useQuery(ask.rules.get.queryOptions()).data;
  return saved === undefined ? null : <RuleList key={saved.versionNo} saved={saved} />;
}

interface Draft {
  /** The version the change was made on. */
  readonly basedOn: number;
  readonly set: RuleSet;
}

function RuleList({ saved }: { readonly saved: RuleSetView }) {
  const { t } = useTranslation();
  const accounts = useQuery(ask.settings.accounts.queryOptions()).data ?? [];
  const [draft, change, forget] = useDraft<Draft | null>('rules', null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [draggedId, setDraggedId] = useState<string | null>(null);
  const isChanged = draft !== null && draft.basedOn === saved.versionNo;
  const set = isChanged ? draft.set : saved.set;
  const names = useRuleNames(set.areas);
  const checked = useQuery(ask.rules.check.queryOptions({ input: { set }, enabled: isChanged })).data;
  const problems = isChanged ? (checked ?? []) : saved.problems;
  const edit = (next: (before: RuleSet) => RuleSet): void =>
    change((before) => ({
      basedOn: saved.versionNo,
      set: next(before !== null && before.basedOn === saved.versionNo ? before.set : saved.set),
    }));
  const discard = (): void => {
    change(() => null);
    forget();
  };
  const add = (): void => {
    const rule = newRule(accounts[0]?.id ?? '-');
    edit((before) => ({ ...before, rules: [...before.rules, rule] }));
    setOpenId(rule.id);
  };
  return (
    <>
      <div className="line">
        <p className="grow soft small">{t('rules.intro')}</p>
        <Button look={set.rules.length === 0 ? 'primary' : 'plain'} icon="plus" onPress={add}>
          {t('rules.add')}
        </Button>
      </div>
      {isChanged && <SaveBar set={set} basedOn={saved.versionNo} names={names} onDone={discard} />}
      <ol className="panel plain-list rule-list">
        {set.rules.map((rule, index) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            no={index + 1}
            isLast={index === set.rules.length - 1}
            isOpen={openId === rule.id}
            isSaved={!isChanged}
            basedOn={saved.versionNo}
            names={names}
            problems={problems.filter(({ ruleId }) => ruleId === rule.id)}
            onOpen={(isOpen) => setOpenId(isOpen ? rule.id : null)}
            onChange={(patch) => edit((before) => replaceRule(before, rule.id, patch))}
            onMove={(by) => edit((before) => moveRule(before, rule.id, index + by))}
            onRemove={() => edit((before) => removeRule(before, rule.id))}
            onDrag={() => setDraggedId(rule.id)}
            onDrop={() => draggedId !== null && edit((before) => moveRule(before, draggedId, index))}
          />
        ))}
        {set.rules.length === 0 && (
          <li>
            <EmptyState icon="ship" title={t('rules.noRules')}>
              <p>{t('rules.noRulesNote')}</p>
            </EmptyState>
          </li>
        )}
        <FallbackRow
          fallback={set.fallback}
          names={names}
          problems={problems.filter(({ ruleId }) => ruleId === '')}
          onChange={(fallback) => edit((before) => ({ ...before, fallback }))}
        />
      </ol>
      {set.rules.length > 1 && <p className="soft small">{t('rules.row.keys')}</p>}
      <AreasPanel areas={set.areas} onChange={(areas) => edit((before) => ({ ...before, areas }))} />
      <VersionsPanel versionNo={saved.versionNo} />
    </>
  );
}

/** Names for the keys in rules; until the accounts are read nothing is called missing. */
function useRuleNames(areas: RuleSet['areas']): RuleNames {
  const { t } = useTranslation();
  const language = useLanguage();
  const carrier = useCarrierNames();
  const accounts = useQuery(ask.settings.accounts.queryOptions()).data;
  return useMemo(
    () => ({
      language,
      account: (id) => (accounts === undefined ? '' : (accounts.find((one) => one.id === id)?.name ?? null)),
      carrier,
      area: (id) => {
        const own = areas.find((area) => area.id === id)?.name;
        if (own !== undefined) return own;
        return regionGroups.some((group) => group.id === id) ? t(`rule.area.${id}` as 'rule.area.far') : null;
      },
      areaIds: [...areas, ...regionGroups].map(({ id }) => id),
    }),
    [accounts, carrier, areas, language, t],
  );
}

interface FallbackRowProps {
  readonly fallback: Outcome | null;
  readonly names: RuleNames;
  readonly problems: readonly RuleProblem[];
  onChange(fallback: Outcome | null): void;
}

/** The last sentence: what becomes of all orders no rule fits. */
function FallbackRow({ fallback, names, problems, onChange }: FallbackRowProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="rule">
      <div className="rule-line">
        <span className="rule-no soft">…</span>
        <p className="rule-sentence grow">
          <span>{t('rules.sentence.rest')}</span>
          <span>{t('rules.sentence.does')}</span>
          <button
            type="button"
            className="rule-chip rule-chip-outcome"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {outcomeText(fallback, names)}
          </button>
        </p>
      </div>
      <ProblemLines problems={problems} names={names} />
      {isOpen && (
        <OutcomeEditor
          outcome={fallback}
          names={names}
          mayLeave
          onChange={onChange}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  );
}
