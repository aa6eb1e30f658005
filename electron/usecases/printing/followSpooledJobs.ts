import type { Workspace } from '../workspace/workspace.ts';
import { openPrinter } from './openPrinter.ts';
import { reasonOf } from './printReason.ts';

/** Of one queue, newest first: older ones were asked about before. */
const atOnce = 20;

/**
 * Labels the system's spooler took: one that was deleted there before the printer got it, or was cut off, is no printed
 * label. It asks a person. A job that is gone tells nothing, finished and deleted ones vanish alike.
 */
export async function followSpooledJobs(workspace: Workspace): Promise<number> {
  const { read } = workspace.store;
  let asking = 0;
  for (const { uri } of await read.printers.all()) {
    const printer = openPrinter(workspace, uri);
    if (!printer.ok || printer.value.transport.id !== 'spool') continue;
    for (const label of (await read.printJobs.unconfirmed(uri)).slice(-atOnce)) {
      const fate = await printer.value.transport.find(printer.value.target, label.id);
      if (fate.ok || (fate.code !== 'PRINTER_JOB_DELETED' && fate.code !== 'PRINTER_JOB_CUT_OFF')) continue;
      const isMoved = await workspace.store.write((write) =>
        write.printJobs.move(label, 'unsure', reasonOf(fate)),
      );
      if (isMoved) asking += 1;
    }
  }
  if (asking > 0) workspace.changed('printJobs', 'orders', 'status');
  return asking;
}
