/** Barcodes that act instead of naming a thing; the sheet of them is printed once and hung beside the bench. */
export const packCommands = [
  'next',
  'abort',
  'confirm',
  'override',
  'reprint',
  'hold',
  'extra-parcel',
  'print-last',
  'switch-operator',
  'help',
] as const;
export type PackCommand = (typeof packCommands)[number];

/** Why: part of the barcode of a command that needs a reason, so that nobody has to type with gloves on. */
export const packReasons = [
  'damaged',
  'unreadable',
  'lost',
  'no-code',
  'by-eye',
  'scale-fault',
  'other-packaging',
  'does-not-fit',
  'customer',
  'out-of-stock',
] as const;
export type PackReason = (typeof packReasons)[number];

/** Reasons each command takes, the first one where its barcode names none; a command that is not here needs none. */
export const reasonsOf: Readonly<Partial<Record<PackCommand, readonly PackReason[]>>> = {
  override: ['by-eye', 'no-code', 'unreadable', 'scale-fault', 'other-packaging', 'customer'],
  reprint: ['damaged', 'unreadable', 'lost'],
  hold: ['out-of-stock', 'damaged', 'customer'],
  'extra-parcel': ['does-not-fit'],
};

const mark = 'SHIPDESK-';

export interface ReadCommand {
  readonly command: PackCommand;
  /** null: the command takes none. */
  readonly reason: PackReason | null;
}

/** What is in the barcode: `SHIPDESK-REPRINT-DAMAGED`. No merchant's code begins so. */
export function codeOfCommand({ command, reason }: ReadCommand): string {
  return [mark + command, ...(reason === null ? [] : [reason])].join('-').toUpperCase();
}

/**
 * What the barcode of the sheet holds: short, so that it has room on the narrowest label with bars as thick as a gun wants. Never
 * changed: sheets hang on walls for years.
 */
const printedSigns: Readonly<Record<PackCommand | PackReason, string>> = {
  next: 'NX',
  abort: 'AB',
  confirm: 'OK',
  override: 'OV',
  reprint: 'RP',
  hold: 'HD',
  'extra-parcel': 'XP',
  'print-last': 'PL',
  'switch-operator': 'SW',
  help: 'HP',
  damaged: 'DM',
  unreadable: 'UR',
  lost: 'LO',
  'no-code': 'NC',
  'by-eye': 'EY',
  'scale-fault': 'SF',
  'other-packaging': 'OP',
  'does-not-fit': 'NF',
  customer: 'CU',
  'out-of-stock': 'OS',
};

export function printedCodeOf({ command, reason }: ReadCommand): string {
  const signs = [printedSigns[command], ...(reason === null ? [] : [printedSigns[reason]])];
  return mark + signs.join('-');
}

/** Every barcode of the sheet. */
export const commandCodes: readonly ReadCommand[] = packCommands.flatMap((command): ReadCommand[] => {
  const reasons = reasonsOf[command];
  return reasons === undefined ? [{ command, reason: null }] : reasons.map((reason) => ({ command, reason }));
});

/** `unknown`: it begins like a command and is none, so that half a command never passes for goods; null: no command. */
export function readCommand(code: string): ReadCommand | 'unknown' | null {
  const upper = code.toUpperCase();
  if (!upper.startsWith(mark)) return null;
  const exact = commandCodes.find(
    (known) => codeOfCommand(known) === upper || printedCodeOf(known) === upper,
  );
  if (exact !== undefined) return exact;
  const bare = packCommands.find((command) => mark + command.toUpperCase() === upper);
  return bare === undefined ? 'unknown' : { command: bare, reason: reasonsOf[bare]?.[0] ?? null };
}
