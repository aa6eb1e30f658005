import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { type CommandCard, drawCommandLabels, drawCommandPages } from '../../printers/commandSheets.ts';
import { printerLanguage } from '../../printers/languages/index.ts';
import { pagePictures } from '../../printers/pagePictures.ts';
import { encodeSheet } from '../../printers/renderJob.ts';
import { choosePrinter } from '../printing/printers/choosePrinter.ts';
import { type OpenPrinter, openPrinter, readProfile } from '../printing/printers/openPrinter.ts';
import type { Workspace } from '../workspace/workspace.ts';

interface Cards {
  /** Empty: the usual printer. */
  readonly printerUri: string;
  readonly cards: readonly CommandCard[];
}

/** Cards with barcodes: pages where the printer takes pages, otherwise labels. They are no labels of parcels. */
export async function printCards(
  workspace: Workspace,
  { printerUri, cards }: Cards,
): Promise<Outcome<{ readonly sheets: number }>> {
  const uri = await choosePrinter(workspace, printerUri);
  if (!uri.ok) return uri;
  const opened = openPrinter(workspace, uri.value);
  if (!opened.ok) return opened;
  const { target } = opened.value;
  if (printerLanguage(target.language)?.sheets !== undefined)
    return printPages(workspace, opened.value, cards);
  const profile = await readProfile(workspace.store.read, uri.value);
  const labels = drawCommandLabels(cards, target, workspace.fonts);
  for (const bitmap of labels) {
    const encoded = encodeSheet(bitmap, target, profile);
    if (!encoded.ok) return encoded;
    const job = { jobId: workspace.nextId(), title: 'ShipDesk', ...encoded.value };
    const sent = await opened.value.transport.send(target, job);
    // Printed as often as somebody wants: what is not certain is no trouble.
    if (!sent.ok) return failure(sent.code, sent.params);
  }
  return done({ sheets: labels.length });
}

async function printPages(
  workspace: Workspace,
  { transport, target }: OpenPrinter,
  cards: readonly CommandCard[],
): Promise<Outcome<{ readonly sheets: number }>> {
  const pages = drawCommandPages(cards, workspace.fonts);
  const sent = await transport.send(target, {
    jobId: workspace.nextId(),
    title: 'ShipDesk',
    bytes: printerLanguage(target.language)?.sheets?.write(pages) ?? new Uint8Array(0),
    pages: () => pagePictures(pages),
  });
  return sent.ok ? done({ sheets: pages.length }) : failure(sent.code, sent.params);
}
