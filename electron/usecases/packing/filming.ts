import type { Failure } from '../../../shared/errors/outcome.ts';
import type { Job } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { tellRecorder } from '../devices/recorder.ts';
import { type Workspace, waitingJob } from '../workspace/workspace.ts';

const recorder = 'recorder';

/** A bench has one recorder: its messages form a lane of their own. */
const filmWork = ({ workstation: { id, isShared } }: Workspace) =>
  ({
    kind: 'film',
    subjectId: isShared ? `${recorder} ${id}` : recorder,
    lane: recorder,
    workstationId: isShared ? id : '',
  }) as const;

/**
 * Called in the transaction of a gesture. If the parcel on the bench changes, the recorder is told that the previous recording ends and a
 * new one begins, each under the number the parcel had when it was opened.
 */
export async function filmBench(workspace: Workspace, write: Repositories): Promise<void> {
  if ((await write.settings.get('benchDevices')).recorder.way === 'none') return;
  const open = await write.packedParcels.open();
  const filmed = await write.settings.get('benchFilm');
  if ((open?.id ?? '') === filmed.parcelId) return;
  const at = workspace.clock.now();
  const parcelNo = open === undefined ? '' : open.waybillNo || open.orderNo;
  if (filmed.parcelId !== '') await write.recorderWords.add({ event: 'stop', parcelNo: filmed.parcelNo, at });
  if (open !== undefined) await write.recorderWords.add({ event: 'start', parcelNo, at });
  await write.settings.put('benchFilm', { parcelId: open?.id ?? '', parcelNo });
  const work = filmWork(workspace);
  if ((await write.jobs.ofSubject(work.subjectId)) === undefined)
    await write.jobs.insert(waitingJob(workspace, work));
}

/** Sends the recorder its messages in order; one that fails is passed to `onFailure` and not repeated. */
export async function workFilm(
  workspace: Workspace,
  job: Job,
  onFailure: (failure: Failure) => void,
): Promise<void> {
  const { store } = workspace;
  for (;;) {
    const word = await store.read.recorderWords.first();
    if (word === undefined) break;
    const recorded = await tellRecorder(workspace, word);
    if (!recorded.ok) onFailure(recorded);
    await store.write((write) => write.recorderWords.remove(word.no));
  }
  await store.write(async (write) => {
    if ((await write.recorderWords.first()) === undefined) await write.jobs.settle(job);
    else await write.jobs.putBack(job, workspace.clock.now());
  });
}
