// Generated from the server's OpenAPI description by packages/web/scripts/generate-api.mjs: change the server, not this.
export interface paths {
    readonly "/api/v1/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who is signed in */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        /** Sign in */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly login: string;
                        readonly password: string;
                        readonly code?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Sign out */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description done */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        /** Choose the language */
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly language: "vi" | "en";
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/v1/sign-in-methods": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Ways to sign in here */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly local: boolean;
                            readonly oidc: {
                                readonly name: string;
                                readonly start: string;
                            } | null;
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Change one's own password; other sessions end */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly current: string;
                        readonly next: string;
                    };
                };
            };
            readonly responses: {
                /** @description done */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session/totp": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Turn one-time codes on, with the first right one */
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly code: string;
                    };
                };
            };
            readonly responses: {
                /** @description done */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Ask for a secret of one-time codes; it counts from its first right code on */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly secret: string;
                            readonly uri: string;
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Turn one-time codes off; not for administrators */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly code: string;
                    };
                };
            };
            readonly responses: {
                /** @description done */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session/all": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Where one is signed in */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                /** Format: date-time */
                                readonly createdAt: string;
                                /** Format: date-time */
                                readonly lastSeenAt: string;
                                readonly address: string;
                                readonly userAgent: string;
                                readonly current: boolean;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session/all/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Sign out elsewhere */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description done */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/oidc/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Sign in at the identity provider */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly return_to?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description see Location */
                readonly 303: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/oidc/callback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Back from the identity provider */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly state?: string;
                    readonly code?: string;
                    readonly error?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description see Location */
                readonly 303: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/home": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What there is to do */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly components["schemas"]["HomeItem"][];
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/unit-kinds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The kinds of unit, from the province down */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly {
                                readonly kind: string;
                                readonly name: string;
                                readonly level: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/units": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Units of a day (today unless `at` says another), with the names and the tree of that day */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly limit?: number;
                    readonly cursor?: string;
                    readonly parent?: string | "none";
                    readonly kind?: string;
                    readonly q?: string;
                    readonly at?: string;
                    readonly all?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly components["schemas"]["Unit"][];
                            readonly next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        /** Create a unit */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly code: string;
                        readonly name: string;
                        readonly shortName?: string;
                        readonly kind: string;
                        readonly parentId: string | null;
                        readonly rankingGroup?: string | null;
                        /** Format: date */
                        readonly validFrom: string;
                        readonly legalBasis?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["UnitPage"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/units/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A unit with its names, predecessors, successors and past results */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["UnitPage"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Correct or move a unit; `validTo: null` opens one again that was closed by mistake */
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly code?: string;
                        readonly name?: string;
                        readonly shortName?: string;
                        readonly kind?: string;
                        readonly parentId?: string | null;
                        /** Format: date */
                        readonly movedOn?: string;
                        readonly rankingGroup?: string | null;
                        /** Format: date */
                        readonly validFrom?: string;
                        readonly validTo?: null;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["UnitPage"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/v1/units/{id}/rename": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Give a unit a new name from a day on; the old names stay */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly name: string;
                        readonly shortName?: string;
                        /** Format: date */
                        readonly on: string;
                        readonly legalBasis: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["UnitPage"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/units/{id}/close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** End a unit; `on` is its last day */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: date */
                        readonly on: string;
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["UnitPage"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/units/merge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Merge units into a new one or one that is there; answers with the successor */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly predecessors: readonly string[];
                        readonly into: {
                            /** Format: uuid */
                            readonly id: string;
                        } | {
                            readonly code: string;
                            readonly name: string;
                            readonly shortName?: string;
                            readonly kind: string;
                            readonly parentId: string | null;
                            readonly rankingGroup?: string | null;
                        };
                        /** Format: date */
                        readonly on: string;
                        readonly legalBasis: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["UnitPage"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/units/import/template": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The workbook to fill in for an import of units */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/units/import": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Try an import of units, or apply it: whole, or not at all while a problem stands */
        readonly post: {
            readonly parameters: {
                readonly query?: {
                    readonly apply?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly applied: boolean;
                            readonly changes: readonly {
                                readonly row: number;
                                /** @enum {string} */
                                readonly action: "create" | "change" | "same";
                                readonly code: string;
                                readonly name: string;
                                readonly before?: {
                                    readonly [key: string]: string | null;
                                };
                                readonly after?: {
                                    readonly [key: string]: string | null;
                                };
                            }[];
                            readonly problems: readonly {
                                readonly sheet: string;
                                readonly cell: string;
                                readonly message: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Accounts: all for administrators, those of the unit and its rooms for a unit's head */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly limit?: number;
                    readonly cursor?: string;
                    readonly q?: string;
                    readonly unit?: string;
                    readonly role?: "administrator" | "coordinator" | "appraiser" | "approver" | "unit-officer" | "unit-head" | "observer";
                    readonly disabled?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly components["schemas"]["Account"][];
                            readonly next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        /** Create an account; the temporary password is told this once */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly login: string;
                        readonly displayName: string;
                        readonly email?: string | null;
                        readonly grants: readonly {
                            /** @enum {string} */
                            readonly role: "administrator" | "coordinator" | "appraiser" | "approver" | "unit-officer" | "unit-head" | "observer";
                            /** Format: uuid */
                            readonly unitId: string;
                        }[];
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly account: components["schemas"]["Account"];
                            readonly temporaryPassword: string;
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/accounts/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** An account */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Change an account; `grants` are all its roles from then on */
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly displayName?: string;
                        readonly email?: string | null;
                        readonly disabled?: boolean;
                        readonly grants?: readonly {
                            /** @enum {string} */
                            readonly role: "administrator" | "coordinator" | "appraiser" | "approver" | "unit-officer" | "unit-head" | "observer";
                            /** Format: uuid */
                            readonly unitId: string;
                        }[];
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/v1/accounts/{id}/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Give a temporary password, told this once; all sessions end */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly temporaryPassword: string;
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/accounts/{id}/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** End all sessions of an account */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description done */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/accounts/{id}/totp": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Turn off the one-time codes of somebody who lost the device; all sessions end */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description done */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/accounts/import/template": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The workbook to fill in for an import of accounts */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/accounts/import": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Try an import of accounts, or apply it; temporary passwords are told this once */
        readonly post: {
            readonly parameters: {
                readonly query?: {
                    readonly apply?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly applied: boolean;
                            readonly changes: readonly {
                                readonly row: number;
                                /** @enum {string} */
                                readonly action: "create" | "change" | "same";
                                readonly code: string;
                                readonly name: string;
                                readonly before?: {
                                    readonly [key: string]: string | null;
                                };
                                readonly after?: {
                                    readonly [key: string]: string | null;
                                };
                            }[];
                            readonly problems: readonly {
                                readonly sheet: string;
                                readonly cell: string;
                                readonly message: string;
                            }[];
                            readonly passwords: readonly {
                                readonly login: string;
                                readonly displayName: string;
                                readonly temporaryPassword: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Indicator sets */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly components["schemas"]["SetHead"][];
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        /** Keep a set's text as a draft */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly source: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["IndicatorSet"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sets/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Read and check a set's text without keeping it */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly source: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly id: string;
                            readonly version: number;
                            readonly title: string;
                            readonly findings: readonly components["schemas"]["SetFinding"][];
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sets/{id}/versions/{version}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A set with what its checks found */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                    readonly version: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["IndicatorSet"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Replace a draft's text */
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                    readonly version: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly source: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["IndicatorSet"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly post?: never;
        /** Throw a draft away */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                    readonly version: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description done */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sets/{id}/versions/{version}/source": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The set's own text, as YAML */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                    readonly version: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/yaml": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sets/{id}/versions/{version}/publish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Freeze a draft */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                    readonly version: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["IndicatorSet"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/campaigns": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Campaigns, newest first */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly {
                                /** Format: uuid */
                                readonly id: string;
                                readonly name: string;
                                readonly year: number;
                                readonly setId: string;
                                readonly setVersion: number;
                                readonly setTitle: string;
                                /** @enum {string} */
                                readonly status: "preparing" | "open" | "closed";
                                readonly version: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        /** Plan a campaign */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly name: string;
                        readonly year: number;
                        readonly setId: string;
                        readonly setVersion: number;
                        readonly stages: readonly {
                            /** @enum {string} */
                            readonly stage: "declare" | "appraise" | "explain" | "approve";
                            readonly opensAt: string | null;
                            /** Format: date-time */
                            readonly dueAt: string;
                        }[];
                        readonly groups: readonly {
                            readonly code: string;
                            readonly name: string;
                        }[];
                        readonly units: readonly {
                            /** Format: uuid */
                            readonly unitId: string;
                            readonly group: string | null;
                        }[];
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Campaign"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/campaigns/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A campaign */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Campaign"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Change a campaign */
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly name?: string;
                        readonly year?: number;
                        readonly setId?: string;
                        readonly setVersion?: number;
                        readonly stages?: readonly {
                            /** @enum {string} */
                            readonly stage: "declare" | "appraise" | "explain" | "approve";
                            readonly opensAt: string | null;
                            /** Format: date-time */
                            readonly dueAt: string;
                        }[];
                        readonly groups?: readonly {
                            readonly code: string;
                            readonly name: string;
                        }[];
                        readonly units?: readonly {
                            /** Format: uuid */
                            readonly unitId: string;
                            readonly group: string | null;
                        }[];
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Campaign"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/v1/campaigns/{id}/open": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Open a campaign: every unit gets its assessment */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Campaign"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/campaigns/{id}/progress": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far every unit is */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly components["schemas"]["Progress"][];
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/campaigns/{id}/extensions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Extensions given, newest first */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly components["schemas"]["Extension"][];
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        /** Give one unit another deadline */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly unitId: string;
                        /** @enum {string} */
                        readonly stage: "declare" | "appraise" | "explain" | "approve";
                        /** Format: date-time */
                        readonly dueAt: string;
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly components["schemas"]["Extension"][];
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The assessments one works on or sees, nearest deadline first */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly campaign?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly components["schemas"]["AssessmentHead"][];
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** An assessment, whole */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Assessment"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments/{id}/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What stands between the assessment and its submission */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["CheckList"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments/{id}/compile": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** The Office passes the assessment to the head */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description done */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments/{id}/submit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** The head submits and seals */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly seal: {
                                readonly hash: string;
                                readonly total: string;
                                readonly max: string;
                                readonly by: {
                                    /** Format: uuid */
                                    readonly id: string;
                                    readonly displayName: string;
                                } | null;
                                /** Format: date-time */
                                readonly at: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments/{id}/return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Return for correction, with a reason */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly reason: string;
                        /** @default null */
                        readonly dueAt?: string | null;
                    };
                };
            };
            readonly responses: {
                /** @description done */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments/{id}/answers/{code}/{input}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Save one field */
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                    readonly code: string;
                    readonly input: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly value: components["schemas"]["AnswerValueInput"];
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Answer"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments/{id}/not-applicable/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Mark an indicator as not applicable, or take the mark away */
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                    readonly code: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly reason: string | null;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["NotApplicable"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments/{id}/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every value that a field had, newest first */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    readonly code: string;
                    readonly input?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly components["schemas"]["Answer"][];
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments/{id}/assignments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Assign indicators to rooms and officers */
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly code: string;
                            readonly unitId: string | null;
                            readonly accountId: string | null;
                        }[];
                    };
                };
            };
            readonly responses: {
                /** @description done */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments/{id}/parts/{unitId}/hand-over": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** A room's part is done */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                    readonly unitId: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description done */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments/{id}/parts/{unitId}/return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Return a room's part */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                    readonly unitId: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description done */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments/{id}/comments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Comments, oldest first */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly code?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly components["schemas"]["Comment"][];
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        /** Comment on an indicator */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly code: string;
                        readonly body: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Comment"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments/{id}/evidence": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Add evidence to an indicator; with split, a text that names several documents becomes several */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly code: string;
                        readonly item: components["schemas"]["GivenEvidenceInput"];
                        /** @default false */
                        readonly split?: boolean;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Evidence"] & {
                            readonly others: readonly components["schemas"]["Evidence"][];
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments/{id}/evidence/{evidenceId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Change a piece of evidence */
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                    readonly evidenceId: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly item: components["schemas"]["GivenEvidenceInput"];
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Evidence"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly post?: never;
        /** Remove a piece of evidence; its history and its file stay */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                    readonly evidenceId: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description done */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments/{id}/files": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The unit's files of all years, and where they are used; the newest first */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly components["schemas"]["LibraryFile"][];
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        /** Bring a file into the unit's library */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["StoredFile"];
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assessments/{id}/files/{hash}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The bytes of a file; in part when Range asks for it */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly download?: "1";
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                    readonly hash: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/octet-stream": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The audit log, newest first; a day as `to` counts whole */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly limit?: number;
                    readonly cursor?: string;
                    readonly account?: string;
                    readonly action?: string;
                    readonly subject?: string;
                    readonly unit?: string;
                    readonly from?: unknown;
                    readonly to?: unknown;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly items: readonly components["schemas"]["AuditEntry"][];
                            readonly next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                readonly default: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly AnswerValueInput: string | number | boolean | readonly (number | {
            readonly [key: string]: unknown;
        })[] | null;
        readonly GivenEvidenceInput: {
            /** @constant */
            readonly kind: "document";
            readonly text: string;
            readonly number?: string | null;
            readonly symbol?: string | null;
            readonly date?: string | null;
            readonly issuer?: string | null;
            readonly title?: string | null;
            readonly page?: string | null;
            readonly section?: string | null;
        } | {
            /** @constant */
            readonly kind: "link";
            readonly url: string;
            readonly title?: string | null;
            readonly page?: string | null;
            readonly section?: string | null;
        } | {
            /** @constant */
            readonly kind: "file";
            readonly hash: string;
            readonly name?: string;
            readonly page?: string | null;
            readonly section?: string | null;
        };
        readonly Problem: {
            readonly type: string;
            /** @enum {string} */
            readonly code: "request-invalid" | "not-signed-in" | "sign-in-failed" | "totp-required" | "totp-wrong" | "forbidden" | "account-unknown" | "csrf-refused" | "account-disabled" | "password-change-due" | "totp-setup-due" | "sign-in-expired" | "not-found" | "deadline-passed" | "not-yet-open" | "assessment-sealed" | "state-refused" | "checks-block" | "parts-open" | "already-exists" | "set-frozen" | "set-in-use" | "last-administrator" | "changed-meanwhile" | "upload-too-large" | "upload-refused" | "value-unreadable" | "content-refused" | "set-has-errors" | "password-wrong" | "password-too-weak" | "account-locked" | "version-required" | "too-many-requests" | "internal-error" | "sign-in-provider-failed" | "not-ready";
            readonly title: string;
            readonly status: number;
            readonly detail?: string;
            readonly instance: string;
        } & {
            readonly [key: string]: unknown;
        };
        readonly Account: {
            /** Format: uuid */
            readonly id: string;
            readonly login: string;
            readonly displayName: string;
            readonly email: string | null;
            /** @enum {string} */
            readonly language: "vi" | "en";
            readonly disabled: boolean;
            readonly disabledReason: string | null;
            readonly totpEnabled: boolean;
            readonly mustChangePassword: boolean;
            readonly vouched: boolean;
            readonly lockedUntil: string | null;
            readonly lastSignInAt: string | null;
            readonly grants: readonly {
                /** @enum {string} */
                readonly role: "administrator" | "coordinator" | "appraiser" | "approver" | "unit-officer" | "unit-head" | "observer";
                readonly unit: {
                    /** Format: uuid */
                    readonly id: string;
                    readonly code: string;
                    readonly name: string;
                    readonly kind: string;
                };
            }[];
            readonly version: number;
            readonly may: {
                readonly change: boolean;
                readonly disable: boolean;
            };
        };
        readonly AnswerValue: string | number | boolean | readonly (number | {
            readonly [key: string]: unknown;
        })[] | null;
        readonly Answer: {
            readonly code: string;
            readonly input: string;
            readonly value: components["schemas"]["AnswerValue"];
            readonly version: number;
            readonly by: {
                /** Format: uuid */
                readonly id: string;
                readonly displayName: string;
            } | null;
            /** Format: date-time */
            readonly at: string;
        };
        readonly NotApplicable: {
            readonly code: string;
            readonly reason: string | null;
            readonly version: number;
            readonly by: {
                /** Format: uuid */
                readonly id: string;
                readonly displayName: string;
            } | null;
            /** Format: date-time */
            readonly at: string;
        };
        readonly Evidence: {
            /** @constant */
            readonly kind: "document";
            readonly text: string;
            readonly number: string | null;
            readonly symbol: string | null;
            /** @description YYYY-MM-DD, YYYY-MM or YYYY */
            readonly date: string | null;
            readonly issuer: string | null;
            readonly title: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly code: string;
            readonly version: number;
            readonly by: {
                /** Format: uuid */
                readonly id: string;
                readonly displayName: string;
            } | null;
            /** Format: date-time */
            readonly at: string;
            readonly page: string | null;
            readonly section: string | null;
        } | {
            /** @constant */
            readonly kind: "link";
            readonly url: string;
            readonly title: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly code: string;
            readonly version: number;
            readonly by: {
                /** Format: uuid */
                readonly id: string;
                readonly displayName: string;
            } | null;
            /** Format: date-time */
            readonly at: string;
            readonly page: string | null;
            readonly section: string | null;
        } | {
            /** @constant */
            readonly kind: "file";
            readonly hash: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            /** Format: uuid */
            readonly id: string;
            readonly code: string;
            readonly version: number;
            readonly by: {
                /** Format: uuid */
                readonly id: string;
                readonly displayName: string;
            } | null;
            /** Format: date-time */
            readonly at: string;
            readonly page: string | null;
            readonly section: string | null;
        };
        readonly StoredFile: {
            readonly hash: string;
            readonly name: string;
            readonly size: number;
            readonly mediaType: string;
        };
        readonly LibraryFile: {
            readonly hash: string;
            readonly name: string;
            readonly size: number;
            readonly mediaType: string;
            /** Format: date-time */
            readonly at: string;
            readonly usedIn: readonly {
                readonly year: number;
                readonly code: string;
            }[];
        };
        readonly AssessmentHead: {
            /** Format: uuid */
            readonly id: string;
            readonly campaign: {
                /** Format: uuid */
                readonly id: string;
                readonly name: string;
                readonly year: number;
            };
            readonly unit: {
                /** Format: uuid */
                readonly id: string;
                readonly name: string;
            };
            /** @enum {string} */
            readonly state: "declaring" | "compiled" | "submitted" | "appraising" | "explaining" | "appraised" | "approved" | "published";
            readonly answered: number;
            readonly total: number;
            readonly score: string;
            readonly max: string;
            /** Format: date-time */
            readonly dueAt: string;
            readonly submittedAt: string | null;
        };
        readonly Assessment: {
            /** Format: uuid */
            readonly id: string;
            readonly version: number;
            /** @enum {string} */
            readonly state: "declaring" | "compiled" | "submitted" | "appraising" | "explaining" | "appraised" | "approved" | "published";
            readonly campaign: {
                /** Format: uuid */
                readonly id: string;
                readonly name: string;
                readonly year: number;
            };
            readonly unit: {
                /** Format: uuid */
                readonly id: string;
                readonly code: string;
                readonly name: string;
                readonly kind: string;
            };
            readonly group: {
                readonly code: string;
                readonly name: string;
            } | null;
            readonly set: {
                readonly id: string;
                readonly version: number;
                readonly hash: string;
                readonly title: string;
            };
            /** Format: date-time */
            readonly dueAt: string;
            readonly opensAt: string | null;
            readonly extended: boolean;
            /** Format: date-time */
            readonly serverTime: string;
            readonly answers: readonly components["schemas"]["Answer"][];
            readonly notApplicable: readonly components["schemas"]["NotApplicable"][];
            readonly evidence: readonly components["schemas"]["Evidence"][];
            readonly assignments: readonly {
                readonly code: string;
                readonly unit: {
                    /** Format: uuid */
                    readonly id: string;
                    readonly name: string;
                } | null;
                readonly account: {
                    /** Format: uuid */
                    readonly id: string;
                    readonly displayName: string;
                } | null;
            }[];
            readonly parts: readonly {
                readonly unit: {
                    /** Format: uuid */
                    readonly id: string;
                    readonly name: string;
                };
                /** @enum {string} */
                readonly state: "declaring" | "handed-over";
                readonly codes: readonly string[];
                readonly by: {
                    /** Format: uuid */
                    readonly id: string;
                    readonly displayName: string;
                } | null;
                readonly at: string | null;
                readonly reason: string | null;
            }[];
            readonly rooms: readonly {
                /** Format: uuid */
                readonly id: string;
                readonly name: string;
                readonly officers: readonly {
                    /** Format: uuid */
                    readonly id: string;
                    readonly displayName: string;
                }[];
            }[];
            readonly comments: {
                readonly [key: string]: number;
            };
            readonly previous: {
                readonly year: number;
                readonly scores: {
                    readonly [key: string]: string;
                };
                readonly answers: {
                    readonly [key: string]: {
                        readonly [key: string]: unknown;
                    };
                };
            } | null;
            readonly medians: {
                readonly year: number;
                readonly scores: {
                    readonly [key: string]: string;
                };
            } | null;
            readonly seal: {
                readonly hash: string;
                readonly total: string;
                readonly max: string;
                readonly by: {
                    /** Format: uuid */
                    readonly id: string;
                    readonly displayName: string;
                } | null;
                /** Format: date-time */
                readonly at: string;
            } | null;
            readonly returned: {
                readonly reason: string;
                readonly by: {
                    /** Format: uuid */
                    readonly id: string;
                    readonly displayName: string;
                } | null;
                /** Format: date-time */
                readonly at: string;
            } | null;
            readonly may: {
                readonly declare: boolean;
                readonly codes: readonly string[] | null;
                readonly assign: boolean;
                readonly compile: boolean;
                readonly submit: boolean;
                readonly return: boolean;
                readonly handOver: readonly string[];
            };
        };
        readonly CheckList: {
            readonly findings: readonly {
                readonly code: string;
                /** @enum {string} */
                readonly severity: "warning" | "block";
                readonly message: {
                    readonly vi: string;
                    readonly en: string;
                };
                readonly blocks: boolean;
            }[];
            readonly missing: readonly string[];
            readonly withoutEvidence: readonly string[];
            readonly openParts: readonly {
                /** Format: uuid */
                readonly id: string;
                readonly name: string;
            }[];
            readonly total: string;
            readonly max: string;
        };
        readonly AuditEntry: {
            readonly id: string;
            /** Format: date-time */
            readonly at: string;
            readonly account: {
                /** Format: uuid */
                readonly id: string;
                readonly displayName: string;
            } | null;
            readonly address: string;
            readonly action: string;
            readonly subject: {
                readonly type: string;
                readonly id: string;
                readonly name: string | null;
            };
            readonly unit: {
                /** Format: uuid */
                readonly id: string;
                readonly name: string;
            } | null;
            readonly before: unknown;
            readonly after: unknown;
        };
        readonly Campaign: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly year: number;
            readonly setId: string;
            readonly setVersion: number;
            readonly setTitle: string;
            /** @enum {string} */
            readonly status: "preparing" | "open" | "closed";
            readonly version: number;
            readonly stages: readonly {
                /** @enum {string} */
                readonly stage: "declare" | "appraise" | "explain" | "approve";
                readonly opensAt: string | null;
                /** Format: date-time */
                readonly dueAt: string;
            }[];
            readonly groups: readonly {
                readonly code: string;
                readonly name: string;
            }[];
            readonly units: readonly {
                /** Format: uuid */
                readonly unitId: string;
                readonly name: string;
                readonly group: string | null;
            }[];
        };
        readonly Extension: {
            /** Format: uuid */
            readonly id: string;
            readonly unit: {
                /** Format: uuid */
                readonly id: string;
                readonly name: string;
            };
            /** @enum {string} */
            readonly stage: "declare" | "appraise" | "explain" | "approve";
            /** Format: date-time */
            readonly dueAt: string;
            readonly reason: string;
            readonly by: {
                /** Format: uuid */
                readonly id: string;
                readonly displayName: string;
            };
            /** Format: date-time */
            readonly at: string;
        };
        readonly Progress: {
            /** Format: uuid */
            readonly assessmentId: string;
            readonly unit: {
                /** Format: uuid */
                readonly id: string;
                readonly code: string;
                readonly name: string;
            };
            readonly group: string | null;
            /** @enum {string} */
            readonly state: "declaring" | "compiled" | "submitted" | "appraising" | "explaining" | "appraised" | "approved" | "published";
            readonly answered: number;
            readonly total: number;
            readonly score: string;
            readonly max: string;
            readonly submittedAt: string | null;
            /** Format: date-time */
            readonly dueAt: string;
            readonly extended: boolean;
        };
        readonly Comment: {
            /** Format: uuid */
            readonly id: string;
            readonly code: string;
            readonly body: string;
            readonly by: {
                /** Format: uuid */
                readonly id: string;
                readonly displayName: string;
            } | null;
            /** Format: date-time */
            readonly at: string;
        };
        readonly HomeItem: {
            /** Format: uuid */
            readonly assessmentId: string;
            readonly campaign: {
                /** Format: uuid */
                readonly id: string;
                readonly name: string;
                readonly year: number;
            };
            readonly unit: {
                /** Format: uuid */
                readonly id: string;
                readonly name: string;
            };
            /** @enum {string} */
            readonly state: "declaring" | "compiled" | "submitted" | "appraising" | "explaining" | "appraised" | "approved" | "published";
            /** Format: date-time */
            readonly dueAt: string;
            readonly mine: {
                readonly assigned: number;
                readonly answered: number;
            } | null;
            readonly answered: number;
            readonly total: number;
            readonly score: string;
            readonly max: string;
            /** @enum {string} */
            readonly role: "administrator" | "coordinator" | "appraiser" | "approver" | "unit-officer" | "unit-head" | "observer";
        };
        readonly Session: {
            readonly account: {
                /** Format: uuid */
                readonly id: string;
                readonly login: string;
                readonly displayName: string;
                /** @enum {string} */
                readonly language: "vi" | "en";
                readonly totpEnabled: boolean;
                readonly mustChangePassword: boolean;
            };
            readonly grants: readonly {
                /** @enum {string} */
                readonly role: "administrator" | "coordinator" | "appraiser" | "approver" | "unit-officer" | "unit-head" | "observer";
                readonly unit: {
                    /** Format: uuid */
                    readonly id: string;
                    readonly code: string;
                    readonly name: string;
                    readonly kind: string;
                };
            }[];
            readonly csrfToken: string;
            readonly idleMinutes: number;
            readonly totpDue: boolean;
        };
        readonly SetFinding: {
            /** @enum {string} */
            readonly severity: "error" | "warning";
            readonly code: string;
            readonly at: string;
            readonly message: {
                readonly vi: string;
                readonly en: string;
            };
            readonly expected: string | null;
            readonly found: string | null;
            readonly line: number | null;
        };
        readonly SetHead: {
            readonly id: string;
            readonly version: number;
            readonly title: string;
            /** @enum {string} */
            readonly status: "draft" | "published";
            readonly hash: string;
            readonly max: string;
            readonly indicatorCount: number;
            readonly findings: {
                readonly errors: number;
                readonly warnings: number;
            };
            readonly publishedAt: string | null;
            readonly lockVersion: number;
        };
        readonly IndicatorSet: {
            readonly id: string;
            readonly version: number;
            readonly title: string;
            /** @enum {string} */
            readonly status: "draft" | "published";
            readonly hash: string;
            readonly max: string;
            readonly indicatorCount: number;
            readonly findings: readonly components["schemas"]["SetFinding"][];
            readonly publishedAt: string | null;
            readonly lockVersion: number;
        };
        readonly Unit: {
            /** Format: uuid */
            readonly id: string;
            readonly code: string;
            readonly kind: string;
            readonly kindName: string;
            readonly parentId: string | null;
            readonly name: string;
            readonly shortName: string;
            readonly rankingGroup: string | null;
            /** Format: date */
            readonly validFrom: string;
            readonly validTo: string | null;
            readonly version: number;
            readonly childCount: number;
        };
        readonly UnitPage: {
            /** Format: uuid */
            readonly id: string;
            readonly code: string;
            readonly kind: string;
            readonly kindName: string;
            readonly parentId: string | null;
            readonly name: string;
            readonly shortName: string;
            readonly rankingGroup: string | null;
            /** Format: date */
            readonly validFrom: string;
            readonly validTo: string | null;
            readonly version: number;
            readonly childCount: number;
            readonly closedReason: string | null;
            readonly names: readonly {
                readonly name: string;
                readonly shortName: string;
                /** Format: date */
                readonly from: string;
                readonly to: string | null;
                readonly legalBasis: string;
            }[];
            readonly predecessors: readonly {
                /** Format: uuid */
                readonly id: string;
                readonly code: string;
                readonly name: string;
                /** @enum {string} */
                readonly kind: "merged" | "split" | "replaced";
                /** Format: date */
                readonly on: string;
                readonly legalBasis: string;
            }[];
            readonly successors: readonly {
                /** Format: uuid */
                readonly id: string;
                readonly code: string;
                readonly name: string;
                /** @enum {string} */
                readonly kind: "merged" | "split" | "replaced";
                /** Format: date */
                readonly on: string;
                readonly legalBasis: string;
            }[];
            readonly results: readonly {
                /** Format: uuid */
                readonly campaignId: string;
                readonly campaignName: string;
                readonly year: number;
                readonly total: string;
                readonly max: string;
                readonly rank: number | null;
                readonly unit: {
                    /** Format: uuid */
                    readonly id: string;
                    readonly name: string;
                };
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
