import type { Party } from '../../../shared/domain/party.ts';
import { childDivisions, searchDivisions } from '../../addresses/divisions/searchDivisions.ts';
import { readText } from '../../addresses/readText.ts';
import {
  acceptAbove,
  type BatchProgress,
  previewAcceptAbove,
} from '../../usecases/correcting/acceptAbove.ts';
import { correctionDraftName, keepDraft, readDraft } from '../../usecases/correcting/acceptance.ts';
import { askAddress, askableAccounts } from '../../usecases/correcting/askPlatform.ts';
import { askReach, reachOfOrder } from '../../usecases/correcting/askReach.ts';
import {
  acceptTogether,
  type CorrectionItem,
  readCorrection,
} from '../../usecases/correcting/correctAddresses.ts';
import {
  bringBackLearned,
  exportLearned,
  forgetLearned,
  readLearned,
} from '../../usecases/correcting/memory.ts';
import { addNoShip, readNoShip, removeNoShip } from '../../usecases/correcting/noShip.ts';
import { acceptReach } from '../../usecases/correcting/reach.ts';
import { putOff, readOriginal, readQueue } from '../../usecases/correcting/reviewQueue.ts';
import { suggestReceivers } from '../../usecases/correcting/suggest.ts';
import { readSteps, type UndoProgress, undoStep } from '../../usecases/correcting/undo.ts';
import { complaintsOf, itemsOf } from '../../usecases/orders/order.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { does, opened, reads, unwrap } from '../gate.ts';
import { streamProgress } from '../progress.ts';

/** Regions offered for what was typed: as many as a list shows without scrolling far. */
const maxRegions = 20;
/** Steps that Ctrl+Z can reach. */
const maxSteps = 20;

function itemView(workspace: Workspace, item: CorrectionItem, draft: string | null) {
  const { order, columns, reading, complaints, together } = item;
  return {
    ...order,
    orderId: order.id,
    original: readOriginal(columns, workspace.divisions),
    reading,
    complaints,
    items: itemsOf(order),
    together: together.map((member) => ({ ...member, orderId: member.id })),
    isPutOff: order.reviewRound > 0,
    draft: draft === null ? null : (JSON.parse(draft) as Party),
  };
}

const correctRouter = {
  queue: opened.correct.queue.handler(async ({ context: { workspace }, input }) => {
    const window = await readQueue(workspace, input, input);
    return {
      total: window.entries,
      orders: window.orders,
      rows: window.rows.map(({ order, orders }) => ({
        ...order,
        orderId: order.id,
        originalText: order.receiverText,
        issues: complaintsOf(order).map((complaint) => complaint.code),
        orders,
        isPutOff: order.reviewRound > 0,
      })),
    };
  }),
  issues: opened.correct.issues.handler(async ({ context: { workspace } }) => {
    const rows = await workspace.store.read.review.issues();
    return rows.map(({ issue, total }) => ({ issue, orders: total }));
  }),
  item: opened.correct.item.handler(async ({ context: { workspace }, input }) => {
    const item = unwrap(await readCorrection(workspace, input.orderId));
    return itemView(workspace, item, await readDraft(workspace, correctionDraftName(input.orderId)));
  }),
  accept: opened.correct.accept.handler(does(acceptTogether)),
  steps: opened.correct.steps.handler(({ context: { workspace } }) => readSteps(workspace, maxSteps)),
  undo: opened.correct.undo.handler(async function* ({ context: { workspace }, input, signal }) {
    const steps = streamProgress<UndoProgress, UndoProgress>((report) =>
      undoStep(workspace, input.stepId, report, signal),
    );
    for (let step = await steps.next(); ; step = await steps.next()) {
      if (step.done === true) {
        yield { kind: 'finished' as const, ...step.value };
        return;
      }
      yield { kind: 'progress' as const, done: step.value.done };
    }
  }),
  previewAbove: opened.correct.previewAbove.handler(async function* ({
    context: { workspace },
    input,
    signal,
  }) {
    const steps = streamProgress((report: (progress: BatchProgress) => void) =>
      previewAcceptAbove(workspace, input, report, signal),
    );
    for (let step = await steps.next(); ; step = await steps.next()) {
      if (step.done !== true) {
        yield { kind: 'progress' as const, ...step.value };
        continue;
      }
      if (step.value === null) return;
      yield { kind: 'finished' as const, ...step.value };
      return;
    }
  }),
  acceptAbove: opened.correct.acceptAbove.handler(async function* ({
    context: { workspace },
    input,
    signal,
  }) {
    const steps = streamProgress((report: (progress: BatchProgress) => void) =>
      acceptAbove(workspace, input, report, signal),
    );
    for (let step = await steps.next(); ; step = await steps.next()) {
      if (step.done === true) {
        yield { kind: 'finished' as const, ...step.value };
        return;
      }
      yield { kind: 'progress' as const, ...step.value };
    }
  }),
  putOff: opened.correct.putOff.handler(async ({ context: { workspace }, input }) => {
    unwrap(await putOff(workspace, input.orderId, input.to));
    return { orderId: input.orderId };
  }),
  keepDraft: opened.correct.keepDraft.handler(async ({ context: { workspace }, input }) => {
    const value = input.receiver === null ? '' : JSON.stringify(input.receiver);
    await keepDraft(workspace, correctionDraftName(input.orderId), value);
    return { orderId: input.orderId };
  }),
  parse: opened.correct.parse.handler(({ context: { workspace }, input }) =>
    readText(input.text, workspace.divisions),
  ),
  divisions: opened.correct.divisions.handler(({ context: { workspace }, input }) =>
    childDivisions(workspace.divisions, input),
  ),
  findRegion: opened.correct.findRegion.handler(
    ({
      context: {
        workspace: { divisions },
      },
      input,
    }) => searchDivisions(divisions, divisions.initials(), input.typed, maxRegions),
  ),
};

const addressKnowledgeRouter = {
  suggestions: opened.addressKnowledge.suggestions.handler(async ({ context: { workspace }, input }) =>
    unwrap(await suggestReceivers(workspace, input.orderId)),
  ),
  learned: opened.addressKnowledge.learned.handler(reads(readLearned)),
  forget: opened.addressKnowledge.forget.handler(async ({ context: { workspace }, input }) =>
    unwrap(await forgetLearned(workspace, input.id)),
  ),
  bringBack: opened.addressKnowledge.bringBack.handler(async ({ context: { workspace }, input }) =>
    unwrap(await bringBackLearned(workspace, input.id)),
  ),
  exportLearned: opened.addressKnowledge.exportLearned.handler(
    async ({ context: { workspace, session }, input }) => {
      const { language } = await readSettings(workspace);
      const request = { path: null, language, isRevealed: input.isPersonalDataConfirmed };
      const exported = await session.withApprovals(input.approvalIds, '', (approvals) =>
        exportLearned(workspace, { ...request, approvals }),
      );
      return unwrap(exported);
    },
  ),
  askable: opened.addressKnowledge.askable.handler(({ context: { workspace } }) =>
    askableAccounts(workspace),
  ),
  ask: opened.addressKnowledge.ask.handler(does(askAddress)),
  reach: opened.addressKnowledge.reach.handler(async ({ context: { workspace }, input }) =>
    unwrap(await reachOfOrder(workspace, input.orderId)),
  ),
  askReach: opened.addressKnowledge.askReach.handler(does(askReach)),
  acceptReach: opened.addressKnowledge.acceptReach.handler(async ({ context: { workspace }, input }) => {
    const { id, version } = unwrap(await acceptReach(workspace, input));
    return { orderId: id, version };
  }),
  noShip: opened.addressKnowledge.noShip.handler(({ context: { workspace } }) =>
    readNoShip(workspace.store.read),
  ),
  addNoShip: opened.addressKnowledge.addNoShip.handler(does(addNoShip)),
  removeNoShip: opened.addressKnowledge.removeNoShip.handler(async ({ context: { workspace }, input }) =>
    unwrap(await removeNoShip(workspace, input.id)),
  ),
};

export const correctingRouters = { correct: correctRouter, addressKnowledge: addressKnowledgeRouter };
