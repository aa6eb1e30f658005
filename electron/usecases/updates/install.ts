import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { keepInstaller, keptFile, provenInstaller } from '../../updates/installers.ts';
import { keepAppImage } from '../../updates/replaceProgram.ts';
import { keptFolder, notKept, readMemory, remember } from '../../updates/updateFolder.ts';
import { recordAct } from '../operators/acts.ts';
import { change, type Workspace } from '../workspace/workspace.ts';
import { readTrustedOffer } from './offer.ts';
import { isIdle, prepareUpdate, readOpenWork, type UpdateReadiness } from './prepare.ts';
import { updatable } from './releases.ts';
import { alone } from './turns.ts';

export interface InstallReport extends UpdateReadiness {
  readonly version: string;
  /** What puts the present version in again; null: nothing of it is kept. */
  readonly wayBack: string | null;
}

/**
 * Hands the version that lies ready to the system, behind the gate: nothing is done while work is open, and a verified backup is there
 * before the program is touched. After a success this program ends.
 */
export function installUpdate(workspace: Workspace): Promise<Outcome<InstallReport>> {
  return alone(workspace, async () => {
    const program = updatable(workspace.program);
    if (!program.ok) return program;
    const offer = readTrustedOffer(workspace);
    if (!offer.ok) return offer;
    const { release, file } = offer.value;
    const installer = await provenInstaller(workspace, file);
    if (!installer.ok) return installer;
    const ready = await prepareUpdate(workspace, undefined);
    if (!ready.ok) return ready;
    const { version: from, form } = program.value;
    try {
      if (ready.value.isReady && form.form === 'appimage')
        keepAppImage(form.file, keptFolder(workspace, from));
    } catch (error) {
      return notKept(workspace, error);
    }
    // While the backup was made, somebody may have gone on working.
    const open = ready.value.isReady ? await readOpenWork(workspace) : ready.value.open;
    const isReady = ready.value.isReady && isIdle(open);
    const wayBack = keptFile(workspace, from);
    const report = { ...ready.value, open, isReady, version: release.version, wayBack };
    if (!isReady) return done(report);
    const backup = report.backup?.file ?? '';
    const handed = { from, to: release.version, at: workspace.clock.now(), backup, file: file.name };
    remember(workspace, { installing: handed });
    await change(workspace, ['operators'], (write) =>
      recordAct(workspace, write, { kind: 'update-installed', what: `${from} → ${release.version}` }),
    );
    const replaced = await program.value.replace(installer.value);
    if (replaced.ok) return done(report);
    remember(workspace, { installing: null });
    return replaced;
  });
}

/** What came of the version that was handed to the system the last time. */
export interface UpdateNews {
  readonly from: string;
  readonly to: string;
  /** false: it was handed over, and the previous version still runs. */
  readonly isDone: boolean;
  /** Its path; empty: of a book on a server, which others back up. */
  readonly backup: string;
  readonly wayBack: string | null;
}

/** null: nothing was installed, or somebody has seen it. */
export function readUpdateNews(workspace: Pick<Workspace, 'folder' | 'program'>): UpdateNews | null {
  const { installing } = readMemory(workspace);
  if (installing === null || workspace.program === undefined) return null;
  const { from, to, backup, file } = installing;
  const isDone = workspace.program.version === to;
  const isAppImage = workspace.program.form?.form === 'appimage';
  if (isDone) keepInstaller(workspace, { from, to, file }, isAppImage);
  return { from, to, isDone, backup, wayBack: keptFile(workspace, from) };
}

/** Somebody has seen what came of it. */
export async function noteNewsSeen(workspace: Workspace): Promise<Outcome<null>> {
  remember(workspace, { installing: null });
  workspace.changed('updates');
  return done(null);
}
