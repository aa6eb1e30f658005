import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { useAct } from '../../../work/useAct.ts';
import { useCopy } from '../../../work/useCopy.ts';
import './story.css';
import type { StoryShipment } from '../../../../shared/contracts/bookingHealth.ts';
import { core } from '../../../bridge/core.ts';
import { useNow } from '../../../bridge/page.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { Button, IconButton } from '../../../parts/Button.tsx';
import { say } from '../../../parts/feedback/Toasts.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { useDuration, useWhen } from '../../../parts/format.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { letters } from '../../../parts/letters.ts';
import { useDescribe } from '../../../words/describe.ts';
import { type BookingSituation, bookingSituation, isUnsure } from './bookingSituation.ts';
import { GoneAccountAnswers } from './GoneAccountAnswers.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';

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
  const copy = useCopy();
  return (
    <p className="line situation-code">
      <span className="soft">{t('booking.orderCode')}</span>
      <code className="code">{orderCode}</code>
      <IconButton icon="copy" label={t('booking.copyCode')} onPress={() => copy(orderCode)} />
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

interface SituationActsProps {
  readonly order: OrderDetailView;
  readonly shipment: StoryShipment;
  readonly situation: BookingSituation;
}

/** The question of the last resort, with plain answers. What the platform's rules forbid is not offered. */
function PersonAnswers({ order, shipment }: Omit<SituationActsProps, 'situation'>) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'found' | 'missing' | null>(null);
  const close = (): void => setAsked(null);
  return (
    <>
      <Button look="primary" size="small" onPress={() => setAsked('found')}>
        {t('booking.ask.found')}
      </Button>
      {shipment.maySendAgain && (
        <Button size="small" onPress={() => setAsked('missing')}>
          {t('booking.ask.missing')}
        </Button>
      )}
      {!shipment.maySendAgain && <p className="small">{t('booking.ask.mayNot')}</p>}
      {asked === 'found' && (
        <GiveNumberDialog
          orderId={order.id}
          orderNo={order.orderNo}
          carrier={shipment.carrier}
          onClose={close}
        />
      )}
      {asked === 'missing' && (
        <NotThereDialog orderId={order.id} orderCode={shipment.orderCode} onClose={close} />
      )}
    </>
  );
}

/** What a person may do about an open booking. Nothing here can book a second time. */
function SituationActs({ order, shipment, situation }: SituationActsProps) {
  const { t } = useTranslation();
  const ask = useAct(() => core.bookingHealth.askNow({ orderIds: [order.id] }), {
    after: () => say({ tone: 'done', says: t('booking.ask.done') }),
  });
  const voidAgain = useAct(() => core.orders.cancel({ orderId: order.id, version: order.version }));
  const mayAsk = situation === 'asking' || situation === 'person';
  if (situation === 'account-gone') return <GoneAccountAnswers orderId={order.id} />;
  if (!mayAsk && situation !== 'voiding') return null;
  return (
    <div className="line">
      {situation === 'person' && <PersonAnswers order={order} shipment={shipment} />}
      {mayAsk && (
        <KeyButton size="small" icon="refresh" combo={letters.ask} {...ask.press()}>
          {t(situation === 'person' ? 'booking.ask.again' : 'booking.ask.now')}
        </KeyButton>
      )}
      {situation === 'voiding' && (
        <Button size="small" icon="refresh" {...voidAgain.press()}>
          {t('booking.ask.voidAgain')}
        </Button>
      )}
    </div>
  );
}

interface GiveNumberDialogProps {
  readonly orderId: string;
  readonly orderNo: string;
  readonly carrier: string;
  onClose(): void;
}

/** The number a person found at the platform: it ends the question, and nothing is booked again. */
function GiveNumberDialog({ orderId, orderNo, carrier, onClose }: GiveNumberDialogProps) {
  const { t } = useTranslation();
  const [waybillNo, setWaybillNo] = useState('');
  const bind = useAct(
    () => core.manual.bindNumber({ orderId, waybillNo: waybillNo.trim(), carrier, printerUri: null }),
    {
      says: ({ order }) => t('booking.give.saved', { orderNo, waybillNo: order.waybillNo }),
      after: onClose,
      isShownInPlace: true,
    },
  );
  return (
    <AskDialog
      title={t('booking.give.title')}
      yes={t('booking.give.save')}
      isForm
      isReady={waybillNo.trim() !== ''}
      {...bind.dialog()}
      onClose={onClose}
    >
      <p>{t('booking.give.note')}</p>
      <TextField label={t('booking.give.number')} maxLength={40} value={waybillNo} onChange={setWaybillNo} />
    </AskDialog>
  );
}

interface NotThereDialogProps {
  readonly orderId: string;
  readonly orderCode: string;
  onClose(): void;
}

/** A person's word that the platform has no such order: the same code is sent again, which cannot make a second one. */
function NotThereDialog({ orderId, orderCode, onClose }: NotThereDialogProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const answer = useAct(() => core.bookingHealth.answerNotThere({ orderId, note: note.trim() }), {
    says: () => t('booking.notThere.done'),
    after: onClose,
    isShownInPlace: true,
  });
  return (
    <AskDialog
      title={t('booking.notThere.title')}
      yes={t('booking.notThere.yes')}
      isForm
      isReady={note.trim() !== ''}
      {...answer.dialog()}
      onClose={onClose}
    >
      <p>{t('booking.notThere.note', { orderCode })}</p>
      <TextField
        label={t('booking.notThere.how')}
        hint={t('booking.notThere.howHint')}
        maxLength={200}
        value={note}
        onChange={setNote}
      />
    </AskDialog>
  );
}
