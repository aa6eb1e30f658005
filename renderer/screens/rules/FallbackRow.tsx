import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleProblem } from '../../../shared/contracts/rules.ts';
import { outcomeText, type RuleNames } from '../../words/ruleSentence.ts';
import { OutcomeEditor } from './OutcomeEditor.tsx';
import { ProblemLines } from './ProblemLines.tsx';
import type { Outcome } from './ruleDraft.ts';

interface FallbackRowProps {
  readonly fallback: Outcome | null;
  readonly names: RuleNames;
  readonly problems: readonly RuleProblem[];
  onChange(fallback: Outcome | null): void;
}

/** The last sentence: what becomes of all orders no rule fits. */
export function FallbackRow({ fallback, names, problems, onChange }: FallbackRowProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="rule">
      <div className="rule-line">
        <span className="rule-no soft">…</span>
        <p className="rule-sentence grow">
          <span>{t('rules.sentence.rest')}</span>
          <span className="rule-does">{t('rules.sentence.does')}</span>
          <button
            type="button"
            className="rule-chip rule-chip-outcome"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {outcomeText(fallback, t, names)}
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
