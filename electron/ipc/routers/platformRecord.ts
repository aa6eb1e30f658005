import { platformRecordContracts } from '../../../shared/contracts/platformRecord/platformRecord.ts';
import { attachEvidence, removeEvidence, takeOutEvidence } from '../../usecases/platformRecord/evidence.ts';
import { exportRecord } from '../../usecases/platformRecord/exportRecord.ts';
import { exportRequirements } from '../../usecases/platformRecord/exportRequirements.ts';
import { moveIncident, startIncident } from '../../usecases/platformRecord/incidents.ts';
import { addNote } from '../../usecases/platformRecord/notes.ts';
import { readPlatformRecord } from '../../usecases/platformRecord/record.ts';
import {
  confirmRequirements,
  readRequirements,
  saveRequirements,
} from '../../usecases/platformRecord/requirements.ts';
import { readSetUp, tickSetUp } from '../../usecases/platformRecord/setUp.ts';
import { saveTerms } from '../../usecases/platformRecord/terms.ts';
import { writeDiagnosticBundle } from '../../usecases/workspace/diagnosticBundle.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { does, gateOf, unwrap } from '../gate.ts';
import { pathOf, writesFile } from '../pageFiles.ts';

const { onWorkspace } = gateOf(platformRecordContracts);

const recordOf = async (workspace: Workspace, accountId: string) =>
  unwrap(await readPlatformRecord(workspace, accountId));

const languageOf = async (workspace: Workspace) => (await readSettings(workspace)).language;

const platformRecordRouter = onWorkspace('platformRecord', {
  requirements: readRequirements,
  setRequirements: does((workspace, { list }) => saveRequirements(workspace, { list, skipped: [] })),
  confirmRequirements: does(confirmRequirements),
  exportRequirements: writesFile(async (workspace) => {
    const written = await exportRequirements(workspace, { language: await languageOf(workspace) });
    return { path: unwrap(written).path };
  }),
  setUp: readSetUp,
  tick: does(tickSetUp),
  get: (workspace, { accountId }) => recordOf(workspace, accountId),
  async setTerms(workspace, given) {
    unwrap(await saveTerms(workspace, given));
    return recordOf(workspace, given.accountId);
  },
  async startIncident(workspace, given) {
    unwrap(await startIncident(workspace, given));
    return recordOf(workspace, given.accountId);
  },
  async moveIncident(workspace, { accountId, ...step }) {
    unwrap(await moveIncident(workspace, { ...step, at: null }));
    return recordOf(workspace, accountId);
  },
  async addNote(workspace, given) {
    unwrap(await addNote(workspace, { ...given, evidenceId: null, incidentId: null }));
    return recordOf(workspace, given.accountId);
  },
  async attach(workspace, { accountId, kind, fileToken, validUntil }, call) {
    const path = await pathOf(call, fileToken, 'evidence');
    unwrap(await attachEvidence(workspace, { accountId, kind, path, validUntil }));
    return recordOf(workspace, accountId);
  },
  async detach(workspace, { accountId, id }) {
    unwrap(await removeEvidence(workspace, id));
    return recordOf(workspace, accountId);
  },
  takeOut: writesFile(does((workspace, { id }) => takeOutEvidence(workspace, id))),
  export: writesFile(
    does(async (workspace, { accountId, format }) =>
      exportRecord(workspace, { accountId, format, language: await languageOf(workspace) }),
    ),
  ),
  diagnose: writesFile(async (workspace) => {
    const written = await writeDiagnosticBundle(workspace, { language: await languageOf(workspace) });
    return { path: unwrap(written).path };
  }),
});

export const platformRecordRouters = { platformRecord: platformRecordRouter };
