import { useQuery } from '@tanstack/react-query';
import { Fragment, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../../../bridge/core.ts';
import { withApprovals } from '../../../bridge/operators.ts';
import { pageClock, useNow } from '../../../bridge/page.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { useReason } from '../../../parts/form/useReason.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { letters } from '../../../parts/letters.ts';
import { MaskedText } from '../../../parts/When.tsx';
import { useAct } from '../../../work/useAct.ts';
import { WhoMay } from '../../../work/WhoMay.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';

/** Who gets it: masked, or for a minute in full. */
export function ReceiverFacts({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const reveal = useReveal(order);
  const { name, phone, extension, ...place } = reveal.look?.party ?? order.receiver;
  const address = [place.province, place.city, place.district, place.town, place.detail];
  const look = reveal.look === null ? undefined : 'revealed selectable';
  return (
    <>
      <dt>{t('col.name')}</dt>
      <dd className={look}>{name}</dd>
      <dt>{t('col.phone')}</dt>
      <dd className={look}>
        <MaskedText phone={phone} extension={extension} />
      </dd>
      <dt>{t('col.address')}</dt>
      <dd className={look}>{address.filter(Boolean).join(' ')}</dd>
      {reveal.look !== null && <WrittenFacts party={reveal.look.party} />}
      {order.personalData.erasedAt === null && (
        <dd className="fact-more">
          <RevealButton orderNo={order.orderNo} reveal={reveal} />
        </dd>
      )}
    </>
  );
}

/** What was written about this person, in full; on the rest of the page it stays masked. */
function WrittenFacts({ party }: { readonly party: RevealedParty }) {
  const { t } = useTranslation();
  const texts: readonly (readonly [label: string, text: string])[] = [
    [t('col.goods'), party.goodsText],
    [t('col.buyerRemark'), party.buyerRemark],
    [t('col.sellerRemark'), party.sellerRemark],
    [t('order.held'), party.holdNote],
    [t('sale.buyer'), party.buyer],
    [t('sale.oaid'), party.oaid],
    [t('track.last'), party.lastText],
  ];
  return texts
    .filter(([, text]) => text !== '')
    .map(([label, text]) => (
      <Fragment key={label}>
        <dt>{label}</dt>
        <dd className="revealed selectable">{text}</dd>
      </Fragment>
    ));
}

interface RevealButtonProps {
  readonly orderNo: string;
  readonly reveal: ReturnType<typeof useReveal>;
}

function SecondsLeft({ until }: { readonly until: number }) {
  const { t } = useTranslation();
  const now = useNow(1_000);
  return <span>{t('reveal.hide', { count: Math.max(0, Math.ceil((until - now) / 1_000)) })}</span>;
}

/** Beside a masked receiver: one look in full, with a reason; pressed again it hides at once. */
function RevealButton({ orderNo, reveal }: RevealButtonProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const { look, hide } = reveal;
  const press = look === null ? () => setAsking(true) : hide;
  useKeys([{ combo: letters.look, says: t('reveal.short'), run: press }]);
  return (
    <>
      <Button
        size="small"
        icon="eye"
        keyHint={letters.look.toUpperCase()}
        isPressed={look !== null}
        onPress={press}
      >
        {look === null ? t('reveal.short') : <SecondsLeft until={look.until} />}
      </Button>
      {isAsking && (
        <RevealDialog orderNo={orderNo} onReveal={reveal.reveal} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

const reasons = ['asked', 'courier', 'check', 'returned'] as const;
interface RevealDialogProps {
  readonly orderNo: string;
  onReveal(reason: string): Promise<void>;
  onClose(): void;
}

/** Why somebody's name, phone and address are looked at; it stays in the record with who looked. */
function RevealDialog({ orderNo, onReveal, onClose }: RevealDialogProps) {
  const { t } = useTranslation();
  const { reason, isEnough, field } = useReason(
    t('reveal.reasonLabel'),
    reasons.map((id) => t(`reveal.reason.${id}`)),
  );
  const reveal = useAct(() => onReveal(reason), { after: onClose, isShownInPlace: true });
  return (
    <AskDialog
      title={t('reveal.title', { orderNo })}
      yes={t('reveal.show')}
      isForm
      isReady={isEnough}
      {...reveal.dialog()}
      onClose={onClose}
    >
      <p>{t('reveal.note')}</p>
      <WhoMay right="seePersonalData" />
      {field}
    </AskDialog>
  );
}

type RevealedParty = Awaited<ReturnType<typeof core.operators.reveal>>;

/** Long enough to read an address out to a courier, too short to be forgotten on the screen. */
const shownMs = 60_000;

interface Look {
  readonly party: RevealedParty;
  readonly until: number;
}

/**
 * One look at the receiver in full. It is kept nowhere but here: gone after a minute, with the order that is looked at, and
 * when somebody else sits down.
 */
function useReveal({ id: orderId, orderNo }: { readonly id: string; readonly orderNo: string }) {
  const [look, setLook] = useState<Look | null>(null);
  const operatorId = useQuery(ask.operators.state.queryOptions()).data?.operatorId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whichever of them changes ends the look
  useEffect(() => () => setLook(null), [orderId, operatorId]);
  useEffect(() => {
    if (look === null) return;
    const timer = setTimeout(() => setLook(null), look.until - pageClock.now());
    return () => clearTimeout(timer);
  }, [look]);
  return {
    look,
    hide: () => setLook(null),
    reveal: async (reason: string): Promise<void> => {
      const party = await withApprovals({ orderId, orderNo }, (approvalIds) =>
        core.operators.reveal({ orderId, reason, approvalIds }),
      );
      setLook({ party, until: pageClock.now() + shownMs });
    },
  };
}
