import type { HistoryLine } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';

interface HistoryContent {
  /** A code of shared/errors: why it happened. */
  readonly code?: string;
  /** In a word or two: a number, a file, a person's reason. */
  readonly note?: string;
  /** What taking it back needs. */
  readonly data?: unknown;
  /** Lines of one step that can be taken back together. */
  readonly stepId?: string;
}

/** What happened to an order, as a line of its history. */
export function historyLine(
  { nextId, clock, actor }: Workspace,
  orderId: string,
  kind: string,
  { code = '', note = '', data = {}, stepId = '' }: HistoryContent = {},
): HistoryLine {
  return {
    id: nextId(),
    orderId,
    at: clock.now(),
    kind,
    code,
    note,
    operator: actor.name,
    dataJson: JSON.stringify(data),
    stepId,
  };
}

/** Adds such a line, in the transaction that makes it true. */
export function addHistory(
  workspace: Workspace,
  write: Repositories,
  orderId: string,
  kind: string,
  content?: HistoryContent,
): Promise<void> {
  return write.history.add(historyLine(workspace, orderId, kind, content));
}
