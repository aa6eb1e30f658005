/** Complaints that another one of the same receiver says more exactly: who reads both looks for two mistakes. */
const saidBy: ReadonlyMap<string, string> = new Map([
  ['ADDRESS_DISTRICT_MISSING', 'ADDRESS_ZONE_NOT_DISTRICT'],
  ['ADDRESS_MASKED', 'IMPORT_MASKED_RECEIVER'],
]);

/** Complaints without those that repeat another. `of`: whose they are, where the list is of several receivers. */
export function saidOnce<T extends { readonly code: string }>(
  complaints: readonly T[],
  of: (complaint: T) => string = () => '',
): readonly T[] {
  const said = new Set(complaints.map((complaint) => `${of(complaint)} ${complaint.code}`));
  return complaints.filter((complaint) => !said.has(`${of(complaint)} ${saidBy.get(complaint.code)}`));
}
