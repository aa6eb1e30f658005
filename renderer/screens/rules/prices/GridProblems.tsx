import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type PriceColumn, priceTableProblem } from '../../../../shared/domain/prices.ts';
import { ruleQueries } from '../../../bridge/queries/bookingQueries.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { useDescribe } from '../../../words/describe.ts';
import type { PriceReading } from './usePriceGrid.ts';

/** More than these are counted, not listed. */
const shownProblems = 5;

interface GridProblemsProps {
  readonly reading: PriceReading;
  /** Puts the cursor into the cell. */
  onShow(lineNo: number, column: PriceColumn): void;
}

/** What cannot be read, each with its place; then what is read but says two things, or nothing of a province. */
export function GridProblems({ reading, onShow }: GridProblemsProps) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const { refused, zones } = reading;
  const problem = priceTableProblem({ validFrom: '', validTo: '', zones });
  return (
    <div className="stack-tight" aria-live="polite">
      {refused.slice(0, shownProblems).map(({ row, code, column }) => {
        const { says, next } = describe(code, { row, column: t(`prices.column.${column}`) });
        return (
          <button
            key={`${row} ${column}`}
            type="button"
            className="price-problem small"
            onClick={() => onShow(row, column)}
          >
            <Icon name="alert" />
            {says} <span className="soft">{next}</span>
          </button>
        );
      })}
      {refused.length > shownProblems && (
        <p className="soft small">{t('prices.moreProblems', { count: refused.length - shownProblems })}</p>
      )}
      {problem !== null && (
        <p className="rule-problem price-whole small">
          <Icon name="alert" />
          {t(`prices.problem.${problem.kind}`, { detail: problem.detail })}
        </p>
      )}
      {refused.length === 0 && problem === null && zones.length > 0 && reading.isSettled && (
        <Uncovered zones={zones} />
      )}
    </div>
  );
}

/** Orders to these places will have no known freight. */
function Uncovered({ zones }: Pick<PriceReading, 'zones'>) {
  const { t } = useTranslation();
  const provinces = useQuery(ruleQueries.names()).data?.provinces ?? [];
  const priced = new Set(zones.flatMap(({ places }) => places.map(({ province }) => province)));
  const missing = provinces.filter((name) => !priced.has(name));
  if (missing.length === 0) return null;
  return (
    <p className="soft small">
      {t('prices.uncovered', { count: missing.length, list: missing.join(t('common.listComma')) })}
    </p>
  );
}
