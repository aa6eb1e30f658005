import { useTranslation } from 'react-i18next';
import type { PackDesk } from '../../../../../shared/contracts/packing/packing.ts';
import { useCarrierNames } from '../../../../bridge/knownNames.ts';
import { Button } from '../../../../parts/Button.tsx';
import { EmptyState } from '../../../../parts/EmptyState.tsx';
import { formatCount, formatWeight } from '../../../../parts/format.ts';
import { PlainTable } from '../../../../parts/table/PlainTable.tsx';
import { Moment } from '../../../../work/Moment.tsx';
import { BesideIdle, type FromIdle } from './BesideIdle.tsx';

/** Hours of the day that have room beside each other. */
const shownHours = 8;

/** Who packed how many in each hour of today. */
function HourTable({ hours }: Pick<PackDesk, 'hours'>) {
  const { t } = useTranslation();
  const last = Math.max(0, ...hours.map(({ hour }) => hour));
  const first = Math.max(last - shownHours + 1, Math.min(...hours.map(({ hour }) => hour)));
  const columns = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const operators = [...new Set(hours.map(({ operator }) => operator))];
  const parcelsOf = (operator: string, fits: (hour: number) => boolean): number =>
    hours.reduce((sum, row) => sum + (row.operator === operator && fits(row.hour) ? row.parcels : 0), 0);
  const shown = (count: number): string => (count === 0 ? '–' : formatCount(count));
  return (
    <PlainTable
      look="plain-table bench-hours"
      rows={operators}
      keyOf={(operator) => operator}
      columns={[
        [t('packing.col.closedBy'), (operator) => operator || t('status.owner'), 'head'],
        ...columns.map(
          (hour) =>
            [
              t('packing.hourOf', { hour: String(hour).padStart(2, '0') }),
              (operator: string) => shown(parcelsOf(operator, (one) => one === hour)),
              'count',
            ] as const,
        ),
        [
          t('packing.total'),
          (operator) => <strong>{shown(parcelsOf(operator, () => true))}</strong>,
          'count',
        ],
      ]}
    />
  );
}

/** What was packed last. */
function Last({ last }: { readonly last: NonNullable<PackDesk['last']> }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  return (
    <section className="panel bench-last">
      <h3>{t('packing.last')}</h3>
      <strong className="bench-order number">{last.orderNo}</strong>
      <p className="bench-last-facts">
        {carrierName(last.carrier)} <span className="number">{last.waybillNo}</span>
      </p>
      <p className="soft">
        {last.closedAt !== null && <Moment at={last.closedAt} />}
        {last.closedBy !== '' && ` · ${last.closedBy}`}
        {last.weightGrams !== null && ` · ${formatWeight(last.weightGrams)}`}
      </p>
    </section>
  );
}

/** The empty bench: what was packed last and before, the hours of the day, what waits aside and for whom. */
export function IdleSheet({ desk, onAside, ...leads }: { readonly desk: PackDesk } & FromIdle) {
  const { t } = useTranslation();
  const { last, hours, aside, lostSlips } = desk;
  const isFresh = last === null && hours.length === 0;
  return (
    <>
      <div className="bench-idle">
        {isFresh && (
          <div className="panel bench-empty">
            <EmptyState icon="pack" title={t('packing.noneYet')}>
              <p>{t('packing.noneYetNote')}</p>
            </EmptyState>
          </div>
        )}
        {last !== null && <Last last={last} />}
        {hours.length > 0 && (
          <section className="panel bench-day">
            <h3>{t('packing.hours')}</h3>
            <HourTable hours={hours} />
          </section>
        )}
        {aside > 0 && (
          <p className="panel bench-aside">
            <strong>{t('packing.asideOf', { count: aside })}</strong>
            {lostSlips > 0 && <span>{t('packing.lostSlips', { count: lostSlips })}</span>}
            <Button onPress={onAside}>{t('packing.asideToList')}</Button>
          </p>
        )}
      </div>
      {!isFresh && <BesideIdle {...leads} />}
    </>
  );
}
