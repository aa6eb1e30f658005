/* oxlint-disable typescript/no-explicit-any -- what a stranger's program reads of a reply. */
/** A client made from the door's own description: a method for each operation, and nothing that is not described. */
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }>
  >;
}

export interface OpenApi {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly securitySchemes: Readonly<Record<string, unknown>> };
}

export interface DoorReply {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  // biome-ignore lint/suspicious/noExplicitAny: what a stranger's program reads of a reply.
  readonly json: any;
}

type Method = (
  input?: Readonly<Record<string, unknown>>,
  headers?: Record<string, string>,
) => Promise<DoorReply>;

export function clientOf(document: OpenApi, origin: string, token: string): Record<string, Method> {
  const base = `${origin}${document.servers[0]?.url ?? ''}`;
  const methods = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): [string, Method] => [
      operation.operationId,
      (input = {}, headers = {}) => call({ base, path, method, operation, token }, input, headers),
    ]),
  );
  return Object.fromEntries(methods);
}

interface Described {
  readonly base: string;
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
  readonly token: string;
}

async function call(
  { base, path, method, operation, token }: Described,
  input: Readonly<Record<string, unknown>>,
  headers: Record<string, string>,
): Promise<DoorReply> {
  const rest = { ...input };
  let place = path;
  const query = new URLSearchParams();
  for (const { name, in: where } of operation.parameters ?? []) {
    const value = rest[name];
    if (value === undefined) continue;
    const word = typeof value === 'string' ? value : JSON.stringify(value);
    if (where === 'path') place = place.replace(`{${name}}`, encodeURIComponent(word));
    else query.set(name, word);
    delete rest[name];
  }
  const hasBody = operation.requestBody !== undefined;
  if (!hasBody && Object.keys(rest).length > 0) throw new Error(`not described: ${Object.keys(rest).join()}`);
  const reply = await fetch(`${base}${place}${query.size === 0 ? '' : `?${query}`}`, {
    method: method.toUpperCase(),
    headers: {
      authorization: `Bearer ${token}`,
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(hasBody ? { body: JSON.stringify(rest) } : {}),
  });
  const bytes = new Uint8Array(await reply.arrayBuffer());
  const isJson = (reply.headers.get('content-type') ?? '').includes('json');
  const json = isJson ? JSON.parse(Buffer.from(bytes).toString('utf8')) : null;
  return { status: reply.status, headers: reply.headers, bytes, json };
}
