import type {
  CaseKind,
  CaseOutcome,
  CaseState,
  CaseStepKind,
  CaseWait,
  ownOutcome,
} from '../../../shared/domain/cases/trackingCase.ts';

/** One thing that is wrong with one parcel. */
export interface TrackingCase {
  readonly id: string;
  readonly waybillNo: string;
  readonly carrier: string;
  readonly orderId: string;
  readonly orderNo: string;
  readonly phoneTail: string;
  /** Where the parcel goes; empty: not known. */
  readonly province: string;
  readonly kind: CaseKind;
  /** The place of its kind in the list: the worst first. */
  readonly rank: number;
  /** Which time this kind befell the parcel: a parcel silent twice has two. */
  readonly occurrence: number;
  readonly state: CaseState;
  readonly version: number;
  readonly sinceAt: number;
  readonly limitAt: number;
  readonly basisJson: string;
  readonly openedAt: number;
  /** Empty: nobody. */
  readonly ownerId: string;
  readonly ownerName: string;
  readonly dueAt: number | null;
  readonly snoozeUntil: number | null;
  readonly waitingOn: CaseWait | null;
  readonly outcome: CaseOutcome | typeof ownOutcome | null;
  readonly closedAt: number | null;
  readonly closedBy: string;
  readonly notes: number;
  /** The reason was there no more; null: it still is, whatever became of the case. Comes it again, it is another case. */
  readonly goneAt: number | null;
}

export interface CaseStep {
  readonly id: string;
  readonly caseId: string;
  readonly at: number;
  readonly kind: CaseStepKind;
  /** Name of who did it, as it was then; empty: the owner, or the program. */
  readonly operator: string;
  readonly note: string;
}

/** When the rules have to look at a parcel again. */
export interface CaseWatch {
  readonly waybillNo: string;
  readonly dueAt: number;
}

/** How long a parcel that arrived had been silent at most: what is usual on its lane. */
export interface ParcelSilence {
  readonly waybillNo: string;
  readonly carrier: string;
  readonly province: string;
  readonly arrivedAt: number;
  readonly hours: number;
}

export interface CaseTables {
  readonly trackingCases: TrackingCase;
  readonly caseSteps: CaseStep;
  readonly caseWatches: CaseWatch;
  readonly parcelSilences: ParcelSilence;
}
