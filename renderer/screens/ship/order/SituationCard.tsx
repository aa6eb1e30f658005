import { useTranslation } from 'react-i18next';
import './story.css';
import type { StoryShipment } from '../../../../shared/contracts/storyContract.ts';
import { pageBridge } from '../../../bridge/pageBridge.ts';
import { useNow } from '../../../bridge/useNow.ts';
import { Button } from '../../../parts/Button.tsx';
import { useToasts } from '../../../parts/feedback/toasts.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { useDuration } from '../../../parts/useDuration.ts';
import { useWhen } from '../../../parts/useWhen.ts';
import { useDescribe } from '../../../words/useDescribe.ts';
import { type BookingSituation, bookingSituation, isUnsure } from './bookingSituation.ts';
import type { OrderDetailView } from './OrderDetail.tsx';
import { SituationActs } from './SituationActs.tsx';

interface SituationProps {
  readonly order: OrderDetailView;
  readonly shipment: StoryShipment;
}

/** The four sentences every open booking answers: what is known, what is not, what comes next. */
function Sentences({ shipment, situation }: { shipment: StoryShipment; situation: BookingSituation }) {
  const { t } = useTranslation();
  const now = useNow(1_000);
  const when = useWhen(now);
  const duration = useDuration();
  const describe = useDescribe();
  const words = {
    account: shipment.accountName,
    waybillNo: shipment.waybillNo,
    time: when(shipment.sentAt ?? shipment.plannedAt),
    count: shipment.checksMade,
    left: duration(Math.max(0, (shipment.nextAt ?? now) - now) / 1_000),
    check: shipment.checksMade + 1,
    all: shipment.checksPlanned,
  };
  const said = { ...shipment.errorParams, orderCode: shipment.orderCode };
  const why = shipment.errorCode === '' ? '' : describe(shipment.errorCode, said).says;
  return (
    <dl className="situation-rows">
      <dt>{t('booking.row.known')}</dt>
      <dd>
        {t(`booking.known.${situation}`, words)} {why}
        {shipment.errorCode !== '' && <code className="code"> {shipment.errorCode}</code>}
      </dd>
      {situation !== 'queued' && situation !== 'delayed' && (
        <>
          <dt>{t('booking.row.unknown')}</dt>
          <dd>{t(`booking.unknown.${situation}`)}</dd>
        </>
      )}
      <dt>{t('booking.row.next')}</dt>
      <dd className="number">{t(`booking.next.${situation}`, words)}</dd>
    </dl>
  );
}

/** The code to look for at the platform, copied with one press. */
function CodeLine({ orderCode }: { readonly orderCode: string }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const copy = (): void => {
    void pageBridge().copyText(orderCode);
    say({ tone: 'done', says: t('common.copied') });
  };
  return (
    <p className="line situation-code">
      <span className="soft">{t('booking.orderCode')}</span>
      <code className="code">{orderCode}</code>
      <Button look="quiet" size="small" icon="copy" label={t('booking.copyCode')} onPress={copy} />
    </p>
  );
}

/** An open booking in its own colour, with what a person may do about it. Nothing here can book a second time. */
export function SituationCard({ order, shipment }: SituationProps) {
  const { t } = useTranslation();
  const now = useNow(1_000);
  const situation = bookingSituation(shipment, now);
  if (situation === null) return null;
  const tone = isUnsure(situation) ? 'unsure' : 'info';
  return (
    <section className={`situation situation-${tone}`} aria-label={t(`booking.title.${situation}`)}>
      <h3 className="situation-title">
        <Icon name={tone === 'unsure' ? 'question' : 'clock'} />
        {t(`booking.title.${situation}`)}
      </h3>
      <Sentences shipment={shipment} situation={situation} />
      {tone === 'unsure' && <CodeLine orderCode={shipment.orderCode} />}
      {situation === 'person' && <p>{t('booking.ask.question')}</p>}
      <SituationActs order={order} shipment={shipment} situation={situation} />
    </section>
  );
}
