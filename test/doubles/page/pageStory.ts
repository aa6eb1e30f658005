import type { implement } from '@orpc/server';
import type { StoryCall, StoryShipment } from '../../../shared/contracts/bookingHealth.ts';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { OrderRow } from '../../../shared/contracts/orders.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const lost: Pick<StoryCall, 'certainty' | 'errorCode'> = {
  certainty: 'unknown',
  errorCode: 'NETWORK_TIMEOUT',
};

function callsOf(row: OrderRow, asked: number): StoryCall[] {
  const sentAt = row.createdAt + 61_000;
  const one = (no: number, change: Partial<StoryCall>): StoryCall => ({
    id: `c${row.id}-${no}`,
    at: sentAt + no * 31_000,
    interfaceName: no === 0 ? 'book' : 'find',
    accountName: '练习账号',
    certainty: 'happened',
    errorCode: '',
    platformCode: '100',
    durationMs: 184 + no * 20_000,
    ...change,
  });
  if (row.shipmentState === 'unsure')
    return Array.from({ length: asked + 1 }, (_, no) => one(no, { ...lost, platformCode: '' }));
  if (row.shipmentState === 'refused')
    return [one(0, { certainty: 'did-not-happen', errorCode: row.errorCode, platformCode: '105' })];
  return row.shipmentState === 'booked' ? [one(0, {})] : [];
}

/** Every second unsure order has been asked about to the end and waits for a person. */
function storyOf(row: OrderRow, now: number): StoryShipment[] {
  if (row.shipmentState === null) return [];
  const isUnsure = row.shipmentState === 'unsure';
  const waitsForPerson = isUnsure && Number(row.id.slice(1)) % 2 === 0;
  const checksMade = waitsForPerson ? 5 : isUnsure ? 1 : 0;
  const sentAt = row.shipmentState === 'planned' ? null : row.createdAt + 61_000;
  return [
    {
      id: `s${row.id}`,
      orderCode: `SD${row.orderNo.slice(-12)}`,
      platform: row.platform,
      accountName: '练习账号',
      carrier: row.carrier,
      state: row.shipmentState,
      waybillNo: row.waybillNo,
      errorCode: isUnsure ? 'NETWORK_TIMEOUT' : row.errorCode,
      errorParams: { host: 'practice', name: '去年的账号' },
      plannedAt: row.createdAt + 60_000,
      sentAt,
      bookedAt: row.shipmentState === 'booked' ? row.createdAt + 61_200 : null,
      checksMade,
      checksPlanned: 5,
      nextAt: isUnsure && !waitsForPerson ? now + 95_000 : null,
      waitsForPerson,
      maySendAgain: true,
      calls: callsOf(row, checksMade),
    },
  ];
}

/** The way of each order to its number, as the page's double tells it. */
export function pageStory(os: Os, { find, now }: PageWorld) {
  const told = (orderId: string) => ({ shipments: storyOf(find(orderId), now()) });
  return {
    ofOrder: os.story.ofOrder.handler(({ input }) => told(input.orderId)),
  };
}
