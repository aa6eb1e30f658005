/**
 * The text without everything from each `open` to the next `close`; an `open` that never closes takes the rest along. By
 * searching forward only: a lazy regular expression would take quadratic time on text made of openings.
 */
export function withoutSpans(text: string, open: string, close: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf(open, from);
    if (start < 0) return kept + text.slice(from);
    kept += text.slice(from, start);
    const end = text.indexOf(close, start + open.length);
    if (end < 0) return kept;
    from = end + close.length;
  }
}
