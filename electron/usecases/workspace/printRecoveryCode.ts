import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { readRecoveryCode } from '../../../shared/rules/recoveryCode.ts';
import { groupRescueCode } from '../../../shared/rules/signInCodes.ts';
import { encodeSheet } from '../../printers/renderJob.ts';
import { drawCodeSheet } from '../../printers/setupSheets.ts';
import { printerWay } from '../../printers/transports/index.ts';
import { choosePrinter } from '../printing/printers/choosePrinter.ts';
import { openPrinter, readProfile } from '../printing/printers/openPrinter.ts';
import { readSettings } from './settings.ts';
import type { Workspace } from './workspace.ts';

const words = {
  'zh-CN': {
    title: '发货台 恢复码',
    notes: ['和备份一起可以打开全部数据', '请放在电脑以外的地方，不要拍照'],
  },
  en: {
    title: 'ShipDesk recovery code',
    notes: ['With a backup it opens all data.', 'Keep it away from the computer.'],
  },
} as const;

/** Groups of four characters on one line: what fits on a 60 mm label. */
const groupsInLine = 3;

/**
 * Prints a recovery code that was just shown; it is stored nowhere. Only on paper: a printer that writes files would leave the code beside
 * what it opens.
 */
export async function printRecoveryCode(
  workspace: Workspace,
  { code, printerUri }: { readonly code: string; readonly printerUri: string },
): Promise<Outcome<null>> {
  const signs = readRecoveryCode(code);
  if (signs === null) return failure('RECOVERY_CODE_TYPO');
  const uri = await choosePrinter(workspace, printerUri);
  if (!uri.ok) return uri;
  const printer = openPrinter(workspace, uri.value);
  if (!printer.ok) return printer;
  const { target, transport } = printer.value;
  if (printerWay(target.transport)?.keepsFiles === true) return failure('CODE_NEEDS_PAPER');
  const { language } = await readSettings(workspace);
  const { title, notes } = words[language];
  const bitmap = drawCodeSheet({ title, lines: linesOf(signs), notes }, target, workspace.fonts);
  const encoded = encodeSheet(bitmap, target, await readProfile(workspace.store.read, uri.value));
  if (!encoded.ok) return encoded;
  const job = { jobId: workspace.nextId(), title: 'ShipDesk', ...encoded.value };
  const outcome = await transport.send(target, job);
  return outcome.ok ? done(null) : failure(outcome.code, outcome.params);
}

function linesOf(signs: string): string[] {
  const groups = groupRescueCode(signs).split('-');
  return groups.flatMap((_, at) =>
    at % groupsInLine === 0 ? [groups.slice(at, at + groupsInLine).join('-')] : [],
  );
}
