import type { NoteKind } from '../../../shared/domain/platformRecord/platformRecord.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';

export interface NewNote {
  readonly accountId: string;
  readonly kind: NoteKind;
  readonly person: string;
  readonly text: string;
  readonly evidenceId: string | null;
  readonly incidentId: string | null;
}

/** What was said with the platform. A note is never changed: what was wrong gets another one. */
export async function addNote(workspace: Workspace, given: NewNote): Promise<Outcome<string>> {
  const text = given.text.trim();
  if (text === '') return failure('RECORD_TEXT_MISSING');
  const id = workspace.nextId();
  return tryChange(workspace, ['platformRecord'], async (write) => {
    const { accountId, evidenceId, incidentId } = given;
    if ((await write.accounts.byId(accountId)) === undefined) return failure('ACCOUNT_GONE');
    if (
      evidenceId !== null &&
      (await write.platformRecords.evidenceById(evidenceId))?.accountId !== accountId
    )
      return failure('EVIDENCE_NOT_FOUND');
    if (
      incidentId !== null &&
      (await write.platformRecords.incidentById(incidentId))?.accountId !== accountId
    )
      return failure('INCIDENT_NOT_FOUND');
    const now = workspace.clock.now();
    const note = {
      ...given,
      person: given.person.trim(),
      text,
      id,
      at: now,
      writtenBy: workspace.actor.name,
    };
    await write.platformRecords.addNote(note);
    return done(id);
  });
}
