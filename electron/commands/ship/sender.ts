import { z } from 'zod';
import type { Party } from '../../../shared/domain/party.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { fromCaller } from '../../platform/callerFolder.ts';
import { practiceSender } from '../../usecases/workspace/practice.ts';
import { changeSettings, missingSenderField, readSettings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { readWrittenJson } from '../main/writtenJson.ts';

/**
 * `--sender FILE.json`; null: each order's shop's, or that of Settings; where there is none, an invented one while practising. The
 * first sender a workspace is given is kept, so that the next command needs none.
 */
export async function chooseSender(
  workspace: Workspace,
  { sender: path, practice = false }: { readonly sender: string | undefined; readonly practice?: boolean },
): Promise<Outcome<Party | null>> {
  const stored = (await readSettings(workspace)).sender;
  if (path === undefined) {
    if (stored !== null) return done(null);
    return practice ? done(practiceSender) : failure('SENDER_MISSING');
  }
  const sender = await readSender(path);
  if (sender.ok && stored === null) await changeSettings(workspace, { sender: sender.value });
  return sender;
}

const text = z.string().default('');

/** A person in a JSON file; `phone` or, as the platforms call it, `mobile`. */
export const partyFile = z.object({
  name: text,
  phone: text,
  mobile: text,
  extension: text,
  province: text,
  city: text,
  district: text,
  town: text,
  detail: text,
});

const senderFile = partyFile.extend({ address: text });

/** Reads `--sender FILE.json`: name, phone (or mobile), province, city, district, detail (or address). */
async function readSender(path: string): Promise<Outcome<Party>> {
  const content = await readWrittenJson(fromCaller(path));
  if (content === undefined) return failure('SENDER_FILE_UNREADABLE', { file: path });
  const parsed = senderFile.safeParse(content);
  if (!parsed.success)
    return failure('SENDER_INVALID', { field: parsed.error.issues[0]?.path.join('.') || path });
  const { mobile, address, ...rest } = parsed.data;
  const sender: Party = {
    ...rest,
    phone: rest.phone === '' ? mobile : rest.phone,
    detail: rest.detail === '' ? address : rest.detail,
  };
  const missing = missingSenderField(sender);
  return missing === null ? done(sender) : failure('SENDER_INVALID', { field: missing });
}
