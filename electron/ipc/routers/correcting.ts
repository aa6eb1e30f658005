import { addressKnowledgeContracts } from '../../../shared/contracts/addressKnowledge.ts';
import type { Asked } from '../../../shared/contracts/contract.ts';
import { correctingContracts } from '../../../shared/contracts/correcting.ts';
import { childDivisions, searchDivisions } from '../../addresses/divisions/searchDivisions.ts';
import { readText } from '../../addresses/readText.ts';
import {
  acceptAbove,
  type BatchProgress,
  previewAcceptAbove,
} from '../../usecases/correcting/acceptAbove.ts';
import { keepReceiverDraft, readReceiverDraft } from '../../usecases/correcting/acceptance.ts';
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
import { complaintsOf, itemsOf, receiverTextOf } from '../../usecases/orders/order.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { does, doesApproved, gateOf } from '../gate.ts';
import { writesFile } from '../pageFiles.ts';
import { streamWork } from '../progress.ts';

const { onWorkspace } = gateOf({ ...correctingContracts, ...addressKnowledgeContracts });

type WrittenLearned = { readonly path: string; readonly count: number };

/** Regions offered for what was typed: as many as a list shows without scrolling far. */
const maxRegions = 20;
/** Steps that Ctrl+Z can reach. */
const maxSteps = 20;

function itemView(workspace: Workspace, item: CorrectionItem) {
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
  };
}

const correctRouter = onWorkspace('correct', {
  async queue(workspace, input) {
    const window = await readQueue(workspace, input, input);
    return {
      total: window.entries,
      orders: window.orders,
      rows: window.rows.map(({ order, orders }) => ({
        ...order,
        orderId: order.id,
        originalText: receiverTextOf(order),
        issues: complaintsOf(order).map((complaint) => complaint.code),
        orders,
        isPutOff: order.reviewRound > 0,
      })),
    };
  },
  async issues(workspace) {
    const rows = await workspace.store.read.review.issues();
    return rows.map(({ issue, total }) => ({ issue, orders: total }));
  },
  item: does(
    (workspace, { orderId }) => readCorrection(workspace, orderId),
    async (item, workspace) => ({
      ...itemView(workspace, item),
      draft: await readReceiverDraft(workspace, item.order.id),
    }),
  ),
  accept: does(acceptTogether),
  steps: (workspace) => readSteps(workspace, maxSteps),
  undo: (workspace, { stepId }, { signal }) =>
    streamWork((report: (progress: UndoProgress) => void) => undoStep(workspace, stepId, report, signal)),
  previewAbove: (workspace, input, { signal }) =>
    streamWork((report: (progress: BatchProgress) => void) =>
      previewAcceptAbove(workspace, input, report, signal),
    ),
  acceptAbove: (workspace, input, { signal }) =>
    streamWork((report: (progress: BatchProgress) => void) => acceptAbove(workspace, input, report, signal)),
  putOff: does(
    (workspace, { orderId, to }) => putOff(workspace, orderId, to),
    (_done, _workspace, { orderId }) => ({ orderId }),
  ),
  async keepDraft(workspace, { orderId, receiver }) {
    await keepReceiverDraft(workspace, orderId, receiver);
    return { orderId };
  },
  parse: ({ divisions }, { text }) => readText(text, divisions),
  divisions: ({ divisions }, input) => childDivisions(divisions, input),
  findRegion: ({ divisions }, { typed }) =>
    searchDivisions(divisions, divisions.initials(), typed, maxRegions),
});

const addressKnowledgeRouter = onWorkspace('addressKnowledge', {
  suggestions: does((workspace, { orderId }) => suggestReceivers(workspace, orderId)),
  learned: readLearned,
  forget: does((workspace, { id }) => forgetLearned(workspace, id)),
  bringBack: does((workspace, { id }) => bringBackLearned(workspace, id)),
  exportLearned: writesFile(
    doesApproved<Asked<'addressKnowledge', 'exportLearned'>, WrittenLearned>(async (workspace, asked) => {
      const { isPersonalDataConfirmed: isRevealed, approvals } = asked;
      const { language } = await readSettings(workspace);
      return exportLearned(workspace, { path: null, language, isRevealed, approvals });
    }),
  ),
  askable: askableAccounts,
  ask: does(askAddress),
  reach: does((workspace, { orderId }) => reachOfOrder(workspace, orderId)),
  askReach: does(askReach),
  acceptReach: does(acceptReach, ({ id, version }) => ({ orderId: id, version })),
  noShip: ({ store }) => readNoShip(store.read),
  addNoShip: does(addNoShip),
  removeNoShip: does((workspace, { id }) => removeNoShip(workspace, id)),
});

export const correctingRouters = { correct: correctRouter, addressKnowledge: addressKnowledgeRouter };
