import { happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/withNote.ts';
import { callLabel } from './call.ts';
import { askFault } from './faults.ts';
import { parseAddress } from './parseAddress.ts';
import { plainReply, verdictOf } from './wire.ts';

/** A task id of the vendor's form that nobody was given. */
const noTask = '0'.repeat(32);
/** What to do with the signature, key and quota of the account is said by these; all else was judged after them. */
const accountCodes: ReadonlySet<string> = new Set(['30002', '30003', '30004', '503', '600', '601']);

/**
 * Proves key, secret and signature by asking for a reprint of a task that does not exist: "not found" (30009) is the
 * good answer and costs nothing. Should the platform say something else about it, a public address is parsed instead.
 */
export async function testAccount(
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<null>> {
  const data = { taskId: noTask };
  const replied = await callLabel(
    { name: 'label', method: 'printOld', kind: 'asks', data, replySchema: plainReply },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const { isGood, code } = verdictOf(replied.value);
  if (isGood || code === '30009') return withNote(happened(null), code, '');
  if (accountCodes.has(code)) return withNote(askFault(code, ''), code, '');
  const parsed = await parseAddress('北京市东城区东长安街', account, ports);
  return parsed.ok || parsed.code === 'ASK_NOT_UNDERSTOOD'
    ? { ...happened(null), ...(parsed.note === undefined ? {} : { note: parsed.note }) }
    : parsed;
}
