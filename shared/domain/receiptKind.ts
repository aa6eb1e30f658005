/** Papers of a receipt printer. */
export const receiptKinds = ['slip', 'pick-list', 'separator', 'handover'] as const;
export type ReceiptKind = (typeof receiptKinds)[number];

/** How a picking list is walked: by article code (merchants put the shelf there), by name, or the most first. */
export const pickOrders = ['code', 'name', 'quantity'] as const;
export type PickOrder = (typeof pickOrders)[number];
