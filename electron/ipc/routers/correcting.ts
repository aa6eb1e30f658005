import type { Party } from '../../../shared/domain/party.ts';
import { childDivisions, searchDivisions } from '../../addresses/divisions/searchDivisions.ts';
import { readText } from '../../addresses/readText.ts';
import {
  acceptAbove,
  type BatchProgress,
  type ChangeTally,
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
import { gate, unwrap } from '../gate.ts';
import { streamProgress } from '../progress.ts';
import { readingView } from '../views.ts';

/** Regions offered for what was typed: as many as a list shows without scrolling far. */
const maxRegions = 20;
/** Steps that Ctrl+Z can reach. */
const maxSteps = 20;

function itemView(workspace: Workspace, item: CorrectionItem, draft: string | null) {
  const { order, columns, reading, complaints, together } = item;
  return {
    orderId: order.id,
    orderNo: order.orderNo,
    version: order.version,
    source: order.source,
    shop: order.shop,
    original: readOriginal(columns, workspace.divisions).map((cell) => ({ ...cell, spans: [...cell.spans] })),
    reading: readingView(reading),
    complaints: complaints.map(({ code, field, params }) => ({
      code,
      field,
      ...(params === undefined ? {} : { params: { ...params } }),
    })),
    items: itemsOf(order).map(({ name, sku, quantity }) => ({ name, sku, quantity })),
    goodsText: order.goodsText,
    weightGrams: order.weightGrams,
    parcelCount: order.parcelCount,
    buyerRemark: order.buyerRemark,
    sellerRemark: order.sellerRemark,
    together: together.map((member) => ({
      orderId: member.id,
      orderNo: member.orderNo,
      version: member.version,
      goodsText: member.goodsText,
      buyerRemark: member.buyerRemark,
    })),
    isPutOff: order.reviewRound > 0,
    draft: draft === null ? null : (JSON.parse(draft) as Party),
  };
}

const tallyView = (tallies: readonly ChangeTally[]) =>
  tallies.map((tally) => ({ ...tally, samples: [...tally.samples] }));

export const correctRouter = {
  queue: gate.correct.queue.handler(async ({ context, input, errors }) => {
    const window = await readQueue(unwrap(errors, context.session.workspace()), input, input);
    return {
      total: window.entries,
      orders: window.orders,
      rows: window.rows.map(({ order, orders }) => ({
        orderId: order.id,
        orderNo: order.orderNo,
        originalText: order.receiverText,
        confidence: order.confidence,
        issues: complaintsOf(order).map((complaint) => complaint.code),
        orders,
        isPutOff: order.reviewRound > 0,
      })),
    };
  }),
  issues: gate.correct.issues.handler(async ({ context, errors }) => {
    const rows = await unwrap(errors, context.session.workspace()).store.read.review.issues();
    return rows.map(({ issue, total }) => ({ issue, orders: total }));
  }),
  item: gate.correct.item.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const item = unwrap(errors, await readCorrection(workspace, input.orderId));
    return itemView(workspace, item, await readDraft(workspace, correctionDraftName(input.orderId)));
  }),
  accept: gate.correct.accept.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { stepId, accepted, waiting } = unwrap(errors, await acceptTogether(workspace, input));
    return { stepId, accepted, waiting };
  }),
  steps: gate.correct.steps.handler(async ({ context, errors }) => [
    ...(await readSteps(unwrap(errors, context.session.workspace()), maxSteps)),
  ]),
  undo: gate.correct.undo.handler(async function* ({ context, input, errors, signal }) {
    const workspace = unwrap(errors, context.session.workspace());
    const steps = streamProgress<UndoProgress, UndoProgress>((report) =>
      undoStep(workspace, input.stepId, report, signal),
    );
    for (let step = await steps.next(); ; step = await steps.next()) {
      if (step.done === true) {
        const { undone, kept } = step.value;
        yield { kind: 'finished' as const, undone, kept };
        return;
      }
      yield { kind: 'progress' as const, done: step.value.done };
    }
  }),
  previewAbove: gate.correct.previewAbove.handler(async function* ({ context, input, errors, signal }) {
    const workspace = unwrap(errors, context.session.workspace());
    const steps = streamProgress((report: (progress: BatchProgress) => void) =>
      previewAcceptAbove(workspace, input, report, signal),
    );
    for (let step = await steps.next(); ; step = await steps.next()) {
      if (step.done !== true) {
        yield { kind: 'progress' as const, ...step.value };
        continue;
      }
      if (step.value === null) return;
      const { changes, stays, ...rest } = step.value;
      yield { kind: 'finished' as const, ...rest, changes: tallyView(changes), stays: tallyView(stays) };
      return;
    }
  }),
  acceptAbove: gate.correct.acceptAbove.handler(async function* ({ context, input, errors, signal }) {
    const workspace = unwrap(errors, context.session.workspace());
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
  putOff: gate.correct.putOff.handler(async ({ context, input, errors }) => {
    unwrap(errors, await putOff(unwrap(errors, context.session.workspace()), input.orderId, input.to));
    return { orderId: input.orderId };
  }),
  keepDraft: gate.correct.keepDraft.handler(async ({ context, input, errors }) => {
    const value = input.receiver === null ? '' : JSON.stringify(input.receiver);
    const workspace = unwrap(errors, context.session.workspace());
    await keepDraft(workspace, correctionDraftName(input.orderId), value);
    return { orderId: input.orderId };
  }),
  parse: gate.correct.parse.handler(({ context, input, errors }) =>
    readingView(readText(input.text, unwrap(errors, context.session.workspace()).divisions)),
  ),
  divisions: gate.correct.divisions.handler(({ context, input, errors }) => [
    ...childDivisions(unwrap(errors, context.session.workspace()).divisions, input),
  ]),
  findRegion: gate.correct.findRegion.handler(({ context, input, errors }) => {
    const { divisions } = unwrap(errors, context.session.workspace());
    return [...searchDivisions(divisions, divisions.initials(), input.typed, maxRegions)];
  }),
};

export const addressKnowledgeRouter = {
  suggestions: gate.addressKnowledge.suggestions.handler(async ({ context, input, errors }) =>
    unwrap(errors, await suggestReceivers(unwrap(errors, context.session.workspace()), input.orderId)),
  ),
  learned: gate.addressKnowledge.learned.handler(({ context, input, errors }) =>
    readLearned(unwrap(errors, context.session.workspace()), input),
  ),
  forget: gate.addressKnowledge.forget.handler(async ({ context, input, errors }) =>
    unwrap(errors, await forgetLearned(unwrap(errors, context.session.workspace()), input.id)),
  ),
  bringBack: gate.addressKnowledge.bringBack.handler(async ({ context, input, errors }) =>
    unwrap(errors, await bringBackLearned(unwrap(errors, context.session.workspace()), input.id)),
  ),
  exportLearned: gate.addressKnowledge.exportLearned.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { language } = await readSettings(workspace);
    const request = { path: null, language, isRevealed: input.isPersonalDataConfirmed };
    const exported = await context.session.withApprovals(input.approvalIds, '', (approvals) =>
      exportLearned(workspace, { ...request, approvals }),
    );
    return unwrap(errors, exported);
  }),
  askable: gate.addressKnowledge.askable.handler(({ context, errors }) =>
    askableAccounts(unwrap(errors, context.session.workspace())),
  ),
  ask: gate.addressKnowledge.ask.handler(async ({ context, input, errors }) =>
    unwrap(errors, await askAddress(unwrap(errors, context.session.workspace()), input)),
  ),
  reach: gate.addressKnowledge.reach.handler(async ({ context, input, errors }) =>
    unwrap(errors, await reachOfOrder(unwrap(errors, context.session.workspace()), input.orderId)),
  ),
  askReach: gate.addressKnowledge.askReach.handler(async ({ context, input, errors }) =>
    unwrap(errors, await askReach(unwrap(errors, context.session.workspace()), input)),
  ),
  acceptReach: gate.addressKnowledge.acceptReach.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { id, version } = unwrap(errors, await acceptReach(workspace, input));
    return { orderId: id, version };
  }),
  noShip: gate.addressKnowledge.noShip.handler(({ context, errors }) =>
    readNoShip(unwrap(errors, context.session.workspace()).store.read),
  ),
  addNoShip: gate.addressKnowledge.addNoShip.handler(async ({ context, input, errors }) =>
    unwrap(errors, await addNoShip(unwrap(errors, context.session.workspace()), input)),
  ),
  removeNoShip: gate.addressKnowledge.removeNoShip.handler(async ({ context, input, errors }) =>
    unwrap(errors, await removeNoShip(unwrap(errors, context.session.workspace()), input.id)),
  ),
};
