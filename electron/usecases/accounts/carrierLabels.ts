import type { Answered } from '../../../shared/contracts/contract.ts';
import { isOwnLayoutReason } from '../../../shared/domain/printing/labelDocument.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { PrinterTarget } from '../../printers/kit/printerTransport.ts';
import type { Account, Shipment } from '../../store/schema.ts';
import { drawCarrierLabel, type LabelSource, templateOf } from '../printing/carrierLabel.ts';
import { change, type Workspace } from '../workspace/workspace.ts';
import { fieldsOf, openAccount, wantsTemplate } from './openAccount.ts';

export interface CarrierLabelChoice {
  readonly account: Account;
  readonly isWanted: boolean;
  /** The newest of the last bookings that brought a template. */
  readonly newest: { readonly shipment: Shipment; readonly html: string } | null;
}

/** So many bookings back a template is looked for. */
const lookBack = 50;

/** Every account whose platform sends the carrier's own label, with what is chosen. */
export async function readCarrierLabelChoices(workspace: Workspace): Promise<CarrierLabelChoice[]> {
  const choices: CarrierLabelChoice[] = [];
  for (const account of await workspace.store.read.accounts.all()) {
    const opened = await openAccount(workspace, account.id);
    const isWanted = opened.ok ? wantsTemplate(opened.value) : undefined;
    if (isWanted === undefined) continue;
    choices.push({ account, isWanted, newest: await newestTemplate(workspace, account.id) });
  }
  return choices;
}

/**
 * Asks for the carrier's own label with every booking from now on, or no more. Refused while a booking is under way that
 * would repeat its request with another word in it than the first time.
 */
export async function chooseCarrierLabel(
  workspace: Workspace,
  { accountId, isWanted }: { readonly accountId: string; readonly isWanted: boolean },
): Promise<Outcome<null>> {
  const opened = await openAccount(workspace, accountId);
  if (!opened.ok) return opened;
  const { row, platform } = opened.value;
  const { templateField } = platform.manifest;
  if (templateField === undefined) return failure('SERVICE_UNSUPPORTED', { name: row.name });
  const count = await workspace.store.read.shipments.countUnfrozenTemplate(accountId);
  if (count > 0) return failure('ACCOUNT_BUSY', { name: row.name, count });
  const fields = { ...fieldsOf(workspace.secretBox, row), [templateField]: isWanted ? '1' : '0' };
  await change(workspace, ['settings', 'printJobs'], (write) =>
    write.accounts.update(accountId, {
      sealedFields: workspace.secretBox.seal(JSON.stringify(fields), accountId),
    }),
  );
  return done(null);
}

/** The newest template of an account as a printer would get it, with the number it belongs to. */
export async function previewCarrierLabel(
  workspace: Workspace,
  accountId: string,
  sheet: Pick<PrinterTarget, 'size' | 'dpi'>,
): Promise<Outcome<{ readonly waybillNo: string; readonly source: LabelSource }>> {
  const newest = await newestTemplate(workspace, accountId);
  if (newest === null) return failure('LABEL_NO_TEMPLATE_YET');
  const source = await drawCarrierLabel(workspace, newest.html, sheet);
  return done({ waybillNo: newest.shipment.waybillNo, source });
}

async function newestTemplate(
  workspace: Workspace,
  accountId: string,
): Promise<CarrierLabelChoice['newest']> {
  for (const shipment of await workspace.store.read.shipments.newestBooked(accountId, lookBack)) {
    const html = templateOf(shipment);
    if (html !== '') return { shipment, html };
  }
  return null;
}

/** Labels in our own layout where the account asks for the carrier's, since somebody last saw the notice. */
export async function readUnseenOwnLayouts({
  store,
}: Pick<Workspace, 'store'>): Promise<Answered<'carrierLabels', 'unseen'>> {
  const rows = await store.read.printJobs.unseenOwnLayouts();
  const reasons = rows.flatMap(({ reason, total }) =>
    isOwnLayoutReason(reason) ? [{ reason, count: total }] : [],
  );
  return {
    total: reasons.reduce((sum, { count }) => sum + count, 0),
    reasons,
    newestId:
      rows
        .map(({ newestId }) => newestId)
        .sort()
        .at(-1) ?? '',
  };
}

/** The notice up to this label has been read. */
export async function markOwnLayoutsSeen(
  workspace: Workspace,
  { newestId }: { readonly newestId: string },
): Promise<Answered<'carrierLabels', 'markSeen'>> {
  await change(workspace, ['printJobs', 'status'], (write) => write.printJobs.markOwnLayoutsSeen(newestId));
  return readUnseenOwnLayouts(workspace);
}
