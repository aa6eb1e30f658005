import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { automation } from '../../../shared/contracts/door/automation.ts';

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

/** The description of the door, made from its contract. */
export function openApiDocument(version: string): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(automation, {
    info: { title: 'ShipDesk automation door', version },
    servers: [{ url: '/v1' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    customErrorResponseBodySchema: refusal,
  });
}
