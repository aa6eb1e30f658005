/**
 * Which letter does what, in one place for the whole window. A screen's main act is Ctrl+Enter, export Ctrl+E, undo Ctrl+Z, and
 * in a form, where letters are typed, Alt is before them. Nothing that destroys is a single letter.
 */
export const letters = {
  accept: 'a',
  copy: 'c',
  edit: 'e',
  hold: 'h',
  look: 'i',
  keep: 'k',
  add: 'n',
  open: 'o',
  print: 'p',
  ask: 'q',
  /** Asks or tries again. */
  refresh: 'r',
  later: 's',
} as const;

/** Letters of one screen alone: never one that means something everywhere. */
export const lettersOf = {
  import: { changes: 'v', nextDoubt: 'd' },
  ship: {
    uploadTracking: 'b',
    groups: 'g',
    merge: 'm',
    unused: 'u',
    goods: 'y',
    otherNumber: 'w',
    another: 'x',
  },
  pack: {
    counted: 'y',
    teach: 't',
    weigh: 'w',
    pass: 'g',
    another: 'x',
    reopen: 'b',
    handOver: 'v',
    dark: 'd',
    far: 'f',
  },
  print: { batches: 'g', jam: 'j', papers: 'l' },
  track: { paste: 'v', tracking: 't' },
  case: { close: 'd', give: 'g', due: 't', wait: 'w' },
  insight: { table: 't', wall: 'w' },
  labels: { text: 't', variable: 'v', line: 'l', box: 'b', image: 'g', barcode: 'm', qr: 'd' },
} as const;
