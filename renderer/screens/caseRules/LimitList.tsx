import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CaseLimitException,
  caseRuleLimits,
  isSameLimitException,
  limitedCaseKinds,
} from '../../../shared/domain/cases/caseRules.ts';
import { type CaseKind, caseKindFacts } from '../../../shared/domain/cases/trackingCase.ts';
import { ask } from '../../bridge/core.ts';
import { useCarrierNames, useCarrierOptions } from '../../bridge/knownNames.ts';
import { Button } from '../../parts/Button.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { limitText, readLimit } from './limitText.ts';

interface LimitListProps {
  readonly limits: readonly CaseLimitException[];
  /** What holds where no limit of its own does. */
  usualOf(kind: CaseKind): number | null;
  onChange(limits: readonly CaseLimitException[]): void;
}

/** Limits that hold for one carrier, one province, or one carrier to one province, instead of the rule's. */
export function LimitList({ limits, usualOf, onChange }: LimitListProps) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const unitOf = (kind: CaseKind) => caseKindFacts[kind].limit?.unit ?? 'hours';
  const shown = (kind: CaseKind, limit: number | null) => ({
    limit: limit === null ? '–' : limitText(unitOf(kind), limit),
    unit: t(`caseRules.unit.${unitOf(kind)}`),
  });
  const whose = ({ carrier, province }: CaseLimitException) =>
    [
      carrier === '' ? t('caseRules.anyCarrier') : carrierName(carrier),
      province === '' ? t('caseRules.anyProvince') : province,
    ].join(' → ');
  return (
    <div className="panel panel-pad stack">
      {limits.length === 0 && <p className="soft">{t('caseRules.noLimit')}</p>}
      <ul className="plain-list">
        {limits.map((limit) => (
          <li key={`${limit.kind} ${limit.carrier} ${limit.province}`} className="line case-rules-limit">
            <strong>{t(`caseKind.${limit.kind}`)}</strong>
            <span>{whose(limit)}</span>
            <span className="number">{Object.values(shown(limit.kind, limit.limit)).join(' ')}</span>
            <span className="soft small number">
              {t('caseRules.insteadOf', shown(limit.kind, usualOf(limit.kind)))}
            </span>
            <span className="grow" />
            <Button
              size="small"
              label={t('caseRules.removePause', { name: `${t(`caseKind.${limit.kind}`)} ${whose(limit)}` })}
              onPress={() => onChange(limits.filter((one) => one !== limit))}
            >
              {t('caseRules.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <NewLimit
        isFull={limits.length >= caseRuleLimits.exceptions}
        onAdd={(limit) => onChange([...limits.filter((one) => !isSameLimitException(one, limit)), limit])}
      />
    </div>
  );
}

interface NewLimitProps {
  readonly isFull: boolean;
  onAdd(limit: CaseLimitException): void;
}

const all = '';

/** One more of them; the same carrier and province again takes the place of what is there. */
function NewLimit({ isFull, onAdd }: NewLimitProps) {
  const { t } = useTranslation();
  const carriers = useCarrierOptions();
  const provinces = useQuery(ask.rules.names.queryOptions()).data?.provinces ?? [];
  const [kind, setKind] = useState<CaseKind>('silent');
  const [carrier, setCarrier] = useState(all);
  const [province, setProvince] = useState(all);
  const [text, setText] = useState('');
  const range = caseKindFacts[kind].limit;
  const limit = range === null ? null : readLimit(text, range);
  // Without either it would be the rule itself.
  const isReady = limit !== null && (carrier !== all || province !== all) && !isFull;
  return (
    <div className="line case-rules-new">
      <SelectField
        label={t('caseRules.rule')}
        width={168}
        value={kind}
        options={limitedCaseKinds.map((value) => ({ value, label: t(`caseKind.${value}`) }))}
        onChange={setKind}
      />
      <SelectField
        label={t('col.carrier')}
        width={160}
        value={carrier}
        options={[{ value: all, label: t('caseRules.anyCarrier') }, ...carriers]}
        onChange={setCarrier}
      />
      <SelectField
        label={t('caseRules.province')}
        width={160}
        value={province}
        options={[
          { value: all, label: t('caseRules.anyProvince') },
          ...provinces.map((value) => ({ value, label: value })),
        ]}
        onChange={setProvince}
      />
      <TextField
        label={t('caseRules.limitIn', { unit: t(`caseRules.unit.${range?.unit ?? 'hours'}`) })}
        value={text}
        maxLength={9}
        {...(text !== '' && limit === null && range !== null
          ? {
              error: t('caseRules.range', {
                least: limitText(range.unit, range.least),
                most: limitText(range.unit, range.most),
              }),
            }
          : {})}
        onChange={setText}
      />
      <Button
        isDisabled={!isReady}
        onPress={() => {
          if (limit !== null) onAdd({ kind, carrier, province, limit });
          setText('');
        }}
      >
        {t('caseRules.add')}
      </Button>
    </div>
  );
}
