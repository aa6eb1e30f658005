import { join } from 'node:path';
import { commandCodes, printedCodeOf } from '../../../shared/domain/packing/packCommands.ts';
import { pageCommands, printedCodeOfPage } from '../../../shared/domain/packing/pageCommands.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { writeAside } from '../../imports/writers/writeTextWorkbook.ts';
import { type CommandCard, drawCommandPages } from '../../printers/commandSheets.ts';
import { printerLanguage } from '../../printers/languages/index.ts';
import { readSettings } from '../workspace/settings.ts';
import { resultsFolder, type Workspace } from '../workspace/workspace.ts';
import { printCards } from './printCards.ts';

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

/** The same on a printer. */
export async function printCommandSheet(
  workspace: Workspace,
  { printerUri }: { readonly printerUri: string },
): Promise<Outcome<{ readonly sheets: number }>> {
  const { language } = await readSettings(workspace);
  return printCards(workspace, { printerUri, cards: cardsIn(language) });
}
