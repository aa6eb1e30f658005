const separatorUnits = new Set(' \t\n,;|/\\+、。!?~"\'“”‘’《》<>{}…^`'.split('').map((c) => c.charCodeAt(0)));

/** Blank, comma, bar and the like: never part of a name, a number or a division. */
export function isSeparator(unit: number): boolean {
  return separatorUnits.has(unit);
}

/** Common ideographs; the rare ones beyond the first plane are no separators either. */
export function isIdeograph(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || unit === 0x3007 || (unit >= 0xd800 && unit <= 0xdfff);
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

export function isLatin(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}
