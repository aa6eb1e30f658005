import { type Kysely, sql } from 'kysely';
import { onlyWorkstation, type Workstation } from '../../shared/domain/workstation.ts';
import {
  createAccountRepository,
  createGoLiveRepository,
  createLaneRepository,
  createRemovedAccountRepository,
} from './booking/accountRepository.ts';
import { createBookingReads, createBookingRunRepository } from './booking/bookingReads.ts';
import { createBookingStates } from './booking/bookingStates.ts';
import { createCallRepository } from './booking/callRepository.ts';
import { createJobRepository } from './booking/jobRepository.ts';
import { createOutsideReferenceRepository } from './booking/outsideReferenceRepository.ts';
import { createPickupRepository } from './booking/pickupRepository.ts';
import { createFreightRepository, createRuleRepository } from './booking/ruleRepository.ts';
import { createShipmentRepository } from './booking/shipmentRepository.ts';
import { createLearnedRepository } from './correcting/learnedRepository.ts';
import { createNoShipRepository, createReachRepository } from './correcting/reachRepository.ts';
import { createReviewRepository } from './correcting/reviewRepository.ts';
import { bypassKysely } from './database/keptStatement.ts';
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
import { createPersonRepository } from './retention/personRepository.ts';
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
import { createDraftRepository } from './workspace/draftRepository.ts';
import { createNameSearchRepository } from './workspace/nameSearchRepository.ts';
import { createOperatorActRepository, createOperatorRepository } from './workspace/operatorRepository.ts';
import { createPersonalTextRepository } from './workspace/personalTextRepository.ts';
import { createSealedTextRepository } from './workspace/sealedTextRepository.ts';
import { createSettingRepository } from './workspace/settingRepository.ts';
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

/** Exceptions of parcels, and what is done about them. */
const careRepositories = {
  cases: createCaseRepository,
  caseWatches: createCaseWatchRepository,
  parcelSilences: createParcelSilenceRepository,
  parcelArrivals: createParcelArrivalRepository,
  parcelReturns: createParcelReturnRepository,
  noticeHooks: createNoticeHookRepository,
};

/** What lies on the packing bench. */
const packingRepositories = {
  packedParcels: createPackedParcelRepository,
  recorderWords: createRecorderWordRepository,
  bench: createBenchRepository,
  goodsCodes: createGoodsCodeRepository,
  packedGoods: createPackedGoodsRepository,
  goodsPictures: createPictureRepository,
  photos: createPhotoRepository,
  handovers: createHandoverRepository,
  leaving: createLeavingReads,
  late: createLateReads,
};

/** The workstations of one book and the messages between them. */
const coordinationRepositories = {
  workstations: createWorkstationRepository,
  invitations: createInvitationRepository,
  benchKeys: createBenchKeyRepository,
  sealedTexts: createSealedTextRepository,
  personalTexts: createPersonalTextRepository,
  leases: createLeaseRepository,
  paces: createPaceRepository,
  duties: createDutyRepository,
  notices: createNoticeRepository,
  away: createAwayRepository,
};

/** Figures, costs, reviews and alarms. */
const insightRepositories = {
  callBuckets: createCallBucketRepository,
  service: createServiceReads,
  lookBack: createReviewReads,
  bills: createBillRepository,
  billLayouts: createBillLayoutRepository,
  cod: createCodRepository,
  ledger: createLedgerReads,
  insight: createHourRepository,
  alarms: createAlarmRepository,
  alarmChannels: createAlarmChannelRepository,
  alarmMessages: createAlarmMessageRepository,
  laneEvents: createLaneEventRepository,
};

type Place = readonly [db: Kysely<Schema>, workstation: Workstation, touched: () => void];

/** How each is made for a connection or a transaction. `touched` is also called for each change of what is sealed outside the database. */
const makers = {
  orders: createOrderRepository,
  orderChanges: createOrderChangeRepository,
  orderParts: createOrderPartRepository,
  writeBacks: createWriteBackRepository,
  watchedFiles: createWatchedFileRepository,
  review: createReviewRepository,
  shipments: createShipmentRepository,
  pickups: createPickupRepository,
  printJobs: createPrintJobRepository,
  printBatches: createPrintBatchRepository,
  jobs: createJobRepository,
  ...coordinationRepositories,
  bookingRuns: createBookingRunRepository,
  bookingStates: createBookingStates,
  calls: createCallRepository,
  bookings: createBookingReads,
  lanes: createLaneRepository,
  goLive: createGoLiveRepository,
  tracking: createTrackingRepository,
  pushes: createPushRepository,
  door: createDoorRepository,
  ...careRepositories,
  ...packingRepositories,
  trackingBudgets: createTrackingBudgetRepository,
  numberShapes: createNumberShapeRepository,
  imports: createImportRepository,
  accounts: createAccountRepository,
  removedAccounts: createRemovedAccountRepository,
  printers: createPrinterRepository,
  ...insightRepositories,
  settings: createSettingRepository,
  history: createHistoryRepository,
  retention: createRetentionReads,
  erasures: createErasureRepository,
  persons: createPersonRepository,
  platformRecords: createPlatformRecordRepository,
  outsideReferences: createOutsideReferenceRepository,
  learned: createLearnedRepository,
  noShip: createNoShipRepository,
  reach: createReachRepository,
  dictionary: createDictionaryRepository,
  drafts: createDraftRepository,
  operators: (...[db, , touched]: Place) => createOperatorRepository(db, touched),
  nameSearches: createNameSearchRepository,
  operatorActs: (...[db, , touched]: Place) => createOperatorActRepository(db, touched),
  paperRolls: createPaperRollRepository,
  rules: createRuleRepository,
  freight: createFreightRepository,
  labelTemplates: createLabelTemplateRepository,
  templateVersions: createTemplateVersionRepository,
  labelLogos: createLabelLogoRepository,
  labelTrials: createLabelTrialRepository,
  printTemplates: createPrintTemplateRepository,
  health: createHealthRead,
} satisfies Readonly<Record<string, (...place: Place) => unknown>>;

/** Reads every page and index; slow on a large book. */
function createHealthRead(db: Kysely<Schema>) {
  return async (): Promise<boolean> => {
    const { rows } = await sql<{ integrityCheck: string }>`pragma integrity_check(1)`.execute(db);
    return rows[0]?.integrityCheck === 'ok';
  };
}

type Makers = typeof makers;
export type Repositories = { readonly [Name in keyof Makers]: ReturnType<Makers[Name]> };

/** Creates each repository at first use: a transaction needs a handful, and a booking has two transactions. */
function createRepositories(...place: Place): Repositories {
  const known: Readonly<Record<string | symbol, (...place: Place) => unknown>> = makers;
  const made = new Map<string | symbol, unknown>();
  return new Proxy({} as Repositories, {
    get(_, name) {
      if (!made.has(name)) made.set(name, known[name]?.(...place));
      return made.get(name);
    },
  });
}

/** What workstations tell each other beside their work. */
export type CoordinationRepositories = Pick<
  Repositories,
  'leases' | 'paces' | 'duties' | 'notices' | 'workstations' | 'invitations'
>;

/** `behind`: for automatic bulk work; where a bench's writers wait for each other, all others go first. */
export type WritePlace = 'behind';

/**
 * One set of repositories, used in two ways: `read` sees only what is committed, `write` is one transaction whose commit is on disk when
 * it resolves. Writers queue up; a throw inside rolls everything back. A server may roll a transaction back in favour of others: then
 * `work` runs again, so its counts and lists must start inside it.
 */
export interface Store {
  readonly read: Repositories;
  write<T>(work: (repositories: Repositories) => Promise<T>, place?: WritePlace): Promise<T>;
  /** For a single statement: where writers take turns, it does not wait. */
  apart<T>(work: (repositories: CoordinationRepositories) => Promise<T>): Promise<T>;
  /** Copies the log into the file and empties it, so that removed data is gone from both; waits for no reader. */
  emptyLog(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Called inside each transaction that changed what is sealed outside the database, as its last step; the function it returns runs after
 * the commit.
 */
export type SealHook = (write: Repositories) => Promise<() => void>;

const nothing = () => undefined;

/** The first step of each transaction: on an engine with several writers they take turns. */
export type TakeTurn = (transaction: Kysely<Schema>) => Promise<void>;

const alone: TakeTurn = async () => undefined;

type Together = <T>(
  transaction: Kysely<Schema>,
  work: (together: Kysely<Schema>) => Promise<T>,
) => Promise<T>;

const inTurn: Together = (transaction, work) => work(transaction);

/** What differs between the engines. */
interface StoreParts {
  readonly seal?: SealHook | undefined;
  readonly takeTurn?: TakeTurn;
  /** Runs single statements on their own; absent: they are transactions too. */
  readonly apart?: Kysely<Schema>;
  /** How a transaction's statements leave together; absent: the engine is in this process, where nothing is on its way. */
  readonly together?: Together;
  readonly workstation?: Workstation;
}

/** Builds the store over two connections of one database. */
export function createStore(
  writer: Kysely<Schema>,
  reader: Kysely<Schema>,
  { seal, takeTurn = alone, workstation = onlyWorkstation, apart, together = inTurn }: StoreParts,
): Store {
  bypassKysely(reader);
  const standing = apart === undefined ? null : createRepositories(apart, workstation, nothing);
  const store: Store = {
    read: createRepositories(reader, workstation, nothing),
    apart: (work) => (standing === null ? store.write(work) : work(standing)),
    async write(work) {
      let keepSeal = nothing as () => void;
      const inTransaction = async (transaction: Kysely<Schema>) => {
        const endWork = bypassKysely(transaction);
        try {
          await takeTurn(transaction);
          let isTouched = false;
          const repositories = createRepositories(transaction, workstation, () => {
            isTouched = true;
          });
          const worked = await work(repositories);
          if (isTouched && seal !== undefined) keepSeal = await seal(repositories);
          return worked;
        } finally {
          endWork();
        }
      };
      const result = await writer
        .transaction()
        .execute((transaction) => together(transaction, inTransaction));
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
