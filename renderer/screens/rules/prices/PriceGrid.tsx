import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gapBetween } from '../../../../shared/text/hanSpacing.ts';
import { ask } from '../../../bridge/core.ts';
import './prices.css';
import { useQuery } from '@tanstack/react-query';
import type { PriceStep, PriceZone } from '../../../../shared/domain/freight.ts';
import { type PriceColumn, priceColumns, priceTableProblem } from '../../../../shared/domain/prices.ts';
import { Button, IconButton } from '../../../parts/Button.tsx';
import { formatMoney, formatWeight } from '../../../parts/format.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { useDescribe } from '../../../words/describe.ts';
import { isZoneStart, type PriceLine } from './priceLines.ts';
import { type PriceHistory, type PriceReading, usePriceGrid } from './usePriceGrid.ts';

interface PriceGridProps {
  readonly history: PriceHistory;
  readonly reading: PriceReading;
  onChange(next: (before: PriceHistory) => PriceHistory): void;
}

type Grid = ReturnType<typeof usePriceGrid>;

/** Zones and weight steps, one line a step, typed in place like in a spreadsheet. */
export function PriceGrid({ history, reading, onChange }: PriceGridProps) {
  const { t } = useTranslation();
  const grid = usePriceGrid(history, onChange);
  const [lineNo, setLineNo] = useState(1);
  const { lines } = grid;
  return (
    <div className="stack-tight">
      <div className="price-scroll">
        <table ref={grid.grid} className="price-grid" aria-label={t('prices.zones')}>
          <thead>
            <tr>
              <th className="price-no">
                <span className="hidden-label">{t('prices.lineNo')}</span>
              </th>
              {priceColumns.map((column) => (
                <th key={column} className={`price-${column}`} title={t(`prices.hint.${column}`)}>
                  {t(`prices.column.${column}`)}
                </th>
              ))}
              <th className="price-acts">
                <span className="hidden-label">{t('prices.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <GridLine
                key={line.key}
                line={line}
                no={index + 1}
                wrong={reading.refused.filter(({ row }) => row === index + 1).map(({ column }) => column)}
                grid={grid}
                onFocus={() => setLineNo(index + 1)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="line">
        <Button size="small" icon="plus" onPress={() => grid.add(null, 'zone')}>
          {t('prices.addZone')}
        </Button>
        <span className="soft small">{t('prices.keys')}</span>
      </div>
      {lines.length > 0 && <ZoneWords lines={lines} lineNo={lineNo} zones={reading.zones} />}
      <GridProblems reading={reading} onShow={grid.focusCell} />
    </div>
  );
}

interface GridLineProps {
  readonly line: PriceLine;
  readonly no: number;
  /** Columns that cannot be read. */
  readonly wrong: readonly PriceColumn[];
  readonly grid: Grid;
  onFocus(): void;
}

const isFigure = (column: PriceColumn): boolean => column !== 'zone' && column !== 'places';

function GridLine({ line, no, wrong, grid, onFocus }: GridLineProps) {
  const { t } = useTranslation();
  const isStart = isZoneStart(line);
  return (
    <tr className={isStart ? 'price-start' : undefined} onFocus={onFocus}>
      <td className="price-no number soft">{no}</td>
      {priceColumns.map((column) => {
        const cell = { key: line.key, column };
        return (
          <td key={column}>
            <input
              className={isFigure(column) ? 'price-input number' : 'price-input'}
              data-cell={`${line.key} ${column}`}
              aria-label={t('prices.cell', { no, column: t(`prices.column.${column}`) })}
              aria-invalid={wrong.includes(column)}
              autoComplete="off"
              spellCheck={false}
              inputMode={isFigure(column) ? 'decimal' : 'text'}
              maxLength={column === 'places' ? 2_000 : column === 'zone' ? 40 : 12}
              placeholder={isStart || isFigure(column) ? undefined : t('prices.asAbove')}
              value={line.cells[column]}
              onChange={(event) => grid.put(cell, event.target.value)}
              onKeyDown={(event) => grid.onKeyDown(event, cell)}
              onPaste={(event) => grid.onPaste(event, cell)}
            />
          </td>
        );
      })}
      <td className="price-acts">
        <IconButton
          icon="plus"
          label={t('prices.addStep', { no })}
          onPress={() => grid.add(line.key, 'upToKg')}
        />
        <IconButton
          icon="trash"
          label={t('prices.removeLine', { no })}
          onPress={() => grid.remove(line.key)}
        />
      </td>
    </tr>
  );
}

interface ZoneWordsProps {
  readonly lines: readonly PriceLine[];
  /** The line the cursor is in, from 1. */
  readonly lineNo: number;
  readonly zones: readonly PriceZone[];
}

/** How the zone at the cursor is understood, in one sentence. */
function ZoneWords({ lines, lineNo, zones }: ZoneWordsProps) {
  const { t } = useTranslation();
  const stepWords = useStepWords();
  const start = lines.slice(0, lineNo).filter(isZoneStart).at(-1);
  if (start === undefined) return null;
  const name = start.cells.zone.trim() || start.cells.places.trim().slice(0, 40);
  const zone = zones.find((one) => one.name === name);
  if (zone === undefined) return null;
  const { places, steps, surchargeFen } = zone;
  const said = [
    ...steps.map(stepWords),
    ...(surchargeFen > 0 ? [t('rules.prices.surcharge', { amount: formatMoney(surchargeFen) })] : []),
  ];
  return (
    <p className="price-words small" aria-live="polite">
      <strong>{name}</strong>
      {' · '}
      {places.map(({ province, city }) => (city === '' ? province : city)).join(t('common.listComma'))}
      <span className="soft">
        {' · '}
        {said.join(t('prices.join'))}
      </span>
    </p>
  );
}

/** A weight step as people say it: 首重 1.00 kg ¥2.60，每续重 1.00 kg ¥0.80. */
function useStepWords(): (step: PriceStep) => string {
  const { t } = useTranslation();
  return (step) => {
    if (step.kind === 'flat')
      return t('rules.prices.flat', {
        upTo: formatWeight(step.upToGrams),
        amount: formatMoney(step.amountFen),
      });
    const { upToGrams, firstGrams, firstFen, stepGrams, stepFen } = step;
    return t(upToGrams === null ? 'rules.prices.continued' : 'rules.prices.continuedUpTo', {
      upTo: formatWeight(upToGrams),
      first: formatWeight(firstGrams),
      amount: formatMoney(firstFen),
      step: formatWeight(stepGrams),
      more: formatMoney(stepFen),
    });
  };
}

/** More than these are counted, not listed. */
const shownProblems = 5;

interface GridProblemsProps {
  readonly reading: PriceReading;
  /** Puts the cursor into the cell. */
  onShow(lineNo: number, column: PriceColumn): void;
}

/** What cannot be read, each with its place; then what is read but says two things, or nothing of a province. */
function GridProblems({ reading, onShow }: GridProblemsProps) {
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
            {says}
            {gapBetween(says, next)}
            <span className="soft">{next}</span>
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
  const provinces = useQuery(ask.rules.names.queryOptions()).data?.provinces ?? [];
  const priced = new Set(zones.flatMap(({ places }) => places.map(({ province }) => province)));
  const missing = provinces.filter((name) => !priced.has(name));
  if (missing.length === 0) return null;
  return (
    <p className="soft small">
      {t('prices.uncovered', { count: missing.length, list: missing.join(t('common.listComma')) })}
    </p>
  );
}
