/** A PC that works on an order book: an embedded workspace has one, a book on a server as many as have joined it. */
export interface Workstation {
  /** What it claims is written down under it. */
  readonly id: string;
  /** Other workstations work on the same book. */
  readonly isShared: boolean;
}

/** The one of an embedded workspace. */
export const onlyWorkstation: Workstation = { id: 'own', isShared: false };
