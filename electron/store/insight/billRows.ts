import type { BillClass, BillFeeKind, BillReason, ClaimState } from '../../../shared/domain/bills/bill.ts';

export interface Bill {
  readonly id: string;
  readonly carrier: string;
  readonly fileName: string;
  readonly contentHash: string;
  /** Equal for the same lines, whatever their order and file. */
  readonly linesHash: string;
  /** `2026-11-01`; empty: neither the bill nor a person said which days it is for. */
  readonly fromDay: string;
  readonly toDay: string;
  /** Until it is `ready` nothing of it counts; what a stopped program left is removed. */
  readonly state: 'reading' | 'ready';
  /** A `BillTolerance`: what it was judged by. */
  readonly toleranceJson: string;
  readonly layoutJson: string;
  readonly lines: number;
  /** Blank rows and rows of totals. */
  readonly rowsSkipped: number;
  readonly billedFen: number;
  /** The total the bill itself states; null: it states none. */
  readonly toldFen: number | null;
  readonly codFen: number;
  readonly durationMs: number;
  readonly operator: string;
  readonly createdAt: number;
}

export interface BillLine {
  readonly billId: string;
  /** The row number that a spreadsheet program shows. */
  readonly rowNo: number;
  /** Empty: it could not be read. */
  readonly waybillNo: string;
  /** The key of the item that the line belongs to. */
  readonly itemKey: string;
  readonly feeKind: BillFeeKind;
  readonly day: string;
  readonly weightGrams: number | null;
  readonly amountFen: number;
  /** Money collected for us, which is no fee. */
  readonly codFen: number;
  /** What the amount is made of, by field, as far as the bill says. */
  readonly feesJson: string;
  readonly place: string;
  readonly reason: BillReason;
}

/** What a bill says of one of our parcels (of one number, where it is not ours), or does not say of one that went out. */
export interface BillItem {
  readonly billId: string;
  readonly itemKey: string;
  readonly class: BillClass;
  readonly reason: BillReason;
  readonly waybillNo: string;
  /** Empty: not ours. */
  readonly shipmentId: string;
  readonly orderId: string;
  readonly orderNo: string;
  readonly lines: number;
  readonly firstRow: number;
  readonly billedGrams: number | null;
  readonly ownGrams: number | null;
  readonly billedFen: number;
  /** The freight for our weight, estimated when it was booked; null: not known. */
  readonly estimateFen: number | null;
  /** The freight by our prices for the weight on the bill; null: our prices do not cover it. */
  readonly expectedFen: number | null;
  /** Billed more than expected; null: nothing to compare with. */
  readonly differenceFen: number | null;
  readonly codFen: number;
  readonly ownCodFen: number;
  /** What may be claimed; null: a person must say how much. */
  readonly claimFen: number | null;
  /** Empty: nothing to claim. */
  readonly claimState: ClaimState | '';
  readonly claimedFen: number | null;
  readonly wonFen: number | null;
  readonly claimNote: string;
  readonly claimedBy: string;
  readonly claimedAt: number | null;
  readonly version: number;
}

/** Which column of a carrier's bills holds what, as a person said. */
export interface BillLayoutMemory {
  readonly carrier: string;
  readonly headerKey: string;
  readonly headersJson: string;
  readonly columnsJson: string;
  readonly uses: number;
  readonly usedAt: number;
}

/** How far the money of a parcel paid on delivery has come; what came later never takes back what came before. */
export interface CodPayout {
  readonly waybillNo: string;
  readonly carrier: string;
  readonly accountId: string;
  /** Empty: of no order here. */
  readonly orderId: string;
  readonly orderNo: string;
  readonly awaitingAt: number | null;
  readonly paidOutAt: number | null;
  readonly receivedAt: number | null;
  /** How much; null: nobody said. */
  readonly toldFen: number | null;
  /** Masked by the platform. */
  readonly accountHolder: string;
  readonly accountTail: string;
  /** The bill that says so; empty: the platform did. */
  readonly billId: string;
  readonly heardAt: number;
  /** When a person said that the money is there; null: nobody did. */
  readonly confirmedAt: number | null;
  /** Who said so; empty: the owner, where no operators are. */
  readonly confirmedBy: string;
}

export interface BillTables {
  readonly bills: Bill;
  readonly billLines: BillLine;
  readonly billItems: BillItem;
  readonly billLayouts: BillLayoutMemory;
  readonly codPayouts: CodPayout;
}
