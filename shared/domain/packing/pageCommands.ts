/**
 * Command barcodes that change only how the bench is seen, or what its camera does: the window acts on them at once, and nothing
 * is written down.
 */
export const pageCommands = ['dark', 'far', 'photo'] as const;
export type PageCommand = (typeof pageCommands)[number];

/** Begins like every command barcode; never changed, since sheets hang on walls for years. */
const printedCodes: Readonly<Record<PageCommand, string>> = {
  dark: 'SHIPDESK-DK',
  far: 'SHIPDESK-FR',
  photo: 'SHIPDESK-PH',
};

export const printedCodeOfPage = (command: PageCommand): string => printedCodes[command];

/** null: it is none of these. */
export function readPageCommand(code: string): PageCommand | null {
  const upper = code.trim().toUpperCase();
  const isSaid = (command: PageCommand): boolean =>
    printedCodes[command] === upper || `SHIPDESK-${command.toUpperCase()}` === upper;
  return pageCommands.find(isSaid) ?? null;
}
