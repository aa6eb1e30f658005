import { type Kysely, sql } from 'kysely';
import { createBookingReads } from './repositories/bookingReads.ts';
import { createBookingRunRepository } from './repositories/bookingRunRepository.ts';
import { createCallRepository } from './repositories/callRepository.ts';
import { createDictionaryRepository } from './repositories/dictionaryRepository.ts';
import { createDraftRepository } from './repositories/draftRepository.ts';
import { createFreightRepository } from './repositories/freightRepository.ts';
import { createGoLiveRepository } from './repositories/goLiveRepository.ts';
import { createHistoryRepository } from './repositories/historyRepository.ts';
import { createJobRepository } from './repositories/jobRepository.ts';
import {
  createLabelLogoRepository,
  createLabelTemplateRepository,
  createTemplateVersionRepository,
} from './repositories/labelTemplateRepository.ts';
import { createLabelTrialRepository } from './repositories/labelTrialRepository.ts';
import { createLaneRepository } from './repositories/laneRepository.ts';
import { createLearnedRepository } from './repositories/learnedRepository.ts';
import { createOperatorActRepository, createOperatorRepository } from './repositories/operatorRepository.ts';
import { createOrderChangeRepository } from './repositories/orderChangeRepository.ts';
import { createOrderPartRepository } from './repositories/orderPartRepository.ts';
import { createOrderRepository } from './repositories/orderRepository.ts';
import { createOutsideReferenceRepository } from './repositories/outsideReferenceRepository.ts';
import { createPaperRollRepository } from './repositories/paperRollRepository.ts';
import { createPickupRepository } from './repositories/pickupRepository.ts';
import { createPrinterRepository } from './repositories/printerRepository.ts';
import { createPrintJobRepository } from './repositories/printJobRepository.ts';
import { createPrintTemplateRepository } from './repositories/printTemplateRepository.ts';
import { createNoShipRepository, createReachRepository } from './repositories/reachRepositories.ts';
import { createReviewRepository } from './repositories/reviewRepository.ts';
import { createRuleRepository } from './repositories/ruleRepository.ts';
import {
  createAccountRepository,
  createImportRepository,
  createSettingRepository,
} from './repositories/setupRepositories.ts';
import { createShipmentRepository } from './repositories/shipmentRepository.ts';
import { createTrackingRepository } from './repositories/trackingRepository.ts';
import {
  createWatchedFileRepository,
  createWriteBackRepository,
} from './repositories/writeBackRepository.ts';
import type { Schema } from './schema.ts';

export function createRepositories(db: Kysely<Schema>) {
  return {
    orders: createOrderRepository(db),
    orderChanges: createOrderChangeRepository(db),
    orderParts: createOrderPartRepository(db),
    writeBacks: createWriteBackRepository(db),
    watchedFiles: createWatchedFileRepository(db),
    review: createReviewRepository(db),
    shipments: createShipmentRepository(db),
    pickups: createPickupRepository(db),
    printJobs: createPrintJobRepository(db),
    jobs: createJobRepository(db),
    bookingRuns: createBookingRunRepository(db),
    calls: createCallRepository(db),
    bookings: createBookingReads(db),
    lanes: createLaneRepository(db),
    goLive: createGoLiveRepository(db),
    tracking: createTrackingRepository(db),
    imports: createImportRepository(db),
    accounts: createAccountRepository(db),
    printers: createPrinterRepository(db),
    settings: createSettingRepository(db),
    history: createHistoryRepository(db),
    outsideReferences: createOutsideReferenceRepository(db),
    learned: createLearnedRepository(db),
    noShip: createNoShipRepository(db),
    reach: createReachRepository(db),
    dictionary: createDictionaryRepository(db),
    drafts: createDraftRepository(db),
    operators: createOperatorRepository(db),
    operatorActs: createOperatorActRepository(db),
    paperRolls: createPaperRollRepository(db),
    rules: createRuleRepository(db),
    freight: createFreightRepository(db),
    labelTemplates: createLabelTemplateRepository(db),
    templateVersions: createTemplateVersionRepository(db),
    labelLogos: createLabelLogoRepository(db),
    labelTrials: createLabelTrialRepository(db),
    printTemplates: createPrintTemplateRepository(db),
    /** Every page and index read through; slow on a large book. */
    async health(): Promise<boolean> {
      const { rows } = await sql<{ integrityCheck: string }>`pragma integrity_check(1)`.execute(db);
      return rows[0]?.integrityCheck === 'ok';
    },
  };
}

export type Repositories = ReturnType<typeof createRepositories>;

/**
 * One set of repositories, two ways in: `read` sees only what is committed, `write` is one transaction whose
 * commit is on disk when it resolves. Writers queue up; a throw inside rolls everything back.
 */
export interface Store {
  readonly read: Repositories;
  write<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Builds the store over two connections of one database. */
export function createStore(writer: Kysely<Schema>, reader: Kysely<Schema>): Store {
  return {
    read: createRepositories(reader),
    write: (work) => writer.transaction().execute((transaction) => work(createRepositories(transaction))),
    async close() {
      await reader.destroy();
      await writer.destroy();
    },
  };
}
