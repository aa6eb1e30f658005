import { numberInRouteText } from '../../../shared/domain/scans/routeCode.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { PrintJob } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { changeLedger } from './ledger.ts';

/** What a gun sends: blanks and a serial behind the number (`SF1234567890123-1-1-`) are not part of it. */
function scannedNumber(code: string): string {
  const plain = code.replace(/[^\x21-\x7e]/g, '').toUpperCase();
  return plain.replace(/(-\d{1,4}){2}-?$/, '');
}

type Copies = Awaited<ReturnType<Repositories['printJobs']['ofWaybill']>>;

/** Copies that may be the paper in the hand, newest first; also those of numbers that were given back: their paper is still about. */
export async function copiesOnPaper(read: Repositories, code: string): Promise<Copies> {
  return (await copiesOfCode(read, code)).filter(({ sentAt }) => sentAt !== null);
}

/** Every copy of the labels that a code means, whether it came out or not. */
export async function copiesOfCode(read: Repositories, code: string): Promise<Copies> {
  const exact = numberInRouteText(code.trim()) ?? code.trim();
  let copies = await read.printJobs.ofWaybill(exact);
  if (copies.length === 0) copies = await read.printJobs.ofWaybill(exact.toUpperCase());
  if (copies.length === 0) {
    const parcelNo = Number(/-(\d{1,4})-\d{1,4}-?$/.exec(exact)?.[1] ?? 1);
    copies = (await read.printJobs.ofWaybill(scannedNumber(exact))).filter(
      ({ parcelNo: no, parcelTotal }) => parcelTotal === 1 || no === parcelNo,
    );
  }
  return copies;
}

/** The barcode was read off the paper: the newest copy of that number exists, whatever was known of it. */
export async function scanLabel(workspace: Workspace, code: string): Promise<Outcome<PrintJob>> {
  return changeLedger(workspace, async (write): Promise<Outcome<PrintJob>> => {
    const copies = await copiesOnPaper(write, code);
    const [copy] = copies.filter(({ state }) => state !== 'failed' && state !== 'waiting');
    if (copy === undefined) return failure('PRINT_SCAN_UNKNOWN');
    if (copy.shipmentState === 'voided')
      return failure('LABEL_NUMBER_GIVEN_BACK', { waybillNo: copy.waybillNo, orderNo: copy.orderNo });
    const scanned = copy.state === 'scanned' ? copy : await markScanned(workspace, write, copy);
    return scanned === undefined ? failure('PRINT_JOB_CHANGED_MEANWHILE') : done(scanned);
  });
}

/**
 * The paper was in somebody's hand. Of one that its printer still has the word about it is noted: what the printer says then, or never gets
 * to say, asks nobody any more. undefined: it is not in a state a paper can have, or somebody was quicker.
 */
export async function markScanned(
  workspace: Workspace,
  write: Repositories,
  copy: PrintJob,
): Promise<PrintJob | undefined> {
  const now = workspace.clock.now();
  if (copy.state === 'sending') {
    await write.printJobs.note(copy.id, { scannedAt: now });
    return { ...copy, scannedAt: now };
  }
  return write.printJobs.move(copy, 'scanned', {
    scannedAt: now,
    settledAt: copy.settledAt ?? now,
    errorCode: '',
  });
}
