import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RuleProblem } from '../../../shared/contracts/rules.ts';
import type { RuleNames } from '../../../shared/text/ruleSentence.ts';
import { ask } from '../../bridge/core.ts';
import { useCarrierOptions } from '../../bridge/knownNames.ts';
import { Button } from '../../parts/Button.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../parts/form/choices.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { type Lane, laneOf, type Outcome } from './ruleDraft.ts';

interface OutcomeEditorProps {
  readonly outcome: Outcome | null;
  readonly names: RuleNames;
  /** The rule may leave it to Settings: only the last one, for all other orders. */
  readonly mayLeave?: boolean;
  onChange(outcome: Outcome | null): void;
  onClose(): void;
}

const lanesOf = (outcome: Outcome | null): Lane[] => {
  if (outcome?.kind === 'book') return [outcome.lane];
  return outcome?.kind === 'cheapest' ? outcome.lanes : [];
};

/** What happens with the orders of a rule: one way, the cheapest of several, or a person. */
export function OutcomeEditor({ outcome, mayLeave = false, onChange, onClose }: OutcomeEditorProps) {
  const { t } = useTranslation();
  const accounts = useQuery(ask.settings.accounts.queryOptions()).data ?? [];
  const kinds = choicesOf(
    ['book', 'cheapest', 'hold', ...(mayLeave ? (['settings'] as const) : [])],
    (value) => t(`rules.outcome.kindName.${value}`),
  );
  const first = lanesOf(outcome)[0] ?? laneOf(accounts[0]?.id ?? '-');
  const choose = (kind: 'book' | 'cheapest' | 'hold' | 'settings'): void => {
    if (kind === 'settings') onChange(null);
    else if (kind === 'book') onChange({ kind, lane: first });
    else if (kind === 'hold') onChange({ kind, reason: '' });
    else onChange({ kind, lanes: [first, laneOf(first.accountId)] });
  };
  const lanes = lanesOf(outcome);
  const putLanes = (changed: Lane[]): void => {
    const [only] = changed;
    if (outcome?.kind === 'cheapest') onChange({ kind: 'cheapest', lanes: changed });
    else if (only !== undefined) onChange({ kind: 'book', lane: only });
  };
  return (
    <fieldset className="rule-editor" aria-label={t('rules.outcome.kind')}>
      <ChoiceField
        label={t('rules.outcome.kind')}
        value={outcome?.kind ?? 'settings'}
        choices={kinds}
        onChange={choose}
      />
      {outcome?.kind === 'hold' && (
        <TextField
          label={t('rules.outcome.reason')}
          value={outcome.reason}
          maxLength={100}
          isAutoFocused
          onChange={(reason) => onChange({ kind: 'hold', reason })}
        />
      )}
      {lanes.map((lane, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ways have no identity but their place
        <div key={index} className="rule-range">
          <LaneFields
            lane={lane}
            onChange={(changed) => putLanes(lanes.map((one, at) => (at === index ? changed : one)))}
          />
          {lanes.length > 1 && (
            <Button
              look="quiet"
              icon="close"
              label={t('rules.outcome.removeLane')}
              onPress={() => putLanes(lanes.filter((_lane, at) => at !== index))}
            />
          )}
        </div>
      ))}
      <div className="form-actions">
        <Button size="small" look="primary" onPress={onClose}>
          {t('rules.edit.done')}
        </Button>
        {outcome?.kind === 'cheapest' && lanes.length < 10 && (
          <Button size="small" icon="plus" onPress={() => putLanes([...lanes, laneOf(first.accountId)])}>
            {t('rules.outcome.addLane')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** Account and carrier of one way, with its product and label template where somebody wants them. */
export function LaneFields({ lane, onChange }: { readonly lane: Lane; onChange(lane: Lane): void }) {
  const { t } = useTranslation();
  const accounts = useQuery(ask.settings.accounts.queryOptions()).data ?? [];
  const carriers = useCarrierOptions();
  const isKnown = accounts.some(({ id }) => id === lane.accountId);
  return (
    <>
      <SelectField
        label={t('field.account')}
        width={180}
        placeholder={t('field.account')}
        value={isKnown ? lane.accountId : null}
        options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(accountId) => onChange({ ...lane, accountId })}
      />
      <SelectField
        label={t('field.carrier')}
        width={180}
        value={lane.carrier}
        options={[{ value: '', label: t('rule.outcome.ownCarrier') }, ...carriers]}
        onChange={(carrier) => onChange({ ...lane, carrier })}
      />
      <TextField
        label={t('rules.outcome.product')}
        value={lane.product}
        maxLength={40}
        onChange={(product) => onChange({ ...lane, product: product.trim() })}
      />
      <TextField
        label={t('rules.outcome.template')}
        value={lane.template}
        maxLength={40}
        onChange={(template) => onChange({ ...lane, template: template.trim() })}
      />
    </>
  );
}

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
      {t(`rule.problem.${code}`, {
        rules: byRuleNos.join(t('common.listComma')),
        account: accountName,
        carrier: names.carrier(carrier),
      })}
    </p>
  ));
}
