/* A library with the calls of winspool.drv that we make, laid out as winspool.h lays them out on 64 bit. It knows one
 * printer, writes what happens to the file named by FAKE_WINSPOOL_LOG, and is as awkward as the real one may be: yes is
 * not 1, texts lie at the end of the memory that was given, and a job comes in between two questions. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uchar.h>

typedef uint32_t DWORD;
typedef int32_t BOOL;
#define YES 0x100
#define NO 0

typedef struct { char16_t *pDocName, *pOutputFile, *pDatatype; } DOC_INFO_1W;
typedef struct {
  DWORD JobId;
  char16_t *pPrinterName, *pMachineName, *pUserName, *pDocument, *pDatatype, *pStatus;
  DWORD Status, Priority, Position, TotalPages, PagesPrinted;
  uint16_t Submitted[8];
} JOB_INFO_1W;
typedef struct {
  char16_t *pServerName, *pPrinterName, *pShareName, *pPortName, *pDriverName, *pComment, *pLocation;
  void *pDevMode;
  char16_t *pSepFile, *pPrintProcessor, *pDatatype, *pParameters;
  void *pSecurityDescriptor;
  DWORD Attributes, Priority, DefaultPriority, StartTime, UntilTime, Status, cJobs, AveragePPM;
} PRINTER_INFO_2W;
typedef struct { char16_t *pPrinterName, *pServerName; DWORD Attributes; } PRINTER_INFO_4W;

static const char16_t *known = u"热敏 1";
static void *const handle = (void *)0x7f1234567890;
static int questions = 0;

static int same(const char16_t *one, const char16_t *other) {
  while (*one && *one == *other) one++, other++;
  return *one == *other;
}

static void note(const char *line) {
  FILE *log = fopen(getenv("FAKE_WINSPOOL_LOG"), "a");
  if (log) fprintf(log, "%s\n", line), fclose(log);
}

static size_t bytes_of(const char16_t *text) {
  size_t length = 0;
  while (text[length]) length++;
  return (length + 1) * sizeof(char16_t);
}

/* Texts from the end of the memory downwards. */
static char16_t *put(uint8_t **end, const char16_t *text) {
  *end -= bytes_of(text);
  memcpy(*end, text, bytes_of(text));
  return (char16_t *)*end;
}

BOOL OpenPrinterW(char16_t *name, void **printer, void *defaults) {
  if (defaults || !same(name, known)) return NO;
  *printer = handle;
  note("open");
  return YES;
}

DWORD StartDocPrinterW(void *printer, DWORD level, DOC_INFO_1W *info) {
  if (printer != handle || level != 1 || info->pOutputFile || !same(info->pDatatype, u"RAW")) return 0;
  note(same(info->pDocName, u"job-1") ? "document job-1" : "document ?");
  return 77;
}

static BOOL plain(void *printer, const char *line) {
  note(printer == handle ? line : "wrong handle");
  return printer == handle ? YES : NO;
}

BOOL StartPagePrinter(void *printer) { return plain(printer, "page"); }
BOOL EndPagePrinter(void *printer) { return plain(printer, "end page"); }
BOOL EndDocPrinter(void *printer) { return plain(printer, "end document"); }
BOOL AbortPrinter(void *printer) { return plain(printer, "abort"); }
BOOL ClosePrinter(void *printer) { return plain(printer, "close"); }

BOOL WritePrinter(void *printer, void *bytes, DWORD size, DWORD *written) {
  uint32_t sum = 0;
  char line[80];
  if (printer != handle) return NO;
  /* Half at a time, as a spooler short of room does. */
  *written = size > 1 ? size / 2 : size;
  for (DWORD at = 0; at < *written; at++) sum = sum * 31 + ((uint8_t *)bytes)[at];
  snprintf(line, sizeof line, "write %u %u", *written, sum);
  note(line);
  return YES;
}

BOOL EnumJobsW(void *printer, DWORD first, DWORD most, DWORD level, uint8_t *memory, DWORD size, DWORD *needed, DWORD *count) {
  if (printer != handle || first != 0 || most < 2 || level != 1) return NO;
  int jobs = questions++ == 0 ? 1 : 2;
  *needed = jobs * (sizeof(JOB_INFO_1W) + bytes_of(u"job-1") + bytes_of(known));
  *count = 0;
  if (size < *needed) return NO;
  uint8_t *end = memory + *needed;
  JOB_INFO_1W *rows = (JOB_INFO_1W *)memory;
  memset(rows, 0, jobs * sizeof *rows);
  for (int row = 0; row < jobs; row++) {
    rows[row].JobId = 70 + row;
    rows[row].pDocument = put(&end, row == 1 ? u"job-1" : u"other");
    rows[row].pPrinterName = put(&end, known);
    rows[row].Status = row == 1 ? 0x50 : 0;
  }
  *count = jobs;
  return YES;
}

BOOL GetPrinterW(void *printer, DWORD level, uint8_t *memory, DWORD size, DWORD *needed) {
  *needed = sizeof(PRINTER_INFO_2W) + bytes_of(known);
  if (printer != handle || level != 2 || size < *needed) return NO;
  PRINTER_INFO_2W *row = (PRINTER_INFO_2W *)memory;
  uint8_t *end = memory + *needed;
  memset(row, 0, sizeof *row);
  row->pPrinterName = put(&end, known);
  row->Attributes = 0x40;
  row->Status = 0x400000;
  return YES;
}

BOOL EnumPrintersW(DWORD flags, char16_t *name, DWORD level, uint8_t *memory, DWORD size, DWORD *needed, DWORD *count) {
  const char16_t *names[] = {known, u"导出为 PDF"};
  *needed = 2 * sizeof(PRINTER_INFO_4W) + bytes_of(names[0]) + bytes_of(names[1]);
  *count = 0;
  if (flags != 6 || name || level != 4 || size < *needed) return NO;
  uint8_t *end = memory + *needed;
  PRINTER_INFO_4W *rows = (PRINTER_INFO_4W *)memory;
  memset(rows, 0, 2 * sizeof *rows);
  for (int row = 0; row < 2; row++) rows[row].pPrinterName = put(&end, names[row]);
  *count = 2;
  return YES;
}
