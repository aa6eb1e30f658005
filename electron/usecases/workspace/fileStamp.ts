/** A moment (UTC ms) as part of a file name, in UTC so that names sort by time wherever they were made: `20261125-160300`. */
export function fileStamp(at: number): string {
  return new Date(at).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 'yyyymmdd-hhmmss'.length);
}
