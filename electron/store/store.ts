import { type Kysely, sql } from 'kysely';
import { onlyWorkstation, type Workstation } from '../../shared/domain/workstation.ts';
import {
  createAccountRepository,
  createGoLiveRepository,
  createLaneRepository,
  createRemovedAccountRepository,
} from './booking/accountRepository.ts';
import { createBookingReads, createBookingRunRepository } from './booking/bookingReads.ts';
import { createCallRepository } from './booking/callRepository.ts';
import { createJobRepository } from './booking/jobRepository.ts';
import { createOutsideReferenceRepository } from './booking/outsideReferenceRepository.ts';
import { createPickupRepository } from './booking/pickupRepository.ts';
import { createFreightRepository, createRuleRepository } from './booking/ruleRepository.ts';
import { createShipmentRepository } from './booking/shipmentRepository.ts';
import { createLearnedRepository } from './correcting/learnedRepository.ts';
import { createNoShipRepository, createReachRepository } from './correcting/reachRepository.ts';
import { createReviewRepository } from './correcting/reviewRepository.ts';
import { createDoorRepository } from './door/doorRepository.ts';
import {
  createAlarmChannelRepository,
  createAlarmMessageRepository,
} from './insight/alarmChannelRepository.ts';
import { createAlarmRepository } from './insight/alarmRepository.ts';
import { createBillLayoutRepository, createBillRepository } from './insight/billRepository.ts';
import { createCallBucketRepository } from './insight/callBucketRepository.ts';
import { createCodRepository } from './insight/codRepository.ts';
import { createHourRepository } from './insight/hourRepository.ts';
import { createLaneEventRepository } from './insight/laneEventRepository.ts';
import { createLedgerReads } from './insight/ledgerReads.ts';
import { createReviewReads } from './insight/reviewRepository.ts';
import { createServiceReads } from './insight/serviceReads.ts';
import { createDictionaryRepository } from './intake/dictionaryRepository.ts';
import { createImportRepository, createWatchedFileRepository } from './intake/importRepository.ts';
import { createHistoryRepository } from './orders/historyRepository.ts';
import { createOrderChangeRepository, createOrderPartRepository } from './orders/orderChangeRepository.ts';
import { createOrderRepository } from './orders/orderRepository.ts';
import { createWriteBackRepository } from './orders/writeBackRepository.ts';
import { createGoodsCodeRepository } from './packing/goodsCodeRepository.ts';
import {
  createHandoverRepository,
  createLateReads,
  createLeavingReads,
} from './packing/handoverRepository.ts';
import {
  createBenchRepository,
  createPackedGoodsRepository,
  createPackedParcelRepository,
  createRecorderWordRepository,
} from './packing/packingRepository.ts';
import { createPhotoRepository } from './packing/photoRepository.ts';
import { createPictureRepository } from './packing/pictureRepository.ts';
import { createPlatformRecordRepository } from './platformRecord/recordRepository.ts';
import {
  createLabelLogoRepository,
  createLabelTemplateRepository,
  createLabelTrialRepository,
  createPrintTemplateRepository,
  createTemplateVersionRepository,
} from './printing/labelTemplateRepository.ts';
import { createPrintBatchRepository } from './printing/printBatchRepository.ts';
import { createPaperRollRepository, createPrinterRepository } from './printing/printerRepository.ts';
import { createPrintJobRepository } from './printing/printJobRepository.ts';
import { createErasureRepository } from './retention/erasureRepository.ts';
import { createRetentionReads } from './retention/retentionReads.ts';
import type { Schema } from './schema.ts';
import {
  createNoticeHookRepository,
  createParcelArrivalRepository,
  createParcelReturnRepository,
} from './tracking/careRepository.ts';
import {
  createCaseRepository,
  createCaseWatchRepository,
  createParcelSilenceRepository,
} from './tracking/caseRepository.ts';
import { createPushRepository } from './tracking/pushRepository.ts';
import {
  createNumberShapeRepository,
  createTrackingBudgetRepository,
} from './tracking/trackingBudgetRepository.ts';
import { createTrackingRepository } from './tracking/trackingRepository.ts';
import { createNameSearchRepository } from './workspace/nameSearchRepository.ts';
import { createOperatorActRepository, createOperatorRepository } from './workspace/operatorRepository.ts';
import { createPersonalTextRepository } from './workspace/personalTextRepository.ts';
import { createSealedTextRepository } from './workspace/sealedTextRepository.ts';
import { createDraftRepository, createSettingRepository } from './workspace/settingRepository.ts';
import { createAwayRepository } from './workstations/awayRepository.ts';
import { createLeaseRepository } from './workstations/leaseRepository.ts';
import {
  createDutyRepository,
  createNoticeRepository,
  createPaceRepository,
} from './workstations/togetherRepository.ts';
import {
  createBenchKeyRepository,
  createInvitationRepository,
  createWorkstationRepository,
} from './workstations/workstationRepository.ts';

/** What is wrong with parcels, and what is done about them. */
function careRepositories(db: Kysely<Schema>) {
  return {
    cases: () => createCaseRepository(db),
    caseWatches: () => createCaseWatchRepository(db),
    parcelSilences: () => createParcelSilenceRepository(db),
    parcelArrivals: () => createParcelArrivalRepository(db),
    parcelReturns: () => createParcelReturnRepository(db),
    noticeHooks: () => createNoticeHookRepository(db),
  };
}

/** What lies on the packing bench. */
function packingRepositories(db: Kysely<Schema>, workstation: Workstation) {
  return {
    packedParcels: () => createPackedParcelRepository(db, workstation),
    recorderWords: () => createRecorderWordRepository(db, workstation),
    bench: () => createBenchRepository(db, workstation),
    goodsCodes: () => createGoodsCodeRepository(db),
    packedGoods: () => createPackedGoodsRepository(db),
    goodsPictures: () => createPictureRepository(db),
    photos: () => createPhotoRepository(db),
    handovers: () => createHandoverRepository(db),
    leaving: () => createLeavingReads(db),
    late: () => createLateReads(db),
  };
}

/** Those that work on one book, and what they tell each other. */
function togetherRepositories(db: Kysely<Schema>, workstation: Workstation) {
  return {
    workstations: () => createWorkstationRepository(db),
    invitations: () => createInvitationRepository(db),
    benchKeys: () => createBenchKeyRepository(db),
    sealedTexts: () => createSealedTextRepository(db),
    personalTexts: () => createPersonalTextRepository(db),
    leases: () => createLeaseRepository(db, workstation),
    paces: () => createPaceRepository(db),
    duties: () => createDutyRepository(db, workstation),
    notices: () => createNoticeRepository(db, workstation),
    away: () => createAwayRepository(db, workstation),
  };
}

/** `touched` is told of each change of what is sealed beside the database as well. */
function repositoriesOver(db: Kysely<Schema>, workstation: Workstation, touched: () => void) {
  return {
    orders: () => createOrderRepository(db),
    orderChanges: () => createOrderChangeRepository(db),
    orderParts: () => createOrderPartRepository(db),
    writeBacks: () => createWriteBackRepository(db),
    watchedFiles: () => createWatchedFileRepository(db),
    review: () => createReviewRepository(db),
    shipments: () => createShipmentRepository(db),
    pickups: () => createPickupRepository(db),
    printJobs: () => createPrintJobRepository(db),
    printBatches: () => createPrintBatchRepository(db),
    jobs: () => createJobRepository(db, workstation),
    ...togetherRepositories(db, workstation),
    bookingRuns: () => createBookingRunRepository(db),
    calls: () => createCallRepository(db),
    bookings: () => createBookingReads(db),
    lanes: () => createLaneRepository(db),
    goLive: () => createGoLiveRepository(db),
    tracking: () => createTrackingRepository(db),
    pushes: () => createPushRepository(db),
    door: () => createDoorRepository(db),
    ...careRepositories(db),
    ...packingRepositories(db, workstation),
    trackingBudgets: () => createTrackingBudgetRepository(db),
    numberShapes: () => createNumberShapeRepository(db),
    imports: () => createImportRepository(db),
    accounts: () => createAccountRepository(db),
    removedAccounts: () => createRemovedAccountRepository(db),
    printers: () => createPrinterRepository(db, workstation),
    ...insightRepositories(db),
    settings: () => createSettingRepository(db, workstation, touched),
    history: () => createHistoryRepository(db),
    retention: () => createRetentionReads(db),
    erasures: () => createErasureRepository(db),
    platformRecords: () => createPlatformRecordRepository(db),
    outsideReferences: () => createOutsideReferenceRepository(db),
    learned: () => createLearnedRepository(db),
    noShip: () => createNoShipRepository(db),
    reach: () => createReachRepository(db),
    dictionary: () => createDictionaryRepository(db),
    drafts: () => createDraftRepository(db),
    operators: () => createOperatorRepository(db, touched),
    nameSearches: () => createNameSearchRepository(db),
    operatorActs: () => createOperatorActRepository(db, touched),
    paperRolls: () => createPaperRollRepository(db),
    rules: () => createRuleRepository(db),
    freight: () => createFreightRepository(db),
    labelTemplates: () => createLabelTemplateRepository(db),
    templateVersions: () => createTemplateVersionRepository(db),
    labelLogos: () => createLabelLogoRepository(db),
    labelTrials: () => createLabelTrialRepository(db),
    printTemplates: () => createPrintTemplateRepository(db),
    /** Every page and index read through; slow on a large book. */
    health: () => async (): Promise<boolean> => {
      const { rows } = await sql<{ integrityCheck: string }>`pragma integrity_check(1)`.execute(db);
      return rows[0]?.integrityCheck === 'ok';
    },
  };
}

/** What the work came to, what it costs, and what is told of it. */
function insightRepositories(db: Kysely<Schema>) {
  return {
    callBuckets: () => createCallBucketRepository(db),
    service: () => createServiceReads(db),
    lookBack: () => createReviewReads(db),
    bills: () => createBillRepository(db),
    billLayouts: () => createBillLayoutRepository(db),
    cod: () => createCodRepository(db),
    ledger: () => createLedgerReads(db),
    insight: () => createHourRepository(db),
    alarms: () => createAlarmRepository(db),
    alarmChannels: () => createAlarmChannelRepository(db),
    alarmMessages: () => createAlarmMessageRepository(db),
    laneEvents: () => createLaneEventRepository(db),
  };
}

type Makers = ReturnType<typeof repositoriesOver>;
export type Repositories = { readonly [Name in keyof Makers]: ReturnType<Makers[Name]> };

/** Each is made when it is first asked for: a transaction needs a handful of them, and a booking has three transactions. */
function createRepositories(...place: Parameters<typeof repositoriesOver>): Repositories {
  const makers: Readonly<Record<string | symbol, () => unknown>> = repositoriesOver(...place);
  const made = new Map<string | symbol, unknown>();
  return new Proxy({} as Repositories, {
    get(_, name) {
      if (!made.has(name)) made.set(name, makers[name]?.());
      return made.get(name);
    },
  });
}

/** What workstations tell each other besides their work. */
export type ApartRepositories = Pick<
  Repositories,
  'leases' | 'paces' | 'duties' | 'notices' | 'workstations' | 'invitations'
>;

/** `behind`: of work that goes on by itself and in numbers; where writers of a bench wait for each other, all others come first. */
export type WritePlace = 'behind';

/**
 * One set of repositories, two ways in: `read` sees only what is committed, `write` is one transaction whose
 * commit is on disk when it resolves. Writers queue up; a throw inside rolls everything back. A server may undo what is in the way of
 * others: then `work` runs again, and counts and lists it keeps must begin within it.
 */
export interface Store {
  readonly read: Repositories;
  write<T>(work: (repositories: Repositories) => Promise<T>, place?: WritePlace): Promise<T>;
  /** One statement that stands for itself: where writers take turns, it waits for none of them. */
  apart<T>(work: (repositories: ApartRepositories) => Promise<T>): Promise<T>;
  /** Folds the log into the file and empties it, so that nothing removed stands there any more; waits for no reader. */
  emptyLog(): Promise<void>;
  close(): Promise<void>;
}

/**
 * What must follow whenever a transaction has changed what is sealed: called as its last step, inside it; what it gives is
 * done once it is committed.
 */
export type SealHook = (write: Repositories) => Promise<() => void>;

const nothing = () => undefined;

/** What each transaction begins with: on an engine of several writers they take turns. */
export type TakeTurn = (transaction: Kysely<Schema>) => Promise<void>;

const alone: TakeTurn = async () => undefined;

/** What is not the same on every engine. */
interface StoreParts {
  readonly seal?: SealHook | undefined;
  readonly takeTurn?: TakeTurn;
  /** For statements that stand for themselves; absent: they are transactions like others. */
  readonly apart?: Kysely<Schema>;
  readonly workstation?: Workstation;
}

/** Builds the store over two connections of one database. */
export function createStore(
  writer: Kysely<Schema>,
  reader: Kysely<Schema>,
  { seal, takeTurn = alone, workstation = onlyWorkstation, apart }: StoreParts = {},
): Store {
  const standing = apart === undefined ? null : createRepositories(apart, workstation, nothing);
  const store: Store = {
    read: createRepositories(reader, workstation, nothing),
    apart: (work) => (standing === null ? store.write(work) : work(standing)),
    async write(work) {
      let keepSeal = nothing as () => void;
      const result = await writer.transaction().execute(async (transaction) => {
        await takeTurn(transaction);
        let isTouched = false;
        const repositories = createRepositories(transaction, workstation, () => {
          isTouched = true;
        });
        const worked = await work(repositories);
        if (isTouched && seal !== undefined) keepSeal = await seal(repositories);
        return worked;
      });
      keepSeal();
      return result;
    },
    async emptyLog() {
      await sql`pragma wal_checkpoint(truncate)`.execute(writer);
    },
    async close() {
      await reader.destroy();
      await writer.destroy();
    },
  };
  return store;
}
