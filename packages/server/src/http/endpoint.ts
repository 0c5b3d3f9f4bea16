/**
 * One way to make a route. A request is checked, signed in, given one transaction, decided by one promise, and
 * answered after the commit; whatever is thrown undoes it. (The habit is getodk/central-backend's.)
 */
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import { z } from "zod";
import type { Actor } from "../access/actor.js";
import type { Work } from "../database/connection.js";
import { retryingConflicts } from "../database/retrying.js";
import type { Platform } from "../platform.js";
import type { Call, LongCall, OpenCall, OpenLongCall, QuickCall, Seen } from "./call.js";
import { readIfMatch } from "./etag.js";
import { networkOf } from "./network.js";
import { Problem, problemSchema } from "./problem.js";
import { TRIES_FOR_A_WRONG_ONE, WrongTries } from "./wrong-tries.js";

/** Who may knock at a route at all. What they may do inside, the service's first line says. */
export type Access =
  /** anybody */
  | "public"
  /** signed in; also while a change of password or the set-up of one-time codes is due */
  | "any-account"
  /** signed in, with nothing due */
  | "account";

export interface Wire {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

interface Shapes<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  /** One line for OpenAPI. */
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** The answer's body; absent: 204, no body. */
  readonly answer?: A;
  /** 200 (204 without a body) unless said. */
  readonly status?: 200 | 201 | 202;
  /** The change must carry If-Match. */
  readonly ifMatch?: boolean;
  /** Where the answer's version is, for its ETag. */
  readonly etag?: (answer: z.output<A>) => number;
  /** Asked again and again: members left out, the same answer as before is told in a word (304). */
  readonly polled?: { readonly apartFrom: readonly (keyof z.output<A> & string)[] };
  /** What the route answers with when it is not JSON. */
  readonly media?: string;
  /** The route answers with a redirect. */
  readonly redirects?: boolean;
  /** Multipart in: the body is read by the handler. */
  readonly upload?: boolean;
  /** Takes what a plain HTML form sends, and reads nothing of it. */
  readonly form?: boolean;
  /**
   * Tries passwords or codes: the wrong ones are counted by network, whatever cookie comes along, to
   * SIGN_INS_PER_MINUTE; all of them to many times that.
   */
  readonly tries?: boolean;
  /** Requests a minute, where the general limit is too wide. */
  readonly limitPerMinute?: number;
}

export interface Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
  /** The version of If-Match; 0 when the route takes none. */
  readonly version: number;
}

type Handler<C, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = (
  call: C,
  input: Input<P, Q, B>,
  wire: Wire,
) => Promise<Outcome<A>>;

/** What a handler decides on. */
type Outcome<A extends z.ZodType> = Unchanging<z.input<A>> | Written | Problem | Raw | Redirect | undefined;

/** What a service answers with may be read-only all through; the answer's schema says nothing of that. */
export type Unchanging<T> = T extends readonly (infer E)[]
  ? readonly Unchanging<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Unchanging<T[K]> }
    : T;

/** An answer that is not JSON. Sent like any other: after the commit. */
export class Raw {
  constructor(
    readonly type: string,
    readonly body: string | Buffer | Readable,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

/**
 * A JSON object that is partly written already (by PostgreSQL): sent as it is, in the form that the route's `answer`
 * describes, past its schema. A test holds it to that.
 */
export class Written {
  /** Without its last brace, and without what changes though nothing has. */
  private readonly stable: string;

  /**
   * @param members at least one.
   * @param written members as JSON text.
   * @param changing members that the answer's ETag does not depend on.
   */
  constructor(
    members: Readonly<Record<string, unknown>>,
    written: Readonly<Record<string, string>>,
    private readonly changing: Readonly<Record<string, unknown>>,
  ) {
    const others = Object.entries(written).map(([name, json]) => `,${JSON.stringify(name)}:${json}`);
    this.stable = JSON.stringify(members).slice(0, -1) + others.join("");
  }

  get tag(): string {
    return tagOf(this.stable);
  }

  get json(): string {
    return `${this.stable},${JSON.stringify(this.changing).slice(1)}`;
  }
}

/** Sends the browser on, after the commit. The address is ours or the identity provider's, never a request's. */
export class Redirect {
  constructor(readonly location: string) {}
}

/** A route as the permission matrix counts it. */
export interface RouteEntry {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
}

/** Tells who sends a request. */
export interface Doorkeeper {
  /** Looks the session up. @throws {Problem} where there is none, or something is due. */
  signedIn(request: FastifyRequest, access: Access, polled: boolean): Promise<Actor>;
  /** Who it was when the session was last looked up; undefined where that has to be done. */
  seen(request: FastifyRequest, at: Date): Seen | undefined;
  /** Takes note that the use of the session was noted. */
  touched(request: FastifyRequest, at: Date): void;
}

/** Makes the routes of one part of the interface. */
export class Endpoints {
  readonly routes: RouteEntry[] = [];
  private readonly actors = new WeakMap<FastifyRequest, Actor>();
  /** Requests whose session is not looked up yet. */
  private readonly seen = new WeakMap<FastifyRequest, Seen>();
  private readonly wrongTries: WrongTries;

  constructor(
    private readonly app: FastifyInstance,
    private readonly platform: Platform,
    private readonly door: Doorkeeper,
  ) {
    this.wrongTries = new WrongTries(platform.config.signInsPerMinute);
  }

  /** A route for anybody, signed in or not. */
  public<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    shapes: Shapes<P, Q, B, A>,
    handle: Handler<OpenCall, P, Q, B, A>,
  ): void {
    this.add(shapes, "public", async (request, reply) => {
      const input = this.input<P, Q, B>(shapes, request);
      return this.transact((db) => handle(this.open(request, db), input, { request, reply }));
    });
  }

  /** A route for an account with nothing due. One transaction. */
  account<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    shapes: Shapes<P, Q, B, A>,
    handle: Handler<Call, P, Q, B, A>,
    access: Exclude<Access, "public"> = "account",
  ): void {
    this.add(shapes, access, async (request, reply) => {
      const actor = this.actorOf(request);
      const input = this.input<P, Q, B>(shapes, request);
      return this.transact((db) => handle({ ...this.open(request, db), actor }, input, { request, reply }));
    });
  }

  /** A route for anybody whose handler makes its own transactions, because it waits for another system. */
  publicLong<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    shapes: Shapes<P, Q, B, A>,
    handle: Handler<OpenLongCall, P, Q, B, A>,
  ): void {
    this.add(shapes, "public", async (request, reply) => {
      const input = this.input<P, Q, B>(shapes, request);
      const { db } = this.platform;
      return handle({ ...this.open(request, db as Work), db }, input, { request, reply });
    });
  }

  /** A route whose handler makes its own transactions: uploads, downloads, long imports. */
  long<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    shapes: Shapes<P, Q, B, A>,
    handle: Handler<LongCall, P, Q, B, A>,
  ): void {
    this.add(shapes, "account", async (request, reply) => {
      const actor = this.actorOf(request);
      const input = this.input<P, Q, B>(shapes, request);
      const { db } = this.platform;
      return handle({ ...this.open(request, db as Work), db, actor }, input, { request, reply });
    });
  }

  /**
   * A change that is made all day long: first `quick` is asked to make it for a session that is only remembered. What it
   * does not make for whatever reason, and says so by undefined, goes the long way: the session is looked up, and
   * `handle` decides.
   */
  swift<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    shapes: Shapes<P, Q, B, A>,
    quick: (call: QuickCall, input: Input<P, Q, B>) => Promise<Unchanging<z.input<A>> | undefined>,
    handle: Handler<LongCall, P, Q, B, A>,
  ): void {
    const run = async (request: FastifyRequest, reply: FastifyReply): Promise<Outcome<A>> => {
      const input = this.input<P, Q, B>(shapes, request);
      const { db } = this.platform;
      const call = { ...this.open(request, db as Work), db };
      const seen = this.seen.get(request);
      if (seen !== undefined) {
        const done = await quick({ ...call, ...seen }, input);
        if (done !== undefined && seen.touch) this.door.touched(request, call.at);
        if (done !== undefined) return done;
      }
      this.seen.delete(request);
      const actor = this.actors.get(request) ?? (await this.door.signedIn(request, "account", false));
      return handle({ ...call, actor }, input, { request, reply });
    };
    this.add(shapes, "account", run, true);
  }

  private add<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    shapes: Shapes<P, Q, B, A>,
    access: Access,
    run: (request: FastifyRequest, reply: FastifyReply) => Promise<Outcome<A>>,
    swift = false,
  ): void {
    this.routes.push({ method: shapes.method, url: shapes.url, access });
    const options: RouteOptions = {
      method: shapes.method,
      url: shapes.url,
      schema: schemaOf(shapes, access),
      handler: async (request, reply) => {
        const answer = await run(request, reply);
        // A problem that is returned, not thrown: its transaction was kept (a wrong password is counted).
        if (answer instanceof Problem) throw answer;
        if (answer instanceof Redirect) return reply.redirect(answer.location, 303);
        if (answer instanceof Raw) return reply.type(answer.type).headers(answer.headers).send(answer.body);
        if (answer === undefined) return reply.code(204).send();
        if (answer instanceof Written) {
          if (shapes.polled && isKnown(request, reply, answer.tag)) return reply.code(304).send();
          return reply.type("application/json; charset=utf-8").send(answer.json);
        }
        if (shapes.etag) reply.header("etag", `"${shapes.etag(answer as z.output<A>)}"`);
        if (shapes.polled && isKnown(request, reply, tagApart(answer, shapes.polled.apartFrom)))
          return reply.code(304).send();
        return reply.code(shapes.status ?? 200).send(answer);
      },
    };
    // Before the body is read: nobody makes us parse or check what they may not send.
    if (access !== "public")
      options.preParsing = async (request, _reply, payload) => {
        const seen = swift ? this.door.seen(request, this.platform.now()) : undefined;
        if (seen !== undefined) this.seen.set(request, seen);
        else this.actors.set(request, await this.door.signedIn(request, access, shapes.polled !== undefined));
        return payload;
      };
    if (swift)
      // What is wrong with a request is told to those alone who may make it.
      options.errorHandler = async (error, request) => {
        if (this.seen.has(request)) await this.door.signedIn(request, access, false);
        throw error;
      };
    if (shapes.limitPerMinute !== undefined)
      options.config = { rateLimit: { max: shapes.limitPerMinute, timeWindow: "1 minute" } };
    if (shapes.tries) {
      options.handler = this.wrongTries.guarding(options.handler);
      options.config = {
        rateLimit: {
          max: this.platform.config.signInsPerMinute * TRIES_FOR_A_WRONG_ONE,
          timeWindow: "1 minute",
          keyGenerator: (request: FastifyRequest) => networkOf(request.ip),
        },
      };
    }
    if (shapes.form)
      this.app.register(async (within) => {
        within.addContentTypeParser(
          "application/x-www-form-urlencoded",
          { parseAs: "string", bodyLimit: 1000 },
          (_request, _body, done) => done(null, {}),
        );
        within.route(options);
      });
    else this.app.route(options);
  }

  private actorOf(request: FastifyRequest): Actor {
    const actor = this.actors.get(request);
    if (actor === undefined) throw new Error("a request came to its handler without its actor");
    return actor;
  }

  private input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
    shapes: { readonly ifMatch?: boolean },
    request: FastifyRequest,
  ): Input<P, Q, B> {
    return {
      params: request.params as z.output<P>,
      query: request.query as z.output<Q>,
      body: request.body as z.output<B>,
      version: shapes.ifMatch ? readIfMatch(request.headers["if-match"]) : 0,
    };
  }

  private open(request: FastifyRequest, db: Work): OpenCall {
    return {
      platform: this.platform,
      db,
      at: this.platform.now(),
      address: request.ip,
      userAgent: (request.headers["user-agent"] ?? "").slice(0, 300),
    };
  }

  private transact<T>(work: (db: Work) => Promise<T>): Promise<T> {
    return retryingConflicts(this.platform.db, work);
  }
}

/** Whether the browser holds the answer of this tag; else tells it what to hold it by. */
function isKnown(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header("etag", tag).header("cache-control", "private, no-cache");
  return request.headers["if-none-match"] === tag;
}

function tagApart(answer: unknown, apartFrom: readonly string[]): string {
  return tagOf(
    JSON.stringify(answer, (key, value: unknown) => (apartFrom.includes(key) ? undefined : value)),
  );
}

const tagOf = (content: string): string =>
  `W/"${createHash("sha256").update(content).digest("base64url").slice(0, 27)}"`;

function schemaOf(
  shapes: Shapes<z.ZodType, z.ZodType, z.ZodType, z.ZodType>,
  access: Access,
): Record<string, unknown> {
  const success = shapes.redirects
    ? { 303: z.null().describe("see Location") }
    : shapes.answer === undefined
      ? shapes.media === undefined
        ? { 204: z.null().describe("done") }
        : {}
      : { [shapes.status ?? 200]: shapes.answer };
  return {
    summary: shapes.summary,
    tags: [shapes.url.split("/")[1] ?? ""],
    ...(shapes.params && { params: shapes.params }),
    ...(shapes.query && { querystring: shapes.query }),
    ...(shapes.body && !shapes.upload && { body: shapes.body }),
    ...(shapes.upload && { consumes: ["multipart/form-data"] }),
    ...(shapes.media && { produces: [shapes.media] }),
    ...(access === "public" ? { security: [] } : {}),
    response: { ...success, default: problemSchema },
  };
}

/** Throws `not-found` instead of passing on nothing. */
export function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Problem("not-found");
  return thing;
}
