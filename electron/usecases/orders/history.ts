import type { HistoryLine } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';

interface HistoryContent {
  /** A code of shared/errors: why it happened. */
  readonly code?: string;
  /** Short: a number, a file, a person's reason. */
  readonly note?: string;
  /** The data that undoing needs. */
  readonly data?: unknown;
  /** Lines of one step that can be undone together. */
  readonly stepId?: string;
}

/** An event of an order, as a line of its history. */
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

/** Adds such a line, in the transaction of the event. */
export function addHistory(
  workspace: Workspace,
  write: Repositories,
  orderId: string,
  kind: string,
  content?: HistoryContent,
): Promise<void> {
  return write.history.add(historyLine(workspace, orderId, kind, content));
}
