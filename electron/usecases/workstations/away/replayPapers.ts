import { isPrinted, type PrintJobState } from '../../../../shared/domain/printing/printJob.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import type { Repositories } from '../../../store/store.ts';
import { noteJournal } from '../../booking/callOutside.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';
import { addConflict } from './conflicts.ts';
import { carry, insertLabel, type LeftLabel, nextCopyNo, replayLabels } from './replayLabels.ts';

/** In one transaction: a packer waits behind it. */
const labelsAtOnce = 50;

/** Of the others the book knows more: nothing of them came out here. */
const outStates: readonly PrintJobState[] = ['accepted', 'confirmed', 'scanned', 'unsure'];

/** Labels that waited here when the book went, and came out here since or may have. */
async function readPapers(away: Repositories): Promise<LeftLabel[]> {
  const papers: LeftLabel[] = [];
  for (const id of await away.settings.get('awayLabels')) {
    const job = await away.printJobs.byId(id);
    if (job !== undefined && outStates.includes(job.state)) papers.push({ job, template: undefined });
  }
  return papers;
}

/**
 * Brings into the book what came of these labels, each by its own id and before any parcel: whatever becomes of the rest, they come out no more.
 * What came out elsewhere as well meanwhile is reported.
 */
export async function replayPapers(
  workspace: Workspace,
  away: Repositories,
  within: (work: Promise<void>) => Promise<void>,
): Promise<void> {
  const papers = await readPapers(away);
  const topics = ['printJobs', 'orders', 'packing', 'status'] as const;
  for (let start = 0; start < papers.length; start += labelsAtOnce) {
    const some = papers.slice(start, start + labelsAtOnce);
    await within(
      change(workspace, topics, async (write) => {
        for (const paper of some) await replayPaper(workspace, write, paper);
        await noteJournal(workspace, write);
        faultPoint('papers.before-commit');
      }),
    );
    faultPoint('papers.after-commit');
  }
}

async function replayPaper(workspace: Workspace, write: Repositories, paper: LeftLabel): Promise<void> {
  const { job } = paper;
  const known = await write.printJobs.byId(job.id);
  if (known === undefined) {
    // A server that lost its last commits, or an order that is gone.
    const isBooked = (await write.shipments.byId(job.shipmentId)) !== undefined;
    if (isBooked) await replayLabels(workspace, write, [paper]);
    return;
  }
  const isElsewhere = isPrinted(known.state) && job.drawnBy !== '' && known.sentAt !== job.sentAt;
  if (isElsewhere) await addPaper(workspace, write, paper);
  else await carry(workspace, write, known, job);
}

/** Somebody had it printed elsewhere meanwhile, under the same id: this paper is one more. */
async function addPaper(workspace: Workspace, write: Repositories, paper: LeftLabel): Promise<void> {
  const { id, orderId, parcelNo, shipmentId, waybillNo, sentAt, operator } = paper.job;
  const copies = (await write.printJobs.ofShipment(shipmentId)).filter((copy) => copy.parcelNo === parcelNo);
  // It has come in already.
  if (copies.some((copy) => copy.sentAt === sentAt)) return;
  const copyNo = nextCopyNo(copies);
  await insertLabel(workspace, write, { ...paper, job: { ...paper.job, id: workspace.nextId(), copyNo } });
  const order = await write.orders.byId(orderId);
  await addConflict(workspace, write, {
    id: `away-label-${id}`,
    kind: 'label-twice',
    orderId,
    orderNo: order?.orderNo ?? '',
    parcelNo,
    waybillNo,
    at: sentAt ?? workspace.clock.now(),
    operator,
  });
}
