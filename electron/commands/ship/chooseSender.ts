import type { Party } from '../../../shared/domain/party.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { practiceSender } from '../../usecases/workspace/practice.ts';
import { readSettings, saveSettings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { CommandContext } from '../main/command.ts';
import { readSender } from './readSender.ts';

/**
 * `--sender FILE.json`, else the sender of Settings, else (practising) an invented one. The first sender a workspace is
 * given is kept, so that the next command needs none.
 */
export async function chooseSender(workspace: Workspace, context: CommandContext): Promise<Outcome<Party>> {
  const path = context.text('sender');
  const stored = (await readSettings(workspace)).sender;
  if (path === undefined) {
    if (stored !== null) return done(stored);
    return context.flag('practice') ? done(practiceSender) : failure('SENDER_MISSING');
  }
  const sender = await readSender(path);
  if (sender.ok && stored === null) await saveSettings(workspace, { sender: sender.value });
  return sender;
}
