/** The interface described by itself: OpenAPI 3.1 from the routes' own schemas, live at /api/openapi.json. */
import swagger from "@fastify/swagger";
import type { FastifyInstance, FastifySchema } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { CSRF_HEADER, SESSION_COOKIE } from "./session-cookie.js";

/** Collects every route registered after it. */
export async function describeApi(server: FastifyInstance): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "OpenDTI",
        version: "1",
        description: `Sign in at POST /api/v1/session; the cookie ${SESSION_COOKIE} then identifies you, and every change carries the header ${CSRF_HEADER}.`,
      },
      components: {
        securitySchemes: { session: { type: "apiKey", in: "cookie", name: SESSION_COOKIE } },
      },
      security: [{ session: [] }],
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      return { schema: withOtherMedia(schema), url };
    },
    transformObject: (document) => withReachableSchemas(jsonSchemaTransformObject(document)),
  });
  server.get("/api/openapi.json", { schema: { hide: true } }, async () => server.swagger());
}

/** What a route says of itself, as far as it matters to what is not JSON. */
interface Described {
  readonly consumes?: readonly string[];
  readonly produces?: readonly string[];
  readonly response?: unknown;
}

const MULTIPART = "multipart/form-data";

/** Names the file that goes in and the document that comes out; a problem stays JSON beside it. */
function withOtherMedia(schema: FastifySchema): FastifySchema {
  const { produces, ...rest } = schema as FastifySchema & Described;
  const [media] = produces ?? [];
  return {
    ...rest,
    ...(rest.consumes?.includes(MULTIPART) && {
      body: {
        type: "object",
        required: ["file"],
        properties: { file: { type: "string", format: "binary" } },
      },
    }),
    ...(media !== undefined && {
      response: {
        ...(rest.response as object),
        200: { description: "the document", content: { [media]: { schema: contentOf(media) } } },
      },
    }),
  };
}

/** A text, data whose shape is described elsewhere, or bytes. */
function contentOf(media: string): Record<string, unknown> {
  if (media.endsWith("yaml")) return { type: "string" };
  return media.endsWith("json") ? {} : { type: "string", format: "binary" };
}

const REFERENCE = /"#\/components\/schemas\/([^"/]+)"/g;

/**
 * Keeps the schemas that some route uses. The registry that names schemas is the whole process's, so those of the
 * rules language stand in it too.
 */
function withReachableSchemas<T>(document: T): T {
  const { components, ...rest } = document as T & {
    readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
  };
  const all = components?.schemas ?? {};
  const reached = new Set<string>();
  const follow = (part: unknown): void => {
    for (const [, name = ""] of JSON.stringify(part ?? null).matchAll(REFERENCE)) {
      if (reached.has(name)) continue;
      reached.add(name);
      follow(all[name]);
    }
  };
  follow(rest);
  const schemas = Object.fromEntries(Object.entries(all).filter(([name]) => reached.has(name)));
  return { ...rest, components: { ...components, schemas } } as T;
}
