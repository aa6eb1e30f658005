/** The task of a booking and, where the carrier gave one, its own order number, without which it cancels nothing. */
export function platformRefOf(data: { readonly taskId: string; readonly kdComOrderNum: string }): string {
  return data.kdComOrderNum === '' ? data.taskId : `${data.taskId}/${data.kdComOrderNum}`;
}

/** The carrier's order number out of a reference; empty when it gave none. */
export function carrierOrderNo(platformRef: string): string {
  return /\/(.+)$/s.exec(platformRef)?.[1] ?? '';
}
