import { shipTemplateIds, writeBack } from '../../usecases/writeBack.ts';
import { gate, unwrap } from '../gate.ts';

export const outRouter = {
  templates: gate.out.templates.handler(() => [...shipTemplateIds]),
  writeBack: gate.out.writeBack.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { files, written, skipped } = unwrap(errors, await writeBack(workspace, input));
    return {
      files: files.map((file) => ({ ...file })),
      written,
      skipped: skipped.map((row) => ({ ...row })),
    };
  }),
};
