/** Stands in an export of ours where one of several goods has no code, so that the others stay with theirs. */
export const noCode = '-';
