import { join } from 'node:path';
import { commandCodes, printedCodeOf } from '../../../shared/domain/packing/packCommands.ts';
import { pageCommands, printedCodeOfPage } from '../../../shared/domain/packing/pageCommands.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { writeAside } from '../../imports/writers/writeTextWorkbook.ts';
import { type CommandCard, drawCommandLabels, drawCommandPages } from '../../printers/commandSheets.ts';
import { printerLanguage } from '../../printers/languages/index.ts';
import { pagePictures } from '../../printers/pagePictures.ts';
import { encodeSheet } from '../../printers/renderJob.ts';
import { choosePrinter } from '../printing/printers/choosePrinter.ts';
import { type OpenPrinter, openPrinter, readProfile } from '../printing/printers/openPrinter.ts';
import { readSettings } from '../workspace/settings.ts';
import { resultsFolder, type Workspace } from '../workspace/workspace.ts';

const cardsIn = (language: Language): readonly CommandCard[] => [
  ...commandCodes.map((known) => ({
    title: wordFor(language, 'packCommand', known.command),
    note: known.reason === null ? '' : wordFor(language, 'packReason', known.reason),
    code: printedCodeOf(known),
  })),
  ...pageCommands.map((command) => ({
    title: wordFor(language, 'pageCommand', command),
    note: '',
    code: printedCodeOfPage(command),
  })),
];

/** Every barcode that acts, on A4, for any printer of the office: a PDF among the workspace's results. */
export async function writeCommandSheet(workspace: Workspace): Promise<Outcome<{ readonly path: string }>> {
  const { language } = await readSettings(workspace);
  const path = join(resultsFolder(workspace), `bench-barcodes-${workspace.nextId()}.pdf`);
  const write = printerLanguage('pdf')?.sheets?.write;
  if (write === undefined) throw new Error('no way to write pages');
  const bytes = write(drawCommandPages(cardsIn(language), workspace.fonts));
  const written = await writeAside(path, (handle) => handle.writeFile(bytes));
  return written.ok ? done({ path }) : written;
}

/** The same on a printer: pages where it takes pages, otherwise labels. They are no labels of parcels. */
export async function printCommandSheet(
  workspace: Workspace,
  { printerUri }: { readonly printerUri: string },
): Promise<Outcome<{ readonly sheets: number }>> {
  const uri = await choosePrinter(workspace, printerUri);
  if (!uri.ok) return uri;
  const opened = openPrinter(workspace, uri.value);
  if (!opened.ok) return opened;
  const { language } = await readSettings(workspace);
  const cards = cardsIn(language);
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
    png: new Uint8Array(0),
    pages: () => pagePictures(pages),
  });
  return sent.ok ? done({ sheets: pages.length }) : failure(sent.code, sent.params);
}
