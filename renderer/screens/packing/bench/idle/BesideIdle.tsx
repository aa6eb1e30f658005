import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './besideIdle.css';
import { ask } from '../../../../bridge/core.ts';
import { useCarrierNames } from '../../../../bridge/knownNames.ts';
import { questions } from '../../../../bridge/questions.ts';
import { Button } from '../../../../parts/Button.tsx';
import { formatCount, formatWeight } from '../../../../parts/format.ts';
import { Moment } from '../../../../work/Moment.tsx';

/** Where a press leads from the empty bench. */
export interface FromIdle {
  onAside(): void;
  onPacked(): void;
  onHandover(): void;
}

/** More than any bench has room for, the one above them included; those that do not fit are not seen. */
const mostShown = 16;

interface RowsProps {
  readonly look: 'bench-piles' | 'bench-before';
  readonly title: string;
  /** Where all of them are. */
  readonly toAll: string;
  onOpen(): void;
  readonly children: ReactNode;
}

/** As many rows as fit, and the way to all of them. */
function Rows({ look, title, toAll, onOpen, children }: RowsProps) {
  return (
    <section className={`panel ${look}`}>
      <header className="line">
        <h3 className="grow">{title}</h3>
        <Button look="quiet" size="small" onPress={onOpen}>
          {toAll}
        </Button>
      </header>
      <ul className="plain-list bench-rows">{children}</ul>
    </section>
  );
}

/** Packed parcels per courier, and since when the first of them waits. */
function Piles({ onOpen }: { onOpen(): void }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const carriers = useQuery(questions.pilesNow()).data?.carriers ?? [];
  const piles = carriers
    .map(({ carrier, packed, open, oldestAt }) => ({
      carrier,
      parcels: packed + (open?.parcels ?? 0),
      oldestAt,
    }))
    .filter(({ parcels }) => parcels > 0);
  if (piles.length === 0) return null;
  return (
    <Rows look="bench-piles" title={t('packing.forCouriers')} toAll={t('packing.toHandover')} onOpen={onOpen}>
      {piles.map(({ carrier, parcels, oldestAt }) => (
        <li key={carrier} className="bench-row">
          <span>{carrierName(carrier)}</span>
          <span className="soft small">
            {oldestAt !== null && <Moment after={t('packing.oldest')} at={oldestAt} as="age" />}
          </span>
          <strong className="number">{formatCount(parcels)}</strong>
        </li>
      ))}
    </Rows>
  );
}

/** Parcels before the last one, the newest first: was that one packed already, and by whom. */
function PackedBefore({ onOpen }: { onOpen(): void }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const input = { list: 'packed', offset: 0, limit: mostShown } as const;
  const rows = useQuery(ask.packing.window.queryOptions({ input })).data?.rows.slice(1) ?? [];
  if (rows.length === 0) return null;
  return (
    <Rows look="bench-before" title={t('packing.before')} toAll={t('packing.allPacked')} onOpen={onOpen}>
      {rows.map((row) => (
        <li key={row.parcelId} className="bench-row">
          <span className="number">{row.orderNo}</span>
          <span className="bench-row-more">
            {carrierName(row.carrier)} <span className="number">{row.waybillNo}</span>
          </span>
          <span className="soft number">{row.weightGrams !== null && formatWeight(row.weightGrams)}</span>
          <span className="soft">{row.closedBy}</span>
          <span className="soft">{row.closedAt !== null && <Moment at={row.closedAt} />}</span>
        </li>
      ))}
    </Rows>
  );
}

/** Under the last parcel and the hours: what waits for couriers, and what was packed before. As much of it as there is room for. */
export function BesideIdle({ onPacked, onHandover }: Omit<FromIdle, 'onAside'>) {
  return (
    <div className="bench-beside-idle">
      <Piles onOpen={onHandover} />
      <PackedBefore onOpen={onPacked} />
    </div>
  );
}
