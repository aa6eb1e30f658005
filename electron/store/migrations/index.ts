import type { Migration } from 'kysely/migration';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';
import { m0300First } from './m03/m0300First.ts';
import { m0320RecordOfActs } from './m03/m0320RecordOfActs.ts';
import { m0330HistoryOperator } from './m03/m0330HistoryOperator.ts';
import { m0340RemovedAccounts } from './m03/m0340RemovedAccounts.ts';
import { m0350NameSearches } from './m03/m0350NameSearches.ts';
import { m0360CallBuckets } from './m03/m0360CallBuckets.ts';
import { m0370TrackingPlan } from './m03/m0370TrackingPlan.ts';
import { m0380Cases } from './m03/m0380Cases.ts';
import { m0381ParcelCare } from './m03/m0381ParcelCare.ts';
import { m0390Alarms } from './m03/m0390Alarms.ts';
import { m0391QuietAlarms } from './m03/m0391QuietAlarms.ts';
import { m0392DueOrders } from './m03/m0392DueOrders.ts';
import { m0396TrackingLists } from './m03/m0396TrackingLists.ts';
import { m0400HourCounts } from './m04/m0400HourCounts.ts';
import { m0410Bills } from './m04/m0410Bills.ts';
import { m0420PlatformRecord } from './m04/m0420PlatformRecord.ts';
import { m0430Pushes } from './m04/m0430Pushes.ts';
import { m0431Subscriptions } from './m04/m0431Subscriptions.ts';
import { m0440Reviews } from './m04/m0440Reviews.ts';
import { m0450Totals } from './m04/m0450Totals.ts';
import { m0451ServiceHours } from './m04/m0451ServiceHours.ts';
import { m0455MarksAndCalls } from './m04/m0455MarksAndCalls.ts';
import { m0465OrderTimes } from './m04/m0465OrderTimes.ts';
import { m0466RepeatAnswers } from './m04/m0466RepeatAnswers.ts';
import { m0470ReviewOnly } from './m04/m0470ReviewOnly.ts';
import { m0480MarkedLists } from './m04/m0480MarkedLists.ts';
import { m0485OrderWishes } from './m04/m0485OrderWishes.ts';
import { m0486ReadyGoods } from './m04/m0486ReadyGoods.ts';
import { m0490Packing } from './m04/m0490Packing.ts';
import { m0491Handovers } from './m04/m0491Handovers.ts';
import { m0492GoodsPictures } from './m04/m0492GoodsPictures.ts';
import { m0493PickLists } from './m04/m0493PickLists.ts';
import { m0505OrdersByHand } from './m05/m0505OrdersByHand.ts';
import { m0512BenchSlips } from './m05/m0512BenchSlips.ts';
import { m0514GoodsCodeChanges } from './m05/m0514GoodsCodeChanges.ts';
import { m0515ParcelPhotos } from './m05/m0515ParcelPhotos.ts';
import { m0520PrintBatches } from './m05/m0520PrintBatches.ts';
import { m0525SaleFacts } from './m05/m0525SaleFacts.ts';
import { m0530Door } from './m05/m0530Door.ts';
import { m0540ReadyPhones } from './m05/m0540ReadyPhones.ts';
import { m0550PlatformHolds } from './m05/m0550PlatformHolds.ts';
import { m0560DoorEvents } from './m05/m0560DoorEvents.ts';
import { m0570ErasedOrders } from './m05/m0570ErasedOrders.ts';
import { m0590Leases } from './m05/m0590Leases.ts';
import { m0591Together } from './m05/m0591Together.ts';
import { m0595Workstations } from './m05/m0595Workstations.ts';
import { m0620Stretches } from './m06/m0620Stretches.ts';
import { m0625Badges } from './m06/m0625Badges.ts';
import { m0630BenchKeys } from './m06/m0630BenchKeys.ts';
import { m0640BenchIntents } from './m06/m0640BenchIntents.ts';
import { m0645BenchWrites } from './m06/m0645BenchWrites.ts';
import { m0646ShutOutProof } from './m06/m0646ShutOutProof.ts';
import { m0655ShipmentStates } from './m06/m0655ShipmentStates.ts';
import { m0657RenamedOrders } from './m06/m0657RenamedOrders.ts';
import { m0660BenchListActs } from './m06/m0660BenchListActs.ts';
import { m0664JobLanes } from './m06/m0664JobLanes.ts';
import { m0665ReadyPhones } from './m06/m0665ReadyPhones.ts';
import { m0670OpenSince } from './m06/m0670OpenSince.ts';
import { m0675BookingIndexes } from './m06/m0675BookingIndexes.ts';
import { m0680AddedOrders } from './m06/m0680AddedOrders.ts';
import { m0690GoodsStretches } from './m06/m0690GoodsStretches.ts';
import { m0695ReviewIndex } from './m06/m0695ReviewIndex.ts';
import { m0700CodConfirmed } from './m07/m0700CodConfirmed.ts';

/** Numbered in tens so that an urgent step can slip in between. A released step is never edited, nor taken out. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0300_first': m0300First,
  '0320_record_of_acts': m0320RecordOfActs,
  '0330_history_operator': m0330HistoryOperator,
  '0340_removed_accounts': m0340RemovedAccounts,
  '0350_name_searches': m0350NameSearches,
  '0360_call_buckets': m0360CallBuckets,
  '0370_tracking_plan': m0370TrackingPlan,
  '0380_cases': m0380Cases,
  '0381_parcel_care': m0381ParcelCare,
  '0390_alarms': m0390Alarms,
  '0391_quiet_alarms': m0391QuietAlarms,
  '0392_due_orders': m0392DueOrders,
  '0396_tracking_lists': m0396TrackingLists,
  '0400_hour_counts': m0400HourCounts,
  '0410_bills': m0410Bills,
  '0420_platform_record': m0420PlatformRecord,
  '0430_pushes': m0430Pushes,
  '0431_subscriptions': m0431Subscriptions,
  '0440_reviews': m0440Reviews,
  '0450_totals': m0450Totals,
  '0451_service_hours': m0451ServiceHours,
  '0455_marks_and_calls': m0455MarksAndCalls,
  '0465_order_times': m0465OrderTimes,
  '0466_repeat_answers': m0466RepeatAnswers,
  '0470_review_only': m0470ReviewOnly,
  '0480_marked_lists': m0480MarkedLists,
  '0485_order_wishes': m0485OrderWishes,
  '0486_ready_goods': m0486ReadyGoods,
  '0490_packing': m0490Packing,
  '0491_handovers': m0491Handovers,
  '0492_goods_pictures': m0492GoodsPictures,
  '0493_pick_lists': m0493PickLists,
  '0505_orders_by_hand': m0505OrdersByHand,
  '0512_bench_slips': m0512BenchSlips,
  '0514_goods_code_changes': m0514GoodsCodeChanges,
  '0515_parcel_photos': m0515ParcelPhotos,
  '0520_print_batches': m0520PrintBatches,
  '0525_sale_facts': m0525SaleFacts,
  '0530_door': m0530Door,
  '0540_ready_phones': m0540ReadyPhones,
  '0550_platform_holds': m0550PlatformHolds,
  '0560_door_events': m0560DoorEvents,
  '0570_erased_orders': m0570ErasedOrders,
  '0590_leases': m0590Leases,
  '0591_together': m0591Together,
  '0595_workstations': m0595Workstations,
  '0620_stretches': m0620Stretches,
  '0625_badges': m0625Badges,
  '0630_bench_keys': m0630BenchKeys,
  '0640_bench_intents': m0640BenchIntents,
  '0645_bench_writes': m0645BenchWrites,
  '0646_shut_out_proof': m0646ShutOutProof,
  '0655_shipment_states': m0655ShipmentStates,
  '0657_renamed_orders': m0657RenamedOrders,
  '0660_bench_list_acts': m0660BenchListActs,
  '0664_job_lanes': m0664JobLanes,
  '0665_ready_phones': m0665ReadyPhones,
  '0670_open_since': m0670OpenSince,
  '0675_booking_indexes': m0675BookingIndexes,
  '0680_added_orders': m0680AddedOrders,
  '0690_goods_stretches': m0690GoodsStretches,
  '0695_review_index': m0695ReviewIndex,
  '0700_cod_confirmed': m0700CodConfirmed,
};

export const firstStep = '0300_first';

/** The newest step this program knows. */
export const newestStep = Object.keys(migrations).sort().at(-1) ?? firstStep;

/** The last of the steps that the first one sums up: a workspace that has seen it has exactly those tables. */
export const lastBeforeFirst = '0210_asked_by';

/** Why a database that has seen these steps is not opened; null: nothing stands against it. */
export function refusalOf(marks: readonly string[]): Failure | null {
  const unknown = marks.filter((name) => !Object.hasOwn(migrations, name)).sort();
  const newest = unknown.at(-1);
  if (newest === undefined || newest === lastBeforeFirst) return null;
  return newest > firstStep
    ? failure('WORKSPACE_NEWER', { version: newest })
    : failure('WORKSPACE_OLDER', { version: newest });
}
