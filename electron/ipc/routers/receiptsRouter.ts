import { previewReceipts, printReceipts } from '../../usecases/printing/printReceipts.ts';
import { gate, unwrap } from '../gate.ts';

export const receiptsRouter = {
  preview: gate.receipts.preview.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { receipts, refused } = await previewReceipts(workspace, input);
    return { receipts: receipts.map((lines) => [...lines]), refused: refused.map((one) => ({ ...one })) };
  }),
  print: gate.receipts.print.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { printed, refused, stoppedBy } = unwrap(
      errors,
      await printReceipts(workspace, input, input.printerUri),
    );
    return { printed, refused: refused.map((one) => ({ ...one })), stoppedBy };
  }),
};
