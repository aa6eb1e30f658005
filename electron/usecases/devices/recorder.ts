import { basename } from 'node:path';
import type { BenchDevices, RecorderWay } from '../../../shared/domain/packing/benchDevices.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { postJson, readUrl } from '../../channels/postJson.ts';
import { readWebAddress } from '../../platform/webAddress.ts';
import { isProgram, runRecorder } from '../../recorders/runRecorder.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { changeBenchDevices, readBenchDevices } from './benchDevices.ts';

export interface RecorderWord {
  readonly event: 'start' | 'stop';
  /** On its label; of a parcel without a number its order number. */
  readonly parcelNo: string;
  /** When it happened, which may be a while before it is sent. */
  readonly at: number;
}

/** What may stand in a file name everywhere. */
const plainNo = (parcelNo: string): string => parcelNo.replace(/[^\w.-]/g, '_').slice(0, 60);

/** How it may be shown: an address may hold a secret, a path a person's name. */
export function shownRecorder({ recorder: { way, target } }: BenchDevices): string {
  if (way === 'webhook') return readWebAddress(target)?.host ?? '';
  return way === 'command' ? basename(target.replaceAll('\\', '/')) : '';
}

export async function setRecorder(
  workspace: Workspace,
  { way, target: typed }: { readonly way: RecorderWay; readonly target: string },
): Promise<Outcome<BenchDevices>> {
  const target = way === 'none' ? '' : typed.trim();
  const isFit = way === 'none' || (way === 'webhook' ? readUrl(target).ok : isProgram(target));
  if (!isFit) return failure('RECORDER_TARGET_INVALID');
  // No message of a parcel went to this one yet.
  await workspace.store.write((write) => write.settings.put('benchFilm', { parcelId: '', parcelNo: '' }));
  return done(await changeBenchDevices(workspace, { recorder: { way, target } }));
}

/**
 * Tells the recorder of this bench, where there is one, that packing a parcel begins or ends. A recorder that fails stops
 * nobody: the caller says so and goes on.
 */
export async function tellRecorder(
  workspace: Pick<Workspace, 'store' | 'ports'>,
  { event, parcelNo, at }: RecorderWord,
): Promise<Outcome<null>> {
  const { recorder } = await readBenchDevices(workspace);
  const { way, target } = recorder;
  if (way === 'none') return done(null);
  const no = plainNo(parcelNo);
  if (way === 'command') {
    const cause = await runRecorder(target, event, no);
    return cause === '' ? done(null) : failure('RECORDER_FAILED', { cause });
  }
  const body = JSON.stringify({ event, parcelNo: no, at: new Date(at).toISOString() });
  const sent = await postJson(workspace.ports, target, body);
  return sent.ok ? done(null) : failure('RECORDER_FAILED', { cause: sent.code });
}

/** Begins and ends a recording of nothing, and says how long that took. */
export async function testRecorder(workspace: Workspace): Promise<Outcome<{ readonly durationMs: number }>> {
  const beganAt = workspace.clock.now();
  for (const event of ['start', 'stop'] as const) {
    const outcome = await tellRecorder(workspace, { event, parcelNo: 'TEST', at: workspace.clock.now() });
    if (!outcome.ok) return outcome;
  }
  return done({ durationMs: workspace.clock.now() - beganAt });
}
