import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleProblem } from '../../../shared/contracts/rules.ts';
import { clauseText, outcomeText, type RuleNames } from '../../../shared/text/ruleSentence.ts';
import { pageClock } from '../../bridge/page.ts';
import type { Rule } from '../../bridge/questions.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { AddCondition, ConditionEditor } from './ConditionEditor.tsx';
import { OutcomeEditor, ProblemLines } from './OutcomeEditor.tsx';
import { type Condition, newShare } from './ruleDraft.ts';
import { SharePanel } from './SharePanel.tsx';

interface RuleRowProps {
  readonly rule: Rule;
  readonly no: number;
  readonly isLast: boolean;
  /** It was just added: its outcome waits to be chosen. */
  readonly isOpen: boolean;
  readonly isSaved: boolean;
  readonly basedOn: number;
  readonly names: RuleNames;
  readonly problems: readonly RuleProblem[];
  onOpen(isOpen: boolean): void;
  onChange(patch: Partial<Rule>): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
  onDrag(): void;
  onDrop(): void;
}

/** Which chip of the sentence is being edited: a clause by its place, or the outcome. */
type Edited = number | 'outcome' | null;

/** One rule as a sentence of chips; Enter on a chip edits it below the sentence, Esc closes. */
export function RuleRow(props: RuleRowProps) {
  const { rule, no, names, onChange } = props;
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Edited>(props.isOpen ? 'outcome' : null);
  const condition = typeof edited === 'number' ? rule.conditions[edited] : undefined;
  const put = (at: number, changed: Condition | null): void =>
    onChange({
      conditions: rule.conditions.flatMap((one, index) =>
        index === at ? (changed === null ? [] : [changed]) : [one],
      ),
    });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && edited !== null) {
      event.stopPropagation();
      setEdited(null);
      props.onOpen(false);
    }
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    props.onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li
      className={rule.isEnabled ? 'rule' : 'rule rule-off'}
      draggable={edited === null}
      aria-label={t('rules.row.no', { no })}
      onDragStart={props.onDrag}
      onDragOver={(event) => event.preventDefault()}
      onDrop={props.onDrop}
      onKeyDown={onKey}
    >
      <div className="rule-line">
        <span className="rule-no number">{no}</span>
        <Sentence rule={rule} names={names} edited={edited} onEdit={setEdited} onChange={onChange} />
        <RowButtons {...props} />
      </div>
      <ProblemLines problems={props.problems} names={names} />
      {condition !== undefined && typeof edited === 'number' && (
        <ConditionEditor
          key={edited}
          condition={condition}
          names={names}
          onChange={(changed) => put(edited, changed)}
          onRemove={() => {
            put(edited, null);
            setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
      {edited === 'outcome' && (
        <OutcomeEditor
          outcome={rule.outcome}
          names={names}
          onChange={(outcome) => outcome !== null && onChange({ outcome })}
          onClose={() => setEdited(null)}
        />
      )}
      {rule.share !== null && <SharePanel {...props} share={rule.share} />}
    </li>
  );
}

interface SentenceProps {
  readonly rule: Rule;
  readonly names: RuleNames;
  readonly edited: Edited;
  onEdit(edited: Edited): void;
  onChange(patch: Partial<Rule>): void;
}

function Sentence({ rule, names, edited, onEdit: setEdited, onChange }: SentenceProps) {
  const { t } = useTranslation();
  return (
    <p className="rule-sentence grow">
      <span>{t('rules.sentence.when')}</span>
      {rule.conditions.length === 0 && <span className="soft">{t('rule.every')}</span>}
      {rule.conditions.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: clauses have no identity but their place
        <span key={index} className="rule-clause">
          {index > 0 && <span>{t('rule.and')}</span>}
          <button
            type="button"
            className="rule-chip"
            aria-expanded={edited === index}
            onClick={() => setEdited(edited === index ? null : index)}
          >
            {clauseText(one, names)}
          </button>
        </span>
      ))}
      <AddCondition
        onAdd={(added) => {
          onChange({ conditions: [...rule.conditions, added] });
          setEdited(added.kind === 'cod' || added.kind === 'noWeight' ? null : rule.conditions.length);
        }}
      />
      <span className="rule-then">
        <span>{t('rules.sentence.does')}</span>
        <button
          type="button"
          className="rule-chip rule-chip-outcome"
          aria-expanded={edited === 'outcome'}
          onClick={() => setEdited(edited === 'outcome' ? null : 'outcome')}
        >
          {outcomeText(rule.outcome, names)}
        </button>
      </span>
      {!rule.isEnabled && <span className="default-mark">{t('rules.row.isOff')}</span>}
    </p>
  );
}

function RowButtons({ rule, no, isLast, onChange, onMove, onRemove }: RuleRowProps) {
  const { t } = useTranslation();
  return (
    <span className="rule-buttons">
      {rule.share === null && rule.outcome.kind !== 'hold' && (
        <Button
          look="quiet"
          size="small"
          onPress={() => onChange({ share: newShare(rule.outcome, pageClock.now()) })}
        >
          {t('rules.row.addShare')}
        </Button>
      )}
      <IconButton icon="up" label={t('rules.row.up')} isDisabled={no === 1} onPress={() => onMove(-1)} />
      <IconButton icon="down" label={t('rules.row.down')} isDisabled={isLast} onPress={() => onMove(1)} />
      <IconButton
        icon={rule.isEnabled ? 'pause' : 'play'}
        label={t(rule.isEnabled ? 'rules.row.off' : 'rules.row.on')}
        onPress={() => onChange({ isEnabled: !rule.isEnabled })}
      />
      <IconButton icon="trash" label={t('rules.row.remove')} onPress={onRemove} />
    </span>
  );
}
