import type { Answered } from '../../../../shared/contracts/contract.ts';
import type { PromiseStanding } from '../../../../shared/domain/cases/parcelCare.ts';
import { finalTrackingStates } from '../../../../shared/domain/tracking.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { phoneTail } from '../../../../shared/rules/phoneTail.ts';
import { dayMs } from '../../../../shared/rules/shopTime.ts';
import type { ParcelArrival, TrackedParcel } from '../../../store/schema.ts';
import { type ArrivalForecast, forecastArrival } from '../../../tracking/arrivalForecast.ts';
import { openAccount } from '../../accounts/openAccount.ts';
import { askPlatform } from '../../booking/callOutside.ts';
import { receiverOf } from '../../orders/order.ts';
import { readSettings } from '../../workspace/settings.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';
import { createLaneForecasts } from '../laneHistory.ts';
import { notePromise } from './notePromise.ts';

type Arrival = Answered<'parcelCare', 'arrival'>;

export async function parcelByNumber(
  { store }: Pick<Workspace, 'store'>,
  waybillNo: string,
): Promise<Outcome<TrackedParcel>> {
  const row = await store.read.tracking.byWaybill(waybillNo.trim().toUpperCase());
  return row === undefined ? failure('PARCEL_NOT_FOLLOWED', { waybillNo }) : done(row);
}

/** When a parcel is promised, expected by its platform, and usual on its lane; each with its source. */
export async function readArrival(
  workspace: Workspace,
  { waybillNo }: { readonly waybillNo: string },
): Promise<Outcome<Arrival>> {
  const found = await parcelByNumber(workspace, waybillNo);
  if (!found.ok) return found;
  return done(await arrivalOf(workspace, found.value));
}

async function arrivalOf(workspace: Workspace, row: TrackedParcel): Promise<Arrival> {
  const { read } = workspace.store;
  const now = workspace.clock.now();
  const stored = await read.parcelArrivals.of(row.waybillNo);
  const [times] = await read.parcelArrivals.timesOf([row.waybillNo]);
  const hasArrived = finalTrackingStates.includes(row.state);
  const own =
    hasArrived || times === undefined || times.collectedAt === null || times.province === ''
      ? null
      : forecastArrival(
          await createLaneForecasts(now).of(read, row.carrier, times.province),
          times.collectedAt,
          now,
        );
  const opened = await openAccount(workspace, row.accountId);
  const told = stored?.askedAt == null ? null : toldOf(stored, stored.askedAt);
  return {
    promisedAt: row.promisedAt,
    promiseFrom: row.promisedAt === null || !stored?.promiseFrom ? null : stored.promiseFrom,
    signedAt: row.state === 'signed' ? (times?.signedAt ?? row.lastAt) : null,
    told,
    own: own === null ? null : { ...own, province: times?.province ?? '' },
    standing: standingOf(row, times?.signedAt ?? row.lastAt, told?.expectedAt ?? null, own, now),
    canAsk: !hasArrived && opened.ok && opened.value.platform.arrival !== undefined,
  };
}

const toldOf = ({ expectedAt, words, platform }: ParcelArrival, askedAt: number) => ({
  expectedAt,
  words,
  platform,
  askedAt,
});

function standingOf(
  { state, promisedAt }: TrackedParcel,
  signedAt: number | null,
  expectedAt: number | null,
  own: ArrivalForecast | null,
  now: number,
): PromiseStanding {
  if (promisedAt === null) return 'no-promise';
  if (state === 'signed')
    return signedAt !== null && signedAt > promisedAt ? 'arrived-late' : 'arrived-in-time';
  if (now > promisedAt) return 'late';
  const probably = expectedAt ?? own?.halfAt ?? null;
  return probably !== null && probably > promisedAt ? 'at-risk' : 'in-time';
}

/** Asks the platform when this parcel will arrive, and stores the answer with its time. */
export async function askArrival(
  workspace: Workspace,
  { waybillNo }: { readonly waybillNo: string },
): Promise<Outcome<Arrival>> {
  const { read } = workspace.store;
  const found = await parcelByNumber(workspace, waybillNo);
  if (!found.ok) return found;
  const row = found.value;
  const order = row.orderId === '' ? undefined : await read.orders.byId(row.orderId);
  if (order === undefined) return failure('ARRIVAL_NEEDS_ORDER', { waybillNo: row.waybillNo });
  if (finalTrackingStates.includes(row.state))
    return failure('ARRIVAL_NOT_NEEDED', { waybillNo: row.waybillNo });
  const opened = await openAccount(workspace, row.accountId);
  if (!opened.ok) return opened;
  const { platform, account } = opened.value;
  const ask = platform.arrival?.bind(platform);
  if (ask === undefined) return failure('SERVICE_UNSUPPORTED', { name: opened.value.row.name });
  const { sender } = await readSettings(workspace);
  if (sender === null) return failure('SENDER_MISSING');
  const [times] = await read.parcelArrivals.timesOf([row.waybillNo]);
  const request = {
    carrier: row.carrier,
    waybillNo: row.waybillNo,
    sender,
    receiver: receiverOf(order),
    sentAt: times?.collectedAt ?? row.bookedAt,
    weightGrams: order.weightGrams,
    phoneTail: phoneTail(order.receiverPhone),
  };
  const about = { interfaceName: 'arrival', orderId: order.id } as const;
  const answer = await askPlatform(workspace, opened.value, about, () =>
    ask(request, account, workspace.ports),
  );
  if (!answer.ok) return answer;
  const { expectedAt, words } = answer.value.value;
  await change(workspace, ['tracking'], async (write) => {
    const before = await write.parcelArrivals.of(row.waybillNo);
    await write.parcelArrivals.put({
      waybillNo: row.waybillNo,
      promiseFrom: before?.promiseFrom ?? '',
      expectedAt,
      words: words.slice(0, 200),
      platform: platform.manifest.id,
      askedAt: answer.value.checkedAt,
    });
    await write.caseWatches.put({ waybillNo: row.waybillNo, dueAt: 0 });
  });
  return done(await arrivalOf(workspace, row));
}

/** The date promised to the buyer, entered by a person; null removes it. */
export async function setPromise(
  workspace: Workspace,
  { waybillNo, promisedAt }: { readonly waybillNo: string; readonly promisedAt: number | null },
): Promise<Outcome<Arrival>> {
  const found = await parcelByNumber(workspace, waybillNo);
  if (!found.ok) return found;
  const row = found.value;
  const now = workspace.clock.now();
  if (promisedAt !== null && Math.abs(promisedAt - now) > longestPromiseMs) return failure('PROMISE_REFUSED');
  await change(workspace, ['tracking', 'cases'], (write) =>
    notePromise(write, row.waybillNo, promisedAt, 'person'),
  );
  return done(await arrivalOf(workspace, { ...row, promisedAt }));
}

const longestPromiseMs = 60 * dayMs;
