import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Volumes, type VolumeUnit, volumeUnits } from '../../../../shared/contracts/insight/board.ts';
import { ask } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { Button } from '../../../parts/Button.tsx';
import { Bars } from '../../../parts/charts/Bars.tsx';
import { ChartFrame } from '../../../parts/charts/ChartFrame.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { useChoice } from '../../../parts/form/choices.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { dateFormat, formatCount, shortDay, useWhen } from '../../../parts/format.ts';
import { go } from '../../../parts/place.ts';
import { AnswerState } from '../../../work/AnswerState.tsx';
import { carrierSeries, isWeekend } from './parcelCharts.ts';

const everyShop = '';

/** Numbers got per day or week, by carrier; of all shops or of one. */
export function VolumesTab() {
  const { t } = useTranslation();
  const [unit, unitField] = useChoice(
    t('insight.volumes.unit'),
    volumeUnits,
    (value) => t(`insight.volumes.units.${value}`),
    { isLabelHidden: true },
  );
  const [shop, setShop] = useState(everyShop);
  const answer = useQuery(
    ask.board.volumes.queryOptions({
      input: { unit, ...(shop === everyShop ? {} : { shop }) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <div className="insight-board">
      <div className="line">
        {unitField}
        <SelectField
          label={t('insight.volumes.shop')}
          isLabelHidden
          width={180}
          value={shop}
          options={[
            { value: everyShop, label: t('insight.volumes.everyShop') },
            ...(answer.data?.shops ?? []).map((name) => ({ value: name, label: name })),
          ]}
          onChange={setShop}
        />
      </div>
      <AnswerState answer={answer} />
      {answer.data !== undefined && answer.data.carriers.length === 0 && (
        <EmptyState icon="ship" title={t('insight.volumes.none')}>
          <p>{t('insight.volumes.noneNote')}</p>
          <Button onPress={() => go('ship')}>{t('common.toShip')}</Button>
        </EmptyState>
      )}
      {answer.data !== undefined && answer.data.carriers.length > 0 && (
        <VolumeChart volumes={answer.data} unit={unit} shop={shop} />
      )}
    </div>
  );
}

interface VolumeChartProps {
  readonly volumes: Volumes;
  readonly unit: VolumeUnit;
  readonly shop: string;
}

function VolumeChart({ volumes, unit, shop }: VolumeChartProps) {
  const { t, i18n } = useTranslation();
  const carrierName = useCarrierNames();
  const when = useWhen(volumes.now);
  const series = carrierSeries(volumes.carriers);
  const nameOf = (carrier: string) => (carrier === '' ? t('insight.volumes.others') : carrierName(carrier));
  const day = dateFormat(i18n.language, shortDay(i18n.language));
  const shown = volumes.spans.map(({ from, to, carriers }, index) => {
    const name = day.format(from);
    const counts = series.map(({ members }) =>
      (carriers ?? []).reduce((sum, one) => sum + (members.includes(one.carrier) ? one.count : 0), 0),
    );
    const total = counts.reduce((sum, count) => sum + count, 0);
    const cells =
      carriers === null
        ? [name, ...series.map(() => t('chart.unknown')), t('chart.unknown')]
        : [name, ...counts.map(formatCount), formatCount(total)];
    return {
      key: String(from),
      name,
      // Where there are many, every other one is named.
      label: volumes.spans.length > 14 && index % 2 === 1 ? '' : name,
      cells,
      parts: carriers === null ? null : counts.map((value, at) => ({ series: at + 1, value })),
      isTinted: unit === 'day' && isWeekend(from),
      open: () => go('ship', { booked: { from, to, ...(shop === everyShop ? {} : { shop }) } }),
    };
  });
  const head = [
    t(`insight.volumes.units.${unit}`),
    ...series.map(({ carrier }) => nameOf(carrier)),
    t('insight.volumes.total'),
  ];
  const total = volumes.spans.reduce(
    (sum, { carriers }) => sum + (carriers ?? []).reduce((of, { count }) => of + count, 0),
    0,
  );
  return (
    <ChartFrame
      title={t(`insight.volumes.title.${unit}`, { shown: formatCount(total) })}
      note={t('chart.asOf', { when: when(volumes.now) })}
      actions={
        <ul className="legend plain-list">
          {series.map(({ carrier }, index) => (
            <li key={carrier} className={`series-${index + 1}`}>
              {nameOf(carrier)}
            </li>
          ))}
        </ul>
      }
      table={{
        head,
        rows: shown.map(({ key, cells, parts, open }) => ({
          key,
          cells,
          open: parts === null ? undefined : open,
        })),
      }}
    >
      <Bars
        bars={shown.map(({ cells, parts, open, ...bar }) => ({
          ...bar,
          parts,
          words: cells.map((cell, index) => (index === 0 ? cell : `${head[index]} ${cell}`)).join(' · '),
          open: parts === null ? undefined : open,
        }))}
      />
    </ChartFrame>
  );
}
