import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { automation, webhookPostSchema } from '../../../shared/contracts/door/automation.ts';

const refusal = {
  type: 'object' as const,
  properties: {
    error: {
      type: 'object' as const,
      properties: {
        code: { type: 'string' as const },
        message: { type: 'string' as const },
        hint: { type: 'string' as const },
      },
      required: ['code', 'message', 'hint'],
    },
  },
  required: ['error'],
};

const signatureHeader = (name: string, description: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});

/** What the door posts to registered addresses. */
const webhooks = {
  events: {
    post: {
      operationId: 'events',
      tags: ['webhooks'],
      summary: 'What happens to orders, bookings, labels and parcels, and alarms',
      description:
        'Posted until it is answered with a status of the 200s, in order, for a day; after that it can be replayed. Check the signature before anything else, and refuse what is older than five minutes.',
      parameters: [
        signatureHeader('X-ShipDesk-Timestamp', 'Seconds since 1970.'),
        signatureHeader(
          'X-ShipDesk-Signature',
          '`sha256=` and, in hexadecimal, the HMAC-SHA256 of timestamp, a full stop and the body, by the key of the webhook.',
        ),
      ],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: webhookPostSchema } },
      },
      responses: { '200': { description: 'It has arrived.' } },
    },
  },
};

/** The OpenAPI description of the door, made from its contract. */
export async function openApiDocument(version: string): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(automation, {
    info: { title: 'ShipDesk automation door', version },
    servers: [{ url: '/v1' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    customErrorResponseBodySchema: refusal,
  });
  return { ...document, webhooks };
}
