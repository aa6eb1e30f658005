import type { PrinterView } from '../../../shared/contracts/printContract.ts';
import type { PickOrder, ReceiptKind } from '../../../shared/domain/receiptKind.ts';
import type { PaperScope } from './paperOrders.ts';

/** What a person chose for papers of the receipt printer. */
export interface PaperChoice {
  readonly kind: ReceiptKind;
  readonly scope: PaperScope;
  readonly pickOrder: PickOrder;
  /** 32 on 58 mm paper, 48 on 80 mm paper. */
  readonly columns: 32 | 48;
  readonly printerUri: string | null;
}

/** A picking list is for what is still to be packed; the others go with labels that are out. */
export function usualScope(kind: ReceiptKind): PaperScope {
  return kind === 'pick-list' ? 'unprinted' : 'listed';
}

/** Receipts come out of a receipt printer: one that speaks its language, when there is one. */
export function receiptPrinter(printers: readonly Pick<PrinterView, 'uri'>[]): string | null {
  const speaks = printers.find(({ uri }) => /[?&]lang=escpos\b/.test(uri));
  return (speaks ?? printers[0])?.uri ?? null;
}
