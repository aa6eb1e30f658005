import { type OpenedWorkspace, openWorkspace } from '../../../electron/usecases/workspace/open.ts';
import { readServerUrl } from '../../../electron/usecases/workstations/createOnServer.ts';
import {
  type EndedMove,
  type MoveTarget,
  moveOpen,
} from '../../../electron/usecases/workstations/moveOpen.ts';
import { noKeyStore } from '../../../electron/vault/keyStorePort.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { type BenchLine, benchPassphrase } from '../../doubles/program/benchLine.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import type { serverDesk } from './serverDesk.ts';

export function good<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

interface TriedMove {
  readonly moved: EndedMove['moved'];
  /** Where the book lies now. */
  readonly opened: OpenedWorkspace;
  /** Rows copied, and of how many. */
  readonly told: readonly (readonly [number, number])[];
}

interface MovingShop {
  open(bench: BenchLine): Promise<OpenedWorkspace>;
  /** A PC with orders in its own folder. */
  shop(orderCount: number): Promise<{ bench: BenchLine; opened: OpenedWorkspace }>;
  there(database: string, isPersonalSealed?: boolean): MoveTarget;
  /** As an open window does it; `stopAt`: somebody stops it once so many rows are copied. */
  move(bench: BenchLine, opened: OpenedWorkspace, target: MoveTarget, stopAt?: number): Promise<TriedMove>;
  orders(opened: OpenedWorkspace): Promise<number>;
}

/** PCs whose book moves to a server of this desk and back. */
export function movingShop(desk: ReturnType<typeof serverDesk>): MovingShop {
  const requestOf = ({ folder }: BenchLine) =>
    ({
      folder,
      passphrase: benchPassphrase,
      keyStore: noKeyStore,
      isPracticeWanted: false,
      whenMissing: 'create',
    }) as const;
  const open = async (bench: BenchLine) => good(await openWorkspace(requestOf(bench), bench.parts));
  return {
    open,
    async shop(orderCount) {
      const bench = desk.bench();
      const opened = await open(bench);
      const orders = Array.from({ length: orderCount }, (_, no) => sampleOrder(no));
      await opened.workspace.store.write((write) => write.orders.insertMany(orders));
      return { bench, opened };
    },
    there: (database, isPersonalSealed = false) => ({
      server: good(readServerUrl(desk.url(database))),
      name: 'first',
      isPersonalSealed,
    }),
    async move(bench, opened, target, stopAt = Infinity) {
      const stopping = new AbortController();
      const told: (readonly [number, number])[] = [];
      const { moved, opened: again } = await moveOpen(opened, target, {
        request: requestOf(bench),
        parts: bench.parts,
        stopping: stopping.signal,
        onCopied(rows, total) {
          told.push([rows, total]);
          if (rows >= stopAt) stopping.abort();
        },
      });
      return { moved, opened: good(again), told };
    },
    orders: ({ workspace }) => workspace.store.read.orders.count({}),
  };
}
