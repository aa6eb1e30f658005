/**
 * The calls of the Windows print spooler that we need, in their order: OpenPrinterW, StartDocPrinterW (level 1, datatype
 * RAW; returns the job id), StartPagePrinter, WritePrinter, EndPagePrinter, EndDocPrinter, ClosePrinter; GetJobW and
 * EnumJobsW level 1, GetPrinterW level 2, EnumPrintersW level 4. A port, so that all decisions are tested without Windows.
 */
export interface WinspoolBinding {
  /** null: no such printer, or no right to it. */
  openPrinter(name: string): Promise<unknown>;
  /** 0: refused. */
  startDocument(printer: unknown, jobName: string): Promise<number>;
  startPage(printer: unknown): Promise<boolean>;
  /** Bytes taken; fewer than given: the spooler is full; -1: refused; null: the answer got lost, so nobody knows. */
  write(printer: unknown, bytes: Uint8Array): Promise<number | null>;
  endPage(printer: unknown): Promise<boolean>;
  endDocument(printer: unknown): Promise<boolean>;
  abort(printer: unknown): Promise<boolean>;
  close(printer: unknown): Promise<void>;
  /** Jobs in the queue now. */
  jobs(
    printer: unknown,
  ): Promise<readonly { readonly id: number; readonly name: string; readonly status: number }[]>;
  printerState(printer: unknown): Promise<{ readonly status: number; readonly attributes: number } | null>;
  printerNames(): Promise<readonly string[]>;
}
