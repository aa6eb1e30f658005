import { useTranslation } from 'react-i18next';
import { type CaseRule, caseRuleLimits } from '../../../shared/domain/cases/caseRules.ts';
import {
  type CaseKind,
  type CaseLevel,
  caseKindFacts,
  caseLevels,
  restDays,
} from '../../../shared/domain/cases/trackingCase.ts';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { limitText, readLimit } from './limitText.ts';

/** A rule while somebody types. */
export interface DraftRule extends CaseRule {
  readonly limitText: string;
  readonly answerText: string;
}

interface RuleTableProps {
  readonly rules: readonly DraftRule[];
  onChange(kind: CaseKind, patch: Partial<DraftRule>): void;
}

/** The rules by how soon somebody has to look. */
export function RuleTable({ rules, onChange }: RuleTableProps) {
  const { t } = useTranslation();
  return (
    <div className="panel">
      <table className="case-rules-table">
        <thead>
          <tr>
            <th scope="col">{t('caseRules.rule')}</th>
            <th scope="col">{t('caseRules.limit')}</th>
            <th scope="col">{t('caseRules.rest')}</th>
            <th scope="col">{t('caseRules.answer')}</th>
          </tr>
        </thead>
        {caseLevels.map((level) => (
          <LevelRows
            key={level}
            level={level}
            rules={rules.filter(({ kind }) => caseKindFacts[kind].level === level)}
            onChange={onChange}
          />
        ))}
      </table>
    </div>
  );
}

function LevelRows({ level, rules, onChange }: RuleTableProps & { readonly level: CaseLevel }) {
  const { t } = useTranslation();
  return (
    <tbody>
      <tr className="case-rules-level">
        <th scope="rowgroup" colSpan={4}>
          {t(`caseLevel.${level}`)}
        </th>
      </tr>
      {rules.map((rule) => (
        <RuleRow key={rule.kind} rule={rule} onChange={onChange} />
      ))}
    </tbody>
  );
}

function RuleRow({
  rule,
  onChange,
}: {
  readonly rule: DraftRule;
  readonly onChange: RuleTableProps['onChange'];
}) {
  const { t } = useTranslation();
  const { kind, isOn } = rule;
  const range = caseKindFacts[kind].limit;
  const name = t(`caseKind.${kind}`);
  return (
    <tr className={isOn ? '' : 'soft'}>
      <th scope="row">
        <CheckField label={name} isOn={isOn} onChange={(on) => onChange(kind, { isOn: on })} />
      </th>
      <td colSpan={range === null ? 2 : 1}>
        {range === null ? (
          <span className="soft">{t('caseRules.atOnce')}</span>
        ) : (
          <NumberCell
            label={`${name} ${t('caseRules.limit')}`}
            text={rule.limitText}
            range={range}
            onChange={(limitText) => onChange(kind, { limitText })}
          />
        )}
        {caseKindFacts[kind].isByLane && (
          <CheckField
            label={t('caseRules.byLane')}
            isOn={rule.isByLane}
            onChange={(isByLane) => onChange(kind, { isByLane })}
          />
        )}
      </td>
      {range !== null && (
        <td>
          {range.unit === 'hours' && (
            <SelectField
              label={`${name} ${t('caseRules.rest')}`}
              isLabelHidden
              width={184}
              value={rule.rest}
              options={restDays.map((value) => ({ value, label: t(`caseRest.${value}`) }))}
              onChange={(rest) => onChange(kind, { rest })}
            />
          )}
        </td>
      )}
      <td>
        <NumberCell
          label={`${name} ${t('caseRules.answer')}`}
          text={rule.answerText}
          range={{ unit: 'hours', ...caseRuleLimits.answerHours }}
          onChange={(answerText) => onChange(kind, { answerText })}
        />
      </td>
    </tr>
  );
}

interface NumberCellProps {
  readonly label: string;
  readonly text: string;
  readonly range: Parameters<typeof readLimit>[1];
  onChange(text: string): void;
}

/** A number with its unit; what is out of range says which range. */
function NumberCell({ label, text, range, onChange }: NumberCellProps) {
  const { t } = useTranslation();
  const { unit, least, most } = range;
  const isWrong = readLimit(text, range) === null;
  return (
    <span className="case-rules-number">
      <input
        className="text-input"
        type="text"
        inputMode={unit === 'fen' ? 'decimal' : 'numeric'}
        aria-label={label}
        aria-invalid={isWrong}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <span>{t(`caseRules.unit.${unit}`)}</span>
      {isWrong && (
        <span className="field-error">
          {t('caseRules.range', { least: limitText(unit, least), most: limitText(unit, most) })}
        </span>
      )}
    </span>
  );
}
