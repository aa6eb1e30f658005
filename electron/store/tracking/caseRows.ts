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
  /** The destination; empty: unknown. */
  readonly province: string;
  readonly kind: CaseKind;
  /** The rank of its kind in the list: the worst first. */
  readonly rank: number;
  /** The occurrence of this kind for the parcel: one that was silent twice has two. */
  readonly occurrence: number;
  readonly state: CaseState;
  readonly version: number;
  readonly sinceAt: number;
  readonly limitAt: number;
  readonly basisJson: string;
  readonly openedAt: number;
  /** Empty: unassigned. */
  readonly ownerId: string;
  readonly ownerName: string;
  readonly dueAt: number | null;
  readonly snoozeUntil: number | null;
  readonly waitingOn: CaseWait | null;
  readonly outcome: CaseOutcome | typeof ownOutcome | null;
  readonly closedAt: number | null;
  readonly closedBy: string;
  readonly notes: number;
  /** When the reason was gone; null: it still exists, whatever became of the case. If it returns, that is another case. */
  readonly goneAt: number | null;
}

export interface CaseStep {
  readonly id: string;
  readonly caseId: string;
  readonly at: number;
  readonly kind: CaseStepKind;
  /** The name of who did it, at that time; empty: the owner, or the program. */
  readonly operator: string;
  readonly note: string;
}

/** When the rules must check a parcel again. */
export interface CaseWatch {
  readonly waybillNo: string;
  readonly dueAt: number;
}

/** The longest silence of an arrived parcel: shows what is usual on its lane. */
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
