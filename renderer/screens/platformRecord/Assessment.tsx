import { useTranslation } from 'react-i18next';
import type { PlatformRecordView } from '../../../shared/contracts/platformRecord/platformRecord.ts';
import {
  complianceEvidence,
  type RecordDimension,
  type RecordVerdict,
} from '../../../shared/domain/platformRecord/platformRecord.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { useHoursText, useMinutesText, useRegionName } from './recordWords.ts';

const tones: Readonly<Record<RecordVerdict, Tone>> = { good: 'done', lacking: 'failed', unknown: 'rest' };

/** The five points a platform is judged by, each with what the judgement rests on. */
export function Assessment({ record }: { readonly record: PlatformRecordView }) {
  const { t } = useTranslation();
  const grounds = useGrounds(record);
  return (
    <section className="stack-tight" aria-label={t('record.assessment')}>
      <h3>{t('record.assessment')}</h3>
      <ul className="plain-list panel">
        {record.dimensions.map(({ dimension, verdict }) => (
          <li key={dimension} className="record-row">
            <span className="record-state">
              <StateMark tone={tones[verdict]} label={t(`recordVerdict.${verdict}`)} />
            </span>
            <strong className="record-name">{t(`recordDimension.${dimension}`)}</strong>
            <span className="grow">{grounds[dimension]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useGrounds(record: PlatformRecordView): Readonly<Record<RecordDimension, string>> {
  return {
    coverage: useCoverageText(record),
    stability: useStabilityText(record),
    functions: useFunctionsText(record),
    support: useSupportText(record),
    compliance: useComplianceText(record),
  };
}

function useSupportText({ support: { terms } }: PlatformRecordView): string {
  const { t } = useTranslation();
  const hours = useHoursText();
  const minutes = useMinutesText();
  return terms.hours === null && terms.answerMinutes === null
    ? t('record.supportNone')
    : t('record.supportText', { hours: hours(terms.hours), minutes: minutes(terms.answerMinutes) });
}

function useCoverageText({ coverage }: PlatformRecordView): string {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const regionName = useRegionName();
  const uncovered = [
    ...coverage.uncoveredCarriers.map((code) => carrierName(code)),
    ...coverage.uncoveredCountries.map(regionName),
  ];
  const join = (names: readonly string[]) => names.join(t('common.listComma'));
  const { carriers, countries, unknownCountries } = coverage;
  return [
    t('record.coverageText', { carriers: carriers.length, countries: countries.length }),
    ...(uncovered.length === 0 ? [] : [t('record.uncovered', { names: join(uncovered) })]),
    ...(unknownCountries.length === 0
      ? []
      : [t('record.unknownCountries', { names: join(unknownCountries.map(regionName)) })]),
  ].join(' · ');
}

function useStabilityText({ stability }: PlatformRecordView): string {
  const { t } = useTranslation();
  const { availability, calls, fewestCalls, days, faults } = stability;
  if (availability === null || calls < fewestCalls)
    return t('record.stabilityFew', { days, calls, fewest: fewestCalls });
  // Never rounded up to what was not reached.
  const percent = `${(Math.floor(availability * 10_000) / 100).toFixed(2)}%`;
  return t('record.stabilityText', { days, calls, faults, percent });
}

function useFunctionsText({ answers }: PlatformRecordView): string {
  const { t } = useTranslation();
  const needed = answers.filter(({ isNeeded }) => isNeeded);
  const named = (wanted: 'no' | 'unknown') =>
    needed
      .filter(({ answer }) => answer === wanted)
      .map(({ offer }) => t(`platformOffer.${offer}`))
      .join(t('common.listComma'));
  const [lacking, unknown] = [named('no'), named('unknown')];
  if (needed.length === 0) return t('record.functionsNone');
  if (lacking !== '') return t('record.functionsLacking', { names: lacking });
  return unknown === ''
    ? t('record.functionsFine', { count: needed.length })
    : t('record.functionsUnknown', { names: unknown });
}

function useComplianceText({ evidence, dimensions }: PlatformRecordView): string {
  const { t } = useTranslation();
  const missing = complianceEvidence.filter((kind) => !evidence.some((file) => file.kind === kind));
  if (missing.length > 0)
    return t('record.complianceNone', {
      names: missing.map((kind) => t(`evidenceKind.${kind}`)).join(t('common.listComma')),
    });
  const verdict = dimensions.find(({ dimension }) => dimension === 'compliance')?.verdict;
  return t(verdict === 'good' ? 'record.complianceFine' : 'record.complianceOld');
}
