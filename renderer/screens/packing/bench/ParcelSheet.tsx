import { useTranslation } from 'react-i18next';
import type { PackedParcelView } from '../../../../shared/contracts/packing/packing.ts';
import { hourMs } from '../../../../shared/rules/shopTime.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { useNow } from '../../../bridge/page.ts';
import { formatAge } from '../../../parts/format.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { useLanguage } from '../../../words/useLanguage.ts';
import { LineGrid } from './LineGrid.tsx';
import { remarksOf } from './remarks.ts';

/** In groups of four, as it is compared with paper. */
const inFours = (number: string): string => number.replace(/(.{4})(?=.)/g, '$1\u2009');

function Remarks({ parcel }: { readonly parcel: PackedParcelView }) {
  const { t } = useTranslation();
  const remarks = remarksOf(parcel);
  if (remarks.length === 0) return null;
  return (
    <ul className="plain-list bench-remarks">
      {remarks.map(({ kind, text }) => (
        <li key={kind} className="bench-remark">
          <span className="bench-tag" title={t(`packing.remarkName.${kind}`)}>
            {t(`packing.remark.${kind}`)}
          </span>
          <strong title={text}>{text}</strong>
        </li>
      ))}
    </ul>
  );
}

/** Older than a working day: refunds since then are not known. */
const oldMs = 12 * hourMs;

/** How old the knowledge is that it was neither refunded nor changed. */
function KnownAge({ at }: { readonly at: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const age = formatAge(at, now, language);
  return now - at > oldMs ? (
    <StateMark tone="note" label={t('packing.knownOld', { age })} />
  ) : (
    <span title={t('packing.knownNote')}>{t('packing.knownAt', { age })}</span>
  );
}

interface ParcelSheetProps {
  readonly parcel: PackedParcelView;
  readonly showsPictures: boolean;
}

/** The open parcel as on its label: numbers, carrier, box, remarks and goods. */
export function ParcelSheet({ parcel, showsPictures }: ParcelSheetProps) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const { orderNo, waybillNo, carrier, shop, parcelNo, parcelTotal, isBooked, reopened, overrides, knownAt } =
    parcel;
  const facts = [
    shop,
    reopened > 0 ? t('packing.reopened', { count: reopened }) : '',
    overrides.length > 0 ? t('packing.passed', { count: overrides.length }) : '',
  ].filter((text) => text !== '');
  return (
    <section className="panel bench-sheet" aria-label={`${t('packing.orderNo')} ${orderNo}`}>
      <header className="bench-sheet-head">
        <strong className="bench-order number">{orderNo}</strong>
        {parcel.isFragile && <span className="bench-tag">{t('packing.fragile')}</span>}
        {!isBooked && <span className="bench-tag">{t('packing.slip')}</span>}
        {parcelTotal > 1 && (
          <span className="bench-tag">{t('packing.box', { no: parcelNo, total: parcelTotal })}</span>
        )}
        <span className="grow" />
        <span className="bench-way">
          {carrier !== '' && <strong>{carrierName(carrier)}</strong>}
          {waybillNo !== '' && <span className="number">{inFours(waybillNo)}</span>}
        </span>
        <span className="bench-small soft">
          {facts.map((fact) => `${fact} · `)}
          <KnownAge at={knownAt} />
        </span>
      </header>
      <Remarks parcel={parcel} />
      <LineGrid parcel={parcel} showsPictures={showsPictures} />
    </section>
  );
}
