/** Is this what the disk or its rights say (full, read-only, gone), whoever passed it on? */
export function isDiskTrouble(error: unknown): boolean {
  const code = String((error as { readonly code?: string }).code ?? '');
  return /^(E[A-Z]+|SQLITE_(FULL|IOERR.*|CANTOPEN.*|READONLY.*))$/.test(code);
}
