import type koffiModule from 'koffi';

export type Koffi = typeof koffiModule;

/** Layouts of winspool.h, 64 bit: the sizes are held by a test. Names are the header's. */
export function winspoolTypes(koffi: Koffi) {
  const systemTime = koffi.array('uint16', 8);
  const docInfo1 = koffi.struct({ pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' });
  const jobInfo1 = koffi.struct({
    JobId: 'uint32',
    pPrinterName: 'str16',
    pMachineName: 'str16',
    pUserName: 'str16',
    pDocument: 'str16',
    pDatatype: 'str16',
    pStatus: 'str16',
    Status: 'uint32',
    Priority: 'uint32',
    Position: 'uint32',
    TotalPages: 'uint32',
    PagesPrinted: 'uint32',
    Submitted: systemTime,
  });
  const printerInfo2 = koffi.struct({
    pServerName: 'str16',
    pPrinterName: 'str16',
    pShareName: 'str16',
    pPortName: 'str16',
    pDriverName: 'str16',
    pComment: 'str16',
    pLocation: 'str16',
    pDevMode: 'void *',
    pSepFile: 'str16',
    pPrintProcessor: 'str16',
    pDatatype: 'str16',
    pParameters: 'str16',
    pSecurityDescriptor: 'void *',
    Attributes: 'uint32',
    Priority: 'uint32',
    DefaultPriority: 'uint32',
    StartTime: 'uint32',
    UntilTime: 'uint32',
    Status: 'uint32',
    cJobs: 'uint32',
    AveragePPM: 'uint32',
  });
  const printerInfo4 = koffi.struct({ pPrinterName: 'str16', pServerName: 'str16', Attributes: 'uint32' });
  return { docInfo1, jobInfo1, printerInfo2, printerInfo4 };
}
