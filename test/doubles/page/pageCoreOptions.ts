import type { Role } from '../../../shared/domain/operator.ts';
import type { SealTrouble } from '../../../shared/domain/operatorAct.ts';
import type { BenchScene } from './packing/benchSample.ts';

/** Which sample the page gets, and in which state it is. */
export interface PageCoreOptions {
  readonly orders: number;
  readonly session: 'new' | 'locked' | 'open';
  readonly language: 'zh-CN' | 'en';
  readonly theme: 'light' | 'dark' | 'system';
  /** An empty workspace right after the first run. */
  readonly isFresh: boolean;
  /** Who has signed in where there are operators; null: there are none. */
  readonly operator: Role | 'nobody' | null;
  /** The record of acts was changed from this row on; absent: it is whole. */
  readonly brokenActNo?: number | undefined;
  /** How the sealed file contradicts the database; absent: it does not. */
  readonly sealTrouble?: SealTrouble | undefined;
  /** The record holds acts of a few days, of several people. */
  readonly hasActs?: boolean | undefined;
  /** What whoever signs in is told: wrong PINs since the last time, and a PIN that is too short by now. */
  readonly wrongPins?: number | undefined;
  /** The first account has another one of the same merchant. */
  readonly hasHeir?: boolean | undefined;
  /** The first booked order was to be cancelled, and its account is gone. */
  readonly isAccountGone?: boolean | undefined;
  /** Operators that were added before there were rescue codes. */
  readonly hasNoRescueCode?: boolean | undefined;
  /** How long personal data is kept: nobody has said, or the clock runs ahead; absent: it is chosen. */
  readonly retention?: 'unchosen' | 'clock' | undefined;
  /** Where the folder of the workspace lies; absent: on this computer. */
  readonly place?: 'network' | 'roaming' | undefined;
  /** How new versions of the program stand; absent: this is the newest. */
  readonly updates?:
    | 'offered'
    | 'partly'
    | 'ready'
    | 'busy'
    | 'came'
    | 'cameNot'
    | 'failing'
    | 'keyless'
    | undefined;
  /** How the backups stand; absent: they are fine. */
  readonly backup?: 'old' | 'failing' | 'away' | 'bound' | undefined;
  /** The district that several provinces have is not decided for one of them. */
  readonly isRegionOpen?: boolean | undefined;
  /** The buyer of the worst address writes that it has changed. */
  readonly isNoteTelling?: boolean | undefined;
  /** A backup was put back: its unconfirmed labels may lie on their parcels. */
  readonly isAfterRestore?: boolean | undefined;
  /** The journal of outside calls does not prove itself. */
  readonly isJournalBroken?: boolean | undefined;
  /** The platform refuses the key of the first account; a good key lifts it. */
  readonly isKeyRefused?: boolean | undefined;
  /** No platform answers a question about a parcel. */
  readonly isPlatformDown?: boolean | undefined;
  /** Alarms stand, and there are channels and people to call. */
  readonly hasAlarms?: boolean | undefined;
  /** So many printers besides the two of the sample. */
  readonly morePrinters?: number | undefined;
  /** The check before a batch finds nothing to say. */
  readonly isAllClean?: boolean | undefined;
  /** There is a rule for which printer a label goes to. */
  readonly hasPrintRoutes?: boolean | undefined;
  /** Parcels whose labels are printed have left. */
  readonly haveParcelsLeft?: boolean | undefined;
  /** Today counts the returns that belong to no order. */
  readonly hasUnownedReturns?: boolean | undefined;
  /** The server of the book is away, or is back and did not bear all that was packed meanwhile. */
  readonly server?: 'away' | 'back' | undefined;
  /**
   * The book lies on a server, which answers, does not, or has shut this bench out: for certain, without proof, by keys that it
   * did not get, or because what says where it is does not open. Absent: in a file of this PC.
   */
  readonly benches?:
    | 'there'
    | 'alone'
    | 'away'
    | 'renewed'
    | 'shut-out'
    | 'unproven'
    | 'keyless'
    | 'placeless'
    | undefined;
  /** Of the order book: one was cut off, or one stands still on its way; absent: one that begins ends. */
  readonly move?: 'cut' | 'stands' | undefined;
  /** What the packing bench is like. */
  readonly bench?: readonly BenchScene[] | undefined;
  /** Areas or calls (`track`, `board.day`) that fail, and those that never answer. */
  readonly fails?: readonly string[] | undefined;
  readonly silent?: readonly string[] | undefined;
  now(): number;
}
