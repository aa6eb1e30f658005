import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FreightView } from '../../../../shared/contracts/freight.ts';
import { reasonText } from '../../../../shared/text/ruleSentence.ts';
import { ask, core } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { useNow } from '../../../bridge/page.ts';
import { queryClient } from '../../../bridge/queryClient.ts';
import { Button } from '../../../parts/Button.tsx';
import { Facts } from '../../../parts/DetailPane.tsx';
import { formatMoney, useWhen } from '../../../parts/format.ts';
import { go } from '../../../parts/place.ts';
import { useLanguage } from '../../../words/useLanguage.ts';
import { useAct } from '../../../work/useAct.ts';
import type { OrderDetailView } from './OrderDetail.tsx';

/** States in which an order has a lane, or will get one. */
const chosenStates: readonly string[] = ['ready', 'booking', 'booked', 'packed', 'handed-over', 'in-transit'];

/** Why this carrier and account, in one sentence, with the estimated freight; of a ready order as it would be now. */
export function WhyCarrier({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const carrierName = useCarrierNames();
  const isChosen = chosenStates.includes(order.state);
  const chosen = useQuery(
    ask.rules.why.queryOptions({ input: { orderId: order.id }, enabled: isChosen }),
  ).data;
  const quotes =
    useQuery(
      ask.freight.ofOrder.queryOptions({ input: { orderId: order.id }, enabled: order.state === 'ready' }),
    ).data ?? [];
  const askLane = useAskLane(order.id);
  if (!isChosen || chosen === undefined) return null;
  const { why, destination, isBooked } = chosen;
  const shown = quotes.filter(
    ({ freight, canAsk, canAskArrival }) => freight.isKnown || canAsk || canAskArrival,
  );
  const isAsked = (lane: Lane): boolean =>
    askLane.variables?.accountId === lane.accountId && askLane.variables.carrier === lane.carrier;
  const lane = [carrierName(destination.carrier), destination.accountName].filter(Boolean).join(' · ');
  return (
    <section className="stack-tight" aria-label={t('booking.why.title')}>
      <h3>{t(isBooked ? 'booking.why.title' : 'booking.why.now')}</h3>
      {destination.kind === 'book' && lane !== '' && <p>{lane}</p>}
      {destination.kind === 'hold' && <p>{t('booking.why.hold', { reason: destination.reason })}</p>}
      {destination.kind === 'none' && <p>{t('booking.why.none')}</p>}
      <p className="soft small">{reasonText(why, language, carrierName)}</p>
      <Facts
        isSmall
        valueLook="number"
        facts={shown.map((lane) => [
          [carrierName(lane.carrier), lane.accountName].filter(Boolean).join(' · '),
          <span key={lane.accountId} className="line">
            {lane.freight.isKnown &&
              t('booking.why.freight', { amount: formatMoney(lane.freight.amountFen) })}
            {isAsked(lane) && askLane.data?.arrival && <ArrivalText arrival={askLane.data.arrival} />}
            {(lane.canAsk || lane.canAskArrival) && (
              <Button
                size="small"
                look="quiet"
                icon="network"
                isBusy={askLane.isPending && isAsked(lane)}
                onPress={() => askLane.mutate(lane)}
              >
                {t('booking.why.ask')}
              </Button>
            )}
          </span>,
        ])}
      />
      {!isBooked && order.state === 'ready' && (
        <div className="line">
          <span className="soft small grow">{t('booking.why.change')}</span>
          <Button size="small" look="quiet" onPress={() => go('settings', { section: 'rules' })}>
            {t('booking.why.toRules')}
          </Button>
        </div>
      )}
    </section>
  );
}

type Lane = Awaited<ReturnType<typeof core.freight.ofOrder>>[number];
type Arrival = Awaited<ReturnType<typeof core.freight.askArrival>>;

/** When the order would arrive; the platform's own words say more than a day. */
function ArrivalText({ arrival: { words, expectedAt } }: { readonly arrival: Arrival }) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  if (words !== '' || expectedAt === null) return <span>{words}</span>;
  return <span>{t('booking.why.arrives', { when: when(expectedAt) })}</span>;
}

/**
 * Asks the platform what one lane would cost, and when the order would arrive. The price takes the place of what was
 * estimated; the arrival is shown once, it is true only now.
 */
function useAskLane(orderId: string) {
  return useAct(
    async ({ accountId, carrier, canAsk, canAskArrival }: Lane) => {
      const asked = { orderId, accountId, carrier };
      const freight = canAsk ? await core.freight.ask(asked) : null;
      return { freight, arrival: canAskArrival ? await core.freight.askArrival(asked) : null };
    },
    {
      after: ({ freight }, { accountId, carrier }) => {
        if (freight === null) return;
        queryClient.setQueryData(ask.freight.ofOrder.queryKey({ input: { orderId } }), (quotes) =>
          quotes?.map((one) =>
            one.accountId === accountId && one.carrier === carrier ? { ...one, freight } : one,
          ),
        );
      },
    },
  );
}

interface BookedFreightProps {
  readonly freight: FreightView;
  readonly parcelCount: number;
}

/** What the booking was estimated to cost when it was made, and by what; or why nobody knew. */
export function BookedFreight({ freight, parcelCount }: BookedFreightProps) {
  const { t } = useTranslation();
  if (!freight.isKnown) return <span className="soft">{t(`noFreight.${freight.reason}`)}</span>;
  const amount = formatMoney(freight.amountFen);
  const { source, tableName: table, zoneName: zone } = freight;
  return (
    <span title={t(`freight.by.${source}`, { table, zone }).trim()}>
      <span className="number">
        {parcelCount > 1
          ? t('freight.each', {
              amount,
              count: parcelCount,
              each: formatMoney(Math.round(freight.amountFen / parcelCount)),
            })
          : amount}
      </span>
    </span>
  );
}
