import { TextDecoder } from 'node:util';
import { type Context, ORPCError } from '@orpc/server';
import type { NodeHttpHandlerOptions, NodeHttpHandlerPlugin } from '@orpc/server/node';

/** Of a body that is not UTF-8: read as UTF-8 all the same, it would fill the book with damaged names. */
export const notUtf8 = 'NOT_UTF8';

/** Refuses a body in another encoding (GBK from an older ERP) instead of reading what is left of it. */
export class EncodingPlugin<T extends Context> implements NodeHttpHandlerPlugin<T> {
  initRuntimeAdapter(options: NodeHttpHandlerOptions<T>): void {
    options.adapterInterceptors ??= [];
    options.adapterInterceptors.push(async ({ request, next, ...rest }) => {
      const decoder = new TextDecoder('utf-8', { fatal: true });
      const emit = request.emit;
      request.emit = (event: string | symbol, ...given: unknown[]): boolean => {
        if (event === 'data' && given[0] instanceof Uint8Array) readStrictly(decoder, given[0]);
        return (emit as (event: string | symbol, ...given: unknown[]) => boolean).call(
          request,
          event,
          ...given,
        );
      };
      try {
        return await next({ request, ...rest });
      } finally {
        request.emit = emit;
      }
    });
  }
}

function readStrictly(decoder: TextDecoder, piece: Uint8Array): void {
  try {
    decoder.decode(piece, { stream: true });
  } catch {
    throw new ORPCError(notUtf8, { status: 400 });
  }
}
