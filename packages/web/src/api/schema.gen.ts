// Generated from the server's OpenAPI description by packages/web/scripts/generate-api.mjs: change the server, not this.
export interface paths {
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Sign in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        login: string;
                        password: string;
                        code?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Sign out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Choose the language */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        language: "vi" | "en";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/sign-in-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ways to sign in here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            local: boolean;
                            oidc: {
                                name: string;
                                start: string;
                            } | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one's own password; other sessions end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        next: string;
                    };
                };
            };
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Turn one-time codes on, with the first right one */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Ask for a secret of one-time codes; it counts from its first right code on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            secret: string;
                            uri: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Turn one-time codes off; not for administrators */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                lastSeenAt: string;
                                address: string;
                                userAgent: string;
                                current: boolean;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/all/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out elsewhere */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign in at the identity provider */
        get: {
            parameters: {
                query?: {
                    return_to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description see Location */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Back from the identity provider */
        get: {
            parameters: {
                query?: {
                    state?: string;
                    code?: string;
                    error?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description see Location */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is to do */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["HomeItem"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unit-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of unit, from the province down */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                kind: string;
                                name: string;
                                level: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units of a day (today unless `at` says another), with the names and the tree of that day */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    parent?: string | "none";
                    kind?: string;
                    q?: string;
                    at?: string;
                    all?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Unit"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Create a unit */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        name: string;
                        shortName?: string;
                        kind: string;
                        parentId: string | null;
                        rankingGroup?: string | null;
                        /** Format: date */
                        validFrom: string;
                        legalBasis?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnitPage"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A unit with its names, predecessors, successors and past results */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnitPage"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct or move a unit; `validTo: null` opens one again that was closed by mistake */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code?: string;
                        name?: string;
                        shortName?: string;
                        kind?: string;
                        parentId?: string | null;
                        /** Format: date */
                        movedOn?: string;
                        rankingGroup?: string | null;
                        /** Format: date */
                        validFrom?: string;
                        validTo?: null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnitPage"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/units/{id}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a unit a new name from a day on; the old names stay */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        shortName?: string;
                        /** Format: date */
                        on: string;
                        legalBasis: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnitPage"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a unit; `on` is its last day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        on: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnitPage"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge units into a new one or one that is there; answers with the successor */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        predecessors: string[];
                        into: {
                            /** Format: uuid */
                            id: string;
                        } | {
                            code: string;
                            name: string;
                            shortName?: string;
                            kind: string;
                            parentId: string | null;
                            rankingGroup?: string | null;
                        };
                        /** Format: date */
                        on: string;
                        legalBasis: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnitPage"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/import/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workbook to fill in for an import of units */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try an import of units, or apply it: whole, or not at all while a problem stands */
        post: {
            parameters: {
                query?: {
                    apply?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: Blob;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            applied: boolean;
                            changes: {
                                row: number;
                                /** @enum {string} */
                                action: "create" | "change" | "same";
                                code: string;
                                name: string;
                                before?: {
                                    [key: string]: string | null;
                                };
                                after?: {
                                    [key: string]: string | null;
                                };
                            }[];
                            problems: {
                                sheet: string;
                                cell: string;
                                message: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts: all for administrators, those of the unit and its rooms for a unit's head */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    q?: string;
                    unit?: string;
                    role?: "administrator" | "coordinator" | "appraiser" | "approver" | "unit-officer" | "unit-head" | "observer";
                    disabled?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Account"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Create an account; the temporary password is told this once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        login: string;
                        displayName: string;
                        email?: string | null;
                        grants: {
                            /** @enum {string} */
                            role: "administrator" | "coordinator" | "appraiser" | "approver" | "unit-officer" | "unit-head" | "observer";
                            /** Format: uuid */
                            unitId: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: components["schemas"]["Account"];
                            temporaryPassword: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an account; `grants` are all its roles from then on */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        displayName?: string;
                        email?: string | null;
                        disabled?: boolean;
                        grants?: {
                            /** @enum {string} */
                            role: "administrator" | "coordinator" | "appraiser" | "approver" | "unit-officer" | "unit-head" | "observer";
                            /** Format: uuid */
                            unitId: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/accounts/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a temporary password, told this once; all sessions end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            temporaryPassword: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End all sessions of an account */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Turn off the one-time codes of somebody who lost the device; all sessions end */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/import/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workbook to fill in for an import of accounts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try an import of accounts, or apply it; temporary passwords are told this once */
        post: {
            parameters: {
                query?: {
                    apply?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: Blob;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            applied: boolean;
                            changes: {
                                row: number;
                                /** @enum {string} */
                                action: "create" | "change" | "same";
                                code: string;
                                name: string;
                                before?: {
                                    [key: string]: string | null;
                                };
                                after?: {
                                    [key: string]: string | null;
                                };
                            }[];
                            problems: {
                                sheet: string;
                                cell: string;
                                message: string;
                            }[];
                            passwords: {
                                login: string;
                                displayName: string;
                                temporaryPassword: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Indicator sets */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["SetHead"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Keep a set's text as a draft */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        source: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IndicatorSet"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sets/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read and check a set's text without keeping it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        source: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                            title: string;
                            findings: components["schemas"]["SetFinding"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sets/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A set with what its checks found */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IndicatorSet"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Replace a draft's text */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        source: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IndicatorSet"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Throw a draft away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sets/{id}/versions/{version}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The set's own text, as YAML */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/yaml": string;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sets/{id}/versions/{version}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The set as data, for programs that score with it: what its text says, read and checked */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sets/{id}/versions/{version}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The set as a workbook, to be read and edited in Excel and imported again without loss */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sets/{id}/versions/{version}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Freeze a draft */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IndicatorSet"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/set-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents that were read into sets */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["SetImportHead"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Read a decision (.docx, .xlsx, .csv, .html, .txt) into draft sets, and keep the reading */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: Blob;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SetImport"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/set-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A reading with what was decided on it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SetImport"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Throw a reading away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/set-imports/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was read: sets, rows with the decision's text, questions, findings */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/set-imports/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Decide on indicators of one set: right as read, or this instead; null takes it back */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        set: number;
                        head?: {
                            id: string;
                            version: number;
                            title: string;
                            legal_basis: {
                                number?: string;
                                /** Format: date */
                                date?: string;
                                issuer: string;
                                title: string;
                                /** Format: uri */
                                link?: string;
                            }[];
                            years: {
                                from: number;
                                to?: number;
                            };
                            /** @description Kinds of unit */
                            applies_to: string[];
                            rounding?: {
                                ratio: "exact" | {
                                    digits: number;
                                    /** @enum {string} */
                                    mode: "half-even" | "half-up";
                                };
                                score: {
                                    digits: number;
                                    /** @enum {string} */
                                    mode: "half-even" | "half-up";
                                };
                                /**
                                 * @description Whether sums add rounded or exact scores
                                 * @enum {string}
                                 */
                                sum: "rounded" | "exact";
                                note?: string;
                            };
                        } | null;
                        indicators?: {
                            [key: string]: components["schemas"]["ImportDecisionInput"] | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SetImport"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/set-imports/{id}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep one set of the document as a draft */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        set: number;
                        source: {
                            [key: string]: unknown;
                        };
                        cases: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sets/{id}/versions/{version}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plans made on a set */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["PlanHead"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Keep a plan's text (YAML) beside its set */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        source: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Plan"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plans that concern the account, with the report that is due */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ConcernedPlan"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan with its lines */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Plan"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Throw a plan away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plan's own text, as YAML */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/yaml": string;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which unit of the register each organisation of a plan is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanOrganisations"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say of some organisations which unit each is; null: none */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        items: {
                            key: string;
                            unitId: string | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanOrganisations"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the assignments of a plan stand on a quarter; without one, on the one that is due */
        get: {
            parameters: {
                query?: {
                    year?: number;
                    quarter?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanProgress"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/progress/{organisation}/{year}/{quarter}/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Save what is reported of one assignment */
        put: {
            parameters: {
                query?: {
                    input?: string;
                };
                header?: never;
                path: {
                    id: string;
                    organisation: string;
                    year: number;
                    quarter: number;
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        finished: boolean;
                        done: string;
                        difficulties: string;
                        proposal: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            entry: components["schemas"]["ProgressEntry"];
                            report: {
                                /** @enum {string} */
                                state: "open" | "sent";
                                version: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/progress/{organisation}/{year}/{quarter}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the report of a quarter */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    organisation: string;
                    year: number;
                    quarter: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/progress/{organisation}/{year}/{quarter}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the report of a quarter back to its unit */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    organisation: string;
                    year: number;
                    quarter: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                year: number;
                                setId: string;
                                setVersion: number;
                                setTitle: string;
                                /** @enum {string} */
                                status: "preparing" | "open" | "closed";
                                version: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Plan a campaign */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        year: number;
                        setId: string;
                        setVersion: number;
                        stages: {
                            /** @enum {string} */
                            stage: "declare" | "appraise" | "explain" | "approve";
                            opensAt: string | null;
                            /** Format: date-time */
                            dueAt: string;
                        }[];
                        groups: {
                            code: string;
                            name: string;
                        }[];
                        units: {
                            /** Format: uuid */
                            unitId: string;
                            group: string | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Campaign"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A campaign */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Campaign"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a campaign */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        year?: number;
                        setId?: string;
                        setVersion?: number;
                        stages?: {
                            /** @enum {string} */
                            stage: "declare" | "appraise" | "explain" | "approve";
                            opensAt: string | null;
                            /** Format: date-time */
                            dueAt: string;
                        }[];
                        groups?: {
                            code: string;
                            name: string;
                        }[];
                        units?: {
                            /** Format: uuid */
                            unitId: string;
                            group: string | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Campaign"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/campaigns/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a campaign: every unit gets its assessment */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Campaign"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far every unit is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Progress"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Extensions given, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Extension"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Give one unit another deadline */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        unitId: string;
                        /** @enum {string} */
                        stage: "declare" | "appraise" | "explain" | "approve";
                        /** Format: date-time */
                        dueAt: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Extension"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The assessments one works on or sees, nearest deadline first */
        get: {
            parameters: {
                query?: {
                    campaign?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["AssessmentHead"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An assessment, whole */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Assessment"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands between the assessment and its submission */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CheckList"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/compile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The Office passes the assessment to the head */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        revision: string;
                    };
                };
            };
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The head submits and seals */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        revision: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            seal: {
                                hash: string;
                                total: string;
                                max: string;
                                by: {
                                    /** Format: uuid */
                                    id: string;
                                    displayName: string;
                                } | null;
                                /** Format: date-time */
                                at: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Return for correction, with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        /** @default null */
                        dueAt?: string | null;
                    };
                };
            };
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/answers/{code}/{input}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Save one field */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    code: string;
                    input: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        value: components["schemas"]["AnswerValueInput"];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Answer"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/not-applicable/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark an indicator as not applicable, or take the mark away */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NotApplicable"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every value that a field had, newest first */
        get: {
            parameters: {
                query: {
                    limit?: number;
                    cursor?: string;
                    code: string;
                    input?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Answer"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Assign indicators to rooms and officers */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        items: {
                            code: string;
                            unitId: string | null;
                            accountId: string | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/parts/{unitId}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A room's part is done */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    unitId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/parts/{unitId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Return a room's part */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    unitId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Comments, oldest first */
        get: {
            parameters: {
                query?: {
                    code?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Comment"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Comment on an indicator */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        body: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Comment"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add evidence to an indicator; with split, a text that names several documents becomes several */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        item: components["schemas"]["GivenEvidenceInput"];
                        /** @default false */
                        split?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Evidence"] & {
                            others: components["schemas"]["Evidence"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/evidence/{evidenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a piece of evidence */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    evidenceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        item: components["schemas"]["GivenEvidenceInput"];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Evidence"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a piece of evidence; its history and its file stay */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    evidenceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The unit's files of all years, and where they are used; the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["LibraryFile"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Bring a file into the unit's library */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: Blob;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StoredFile"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/files/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a file; in part when Range asks for it */
        get: {
            parameters: {
                query?: {
                    download?: "1";
                };
                header?: never;
                path: {
                    id: string;
                    hash: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The assessment as a workbook (.xlsx) to fill in offline */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Read a workbook that was filled in, and tell what it would change; nothing is taken yet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: Blob;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkbookReading"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/workbook/{reading}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a workbook that was sent would change now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    reading: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkbookReading"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/workbook/{reading}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take chosen rows of a workbook, all or none, each on the version that was seen */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    reading: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        rows: {
                            row: number;
                            version: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            taken: number;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every unit's declared data of a campaign as a workbook (.xlsx) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Read a campaign's workbook that was filled in, and tell what it would change */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: Blob;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CampaignWorkbookReading"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/workbook/{reading}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a campaign's workbook that was sent would change now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    reading: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CampaignWorkbookReading"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/workbook/{reading}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take chosen rows of units that one declares for, all or none */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    reading: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        rows: {
                            row: number;
                            version: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            taken: number;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/appraisal-workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one appraises in a campaign as a workbook (.xlsx) to judge in offline */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Read an appraiser's workbook, and tell what it would change; nothing is judged yet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: Blob;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppraisalWorkbookReading"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/appraisal-workbook/{reading}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an appraiser's workbook that was sent would change now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    reading: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppraisalWorkbookReading"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/appraisal-workbook/{reading}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take chosen judgements, all or none, each on the judgement that was seen */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    reading: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        rows: {
                            row: number;
                            version: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            taken: number;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/appraisers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who appraises what, and how far each is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Appraisers"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say anew who appraises what */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            accountId: string;
                            code: string | null;
                            unitId: string | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Appraisers"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is to appraise, by unit or by indicator */
        get: {
            parameters: {
                query?: {
                    by?: "unit" | "indicator";
                    code?: string;
                    unit?: string;
                    group?: string;
                    filter?: "unjudged" | "disagreeing" | "failed-checks" | "changed" | "queried" | "overdue" | "stale";
                    /** @description words that stand in the code, the title or the unit's name, with or without marks */
                    q?: string;
                    /** @description unit when by unit, code when by indicator, unless said */
                    sort?: "stake" | "unit" | "code" | "declared";
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Queue"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/queue/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far appraising is: by unit, by indicator, by appraiser */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QueueSummary"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same declared values with like evidence, judged differently */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Consistency"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/appraisal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Declared and appraised points of one assessment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AssessmentAppraisal"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/appraisal/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that an appraiser looks at beside one indicator */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppraisalDetail"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Agree with an indicator, adjust its values or points, or take the judgement back */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GivenVerdictInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppraisalItem"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that one has seen the assessment as it now is */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/appraisals/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What agreeing with these indicators would touch, and what it would leave out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            assessmentId: string;
                            code: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            agree: {
                                /** Format: uuid */
                                assessmentId: string;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                code: string;
                                /** @description decimal */
                                declared: string;
                                version: number;
                            }[];
                            skipped: {
                                /** Format: uuid */
                                assessmentId: string;
                                /** @description null: no such assessment in this campaign */
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                code: string;
                                /** @enum {string} */
                                reason: "unknown" | "not-yours" | "state" | "deadline" | "changed" | "agreed" | "adjusted" | "query" | "check";
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/appraisals/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree with all these indicators at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            assessmentId: string;
                            code: string;
                            version: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            agreed: number;
                            skipped: {
                                /** Format: uuid */
                                assessmentId: string;
                                /** @description null: no such assessment in this campaign */
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                code: string;
                                /** @enum {string} */
                                reason: "unknown" | "not-yours" | "state" | "deadline" | "changed" | "agreed" | "adjusted" | "query" | "check";
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The coordinator ends the appraising of one assessment */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description what nobody judged counts as declared; needs a reason
                         * @default false
                         */
                        force?: boolean;
                        /** @default null */
                        reason?: string | null;
                    };
                };
            };
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The coordinator ends the appraising of every assessment that is judged to its end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description given: also what is not judged to its end
                         * @default null
                         */
                        reason?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            finished: number;
                            left: {
                                /** Format: uuid */
                                assessmentId: string;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                unjudged: number;
                                openQueries: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The coordinator takes an appraised assessment back into appraising */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The queries that one may see, the nearest deadline first; what is closed last */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    campaign?: string;
                    unit?: string;
                    assessment?: string;
                    state?: "open" | "answered" | "closed";
                    kind?: "explanation" | "complaint";
                    overdue?: "1";
                    /** @description owned by the asker, or of the asker's own units */
                    mine?: "1";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["QueryHead"][];
                            next: string | null;
                            counts: {
                                open: number;
                                answered: number;
                                closed: number;
                                overdue: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One query with its messages and evidence */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Query"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give a query another deadline or owner */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        dueAt?: string;
                        /** @description null: whoever coordinates */
                        ownerId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Query"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/assessments/{id}/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the unit about an indicator */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        body: string;
                        /** Format: date-time */
                        dueAt: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Query"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The unit complains about a published result */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        body: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Query"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queries/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write in a query; answer it; reopen it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        body: string;
                        /**
                         * @description this is the answer: of the unit to a question, of the coordinator to a complaint
                         * @default false
                         */
                        done?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Query"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queries/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The unit adds evidence to its answer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        item: components["schemas"]["GivenEvidenceInput"];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Query"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queries/{id}/evidence/{evidenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The unit takes back evidence that it added to its answer; its history stays */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    evidenceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Query"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queries/{id}/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** To whom a query may be handed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                displayName: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queries/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a query with its outcome */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "accepted" | "partly-accepted" | "rejected" | "withdrawn";
                        /** @default null */
                        note?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Query"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everyone's total and rank as they stand now */
        get: {
            parameters: {
                query?: {
                    basis?: "declared" | "appraised";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LiveRanking"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What other values of one indicator would do to this unit and its group; nothing is stored */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        inputs: {
                            [key: string]: components["schemas"]["AnswerValueInput"];
                        };
                        points?: string | null;
                        /** @enum {string} */
                        basis?: "declared" | "appraised";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WhatIf"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/compile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a run compiled now would change, and what stands before it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunPreview"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The campaign's runs, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Run"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Compile a run: everyone's final scores and ranks, recorded */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Run"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open what was approved to correction, with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        unitIds?: string[];
                        /** Format: date-time */
                        dueAt?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Revision"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run with everyone's total and rank */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunDetail"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a run changes against another one, or against what was declared */
        get: {
            parameters: {
                query?: {
                    against?: "declared" | string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["RunDifference"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/repeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Score the stored input once more, and compare */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunRepeat"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a run: its scores stand */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Run"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish an approved run: everybody sees it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Run"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a run, with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Run"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ranking of a campaign */
        get: {
            parameters: {
                query?: {
                    run?: string;
                    group?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ranking"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/results/{unitId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One unit's result, beside its group and its earlier years */
        get: {
            parameters: {
                query?: {
                    run?: string;
                };
                header?: never;
                path: {
                    id: string;
                    unitId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnitResult"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/heat-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every unit's share of every indicator */
        get: {
            parameters: {
                query?: {
                    run?: string;
                    group?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HeatMap"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Chosen units beside one another, indicator by indicator */
        get: {
            parameters: {
                query: {
                    run?: string;
                    units: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResultComparison"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/robustness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far ranks depend on judgements to come and on the weights */
        get: {
            parameters: {
                query?: {
                    run?: string;
                    group?: string;
                    seed?: number;
                    draws?: number;
                    weights?: number;
                    vary?: "indicators" | "pillars";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RankRobustness"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/results.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The results of every indicator as CSV */
        get: {
            parameters: {
                query?: {
                    run?: string;
                    group?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/results.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The results of every indicator as JSON */
        get: {
            parameters: {
                query?: {
                    run?: string;
                    group?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/results.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The results of every indicator as XLSX */
        get: {
            parameters: {
                query?: {
                    run?: string;
                    group?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/letterhead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a unit heads and signs its documents; version 0 is the usual, kept by nobody yet */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LetterheadView"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Keep how a unit heads and signs its documents */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LetterheadInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LetterheadView"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/report-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The province's own templates of the self-assessment report */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ReportTemplate"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Bring a .docx template; what is found in it is told */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: Blob;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportTemplate"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/report-templates/example": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A template with every name in its place, to begin one's own from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/report-templates/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A template as it came */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/report-templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Throw a template away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/reports/self-assessment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report of the self-assessment with its appendices */
        get: {
            parameters: {
                query?: {
                    form?: "docx" | "pdf";
                    number?: string;
                    day?: string;
                    request?: string;
                    template?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/pdf": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/reports/data-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was declared, on the set's own form */
        get: {
            parameters: {
                query?: {
                    form?: "docx" | "pdf";
                    number?: string;
                    day?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/pdf": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/reports/appraisal-minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The minutes of appraising, with every difference and its reason */
        get: {
            parameters: {
                query?: {
                    form?: "docx" | "pdf";
                    number?: string;
                    day?: string;
                    issuer?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/pdf": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/reports/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the unit was asked, and how it answered */
        get: {
            parameters: {
                query?: {
                    form?: "docx" | "pdf";
                    number?: string;
                    day?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/pdf": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sets/{id}/versions/{version}/reports/data-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The set's form, to be filled in by hand */
        get: {
            parameters: {
                query?: {
                    form?: "docx" | "pdf";
                    number?: string;
                    day?: string;
                };
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/pdf": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/reports/result-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The decision that publishes a run's result, with its ranking tables */
        get: {
            parameters: {
                query?: {
                    form?: "docx" | "pdf";
                    number?: string;
                    day?: string;
                    issuer?: string;
                    proposer?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/pdf": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/reports/result-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report of a run's result to whoever decides on it, with its ranking tables */
        get: {
            parameters: {
                query?: {
                    form?: "docx" | "pdf";
                    number?: string;
                    day?: string;
                    issuer?: string;
                    proposer?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/pdf": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/reports/result-proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proposal that a run's result be published */
        get: {
            parameters: {
                query?: {
                    form?: "docx" | "pdf";
                    number?: string;
                    day?: string;
                    issuer?: string;
                    proposer?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/pdf": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/reports/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plan with who leads each indicator */
        get: {
            parameters: {
                query?: {
                    form?: "docx" | "pdf";
                    number?: string;
                    day?: string;
                    issuer?: string;
                    assessment?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/pdf": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/reports/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where each assignment of a plan stands, of a quarter or a year */
        get: {
            parameters: {
                query?: {
                    form?: "docx" | "pdf";
                    number?: string;
                    day?: string;
                    issuer?: string;
                    assessment?: string;
                    quarter?: "1" | "2" | "3" | "4";
                    year?: number;
                    lead?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/pdf": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files that were asked for, how far each is, and what may be asked for */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Exports"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ask for a file; the same that is there or under way is not made again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description one of `kinds` of the list */
                        kind: string;
                        /**
                         * Format: uuid
                         * @description the newest that the asker may see, unless said
                         */
                        run?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Export"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a file is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Export"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a file off that is not made yet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Export"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file; in part when Range asks for it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns whose results are published, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["PublicCampaign"][];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published ranking of a campaign */
        get: {
            parameters: {
                query?: {
                    group?: string;
                    q?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicRanking"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/campaigns/{id}/units/{unitId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One unit's published result */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    unitId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicUnitResult"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/campaigns/{id}/results.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published results of every indicator as CSV */
        get: {
            parameters: {
                query?: {
                    group?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/campaigns/{id}/results.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published results of every indicator as JSON */
        get: {
            parameters: {
                query?: {
                    group?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/campaigns/{id}/results.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published results of every indicator as XLSX */
        get: {
            parameters: {
                query?: {
                    group?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/campaigns/{id}/open-data.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published results as a package: CSV and JSON with datapackage.json and DCAT */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/zip": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/campaigns/{id}/sdmx.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published results as a package: SDMX-CSV with its structure */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/zip": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/campaigns/{id}/coinr.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published results as a package: the tables that COINr builds the index from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/zip": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit log, newest first; a day as `to` counts whole */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    account?: string;
                    action?: string;
                    subject?: string;
                    unit?: string;
                    from?: unknown;
                    to?: unknown;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["AuditEntry"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event of the audit log, whole */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditEntry"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own notices, the newest first, and how many are unread */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    unread?: "1";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Notice"][];
                            next: string | null;
                            unread: number;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark own notices as read */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                    } | {
                        /** @enum {boolean} */
                        all: true;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unread: number;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/notice-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of the own notices is mailed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoticeSettings"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Choose what of the own notices is mailed */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        mail?: "none" | "digest" | "each";
                        quiet?: ("assigned" | "due" | "extended" | "returned" | "asked" | "answered" | "closed" | "published" | "withdrawn" | "appraised" | "handed" | "revised")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoticeSettings"];
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/session/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a secret address for the calendar of the own deadlines; an older one ends */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            path: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** End the calendar's address */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deadlines behind a secret address, as iCalendar */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page that asks whether to end the mails; mail programs that look ahead change nothing by it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** End the mails (RFC 8058: one click) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": Blob;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AnswerValueInput: string | number | boolean | (number | {
            [key: string]: unknown;
        })[] | null;
        GivenEvidenceInput: {
            /** @constant */
            kind: "document";
            text: string;
            number?: string | null;
            symbol?: string | null;
            date?: string | null;
            issuer?: string | null;
            title?: string | null;
            page?: string | null;
            section?: string | null;
        } | {
            /** @constant */
            kind: "link";
            url: string;
            title?: string | null;
            page?: string | null;
            section?: string | null;
        } | {
            /** @constant */
            kind: "file";
            hash: string;
            name?: string;
            page?: string | null;
            section?: string | null;
        };
        GivenVerdictInput: {
            /** @constant */
            verdict: "agreed";
        } | {
            /** @constant */
            verdict: "adjusted";
            /** @default null */
            inputs: {
                [key: string]: components["schemas"]["AnswerValueInput"];
            } | null;
            /** @default null */
            points: string | null;
            reason: string;
        } | {
            verdict: null;
        };
        LetterheadInput: {
            fullName: string;
            shortName: string;
            superior: string;
            body: string;
            symbol: string;
            room: string;
            place: string;
            to: string[];
            recipients: string[];
            kept: string;
            signer: {
                /** @enum {string} */
                form: "head" | "acting" | "deputy" | "ordered" | "delegated";
                collective: string;
                head: string;
                office: string;
                name: string;
            };
        };
        IndicatorChangeInput: {
            title: string;
            max: (string | number) | null;
            rule: {
                [key: string]: unknown;
            } | null;
            inputs: {
                [key: string]: unknown;
            }[];
            exceptions: {
                [key: string]: unknown;
            }[];
            not_applicable: ("full" | "zero" | "excluded") | null;
        };
        ImportDecisionInput: {
            /** @enum {string} */
            verdict: "accepted" | "corrected";
            change: components["schemas"]["IndicatorChangeInput"] | null;
        };
        Problem: {
            type: string;
            /** @enum {string} */
            code: "request-invalid" | "not-signed-in" | "sign-in-failed" | "totp-required" | "totp-wrong" | "forbidden" | "account-unknown" | "csrf-refused" | "account-disabled" | "password-change-due" | "totp-setup-due" | "sign-in-expired" | "not-found" | "deadline-passed" | "not-yet-open" | "assessment-sealed" | "state-refused" | "checks-block" | "parts-open" | "already-exists" | "set-frozen" | "set-in-use" | "last-administrator" | "storage-full" | "changed-meanwhile" | "upload-too-large" | "upload-refused" | "value-unreadable" | "content-refused" | "set-has-errors" | "password-wrong" | "password-too-weak" | "account-locked" | "version-required" | "too-many-requests" | "internal-error" | "pdf-unavailable" | "sign-in-provider-failed" | "scan-unavailable" | "not-ready";
            title: string;
            status: number;
            detail?: string;
            instance: string;
        } & {
            [key: string]: unknown;
        };
        Account: {
            /** Format: uuid */
            id: string;
            login: string;
            displayName: string;
            email: string | null;
            /** @enum {string} */
            language: "vi" | "en";
            disabled: boolean;
            disabledReason: string | null;
            totpEnabled: boolean;
            mustChangePassword: boolean;
            vouched: boolean;
            lockedUntil: string | null;
            lastSignInAt: string | null;
            grants: {
                /** @enum {string} */
                role: "administrator" | "coordinator" | "appraiser" | "approver" | "unit-officer" | "unit-head" | "observer";
                unit: {
                    /** Format: uuid */
                    id: string;
                    code: string;
                    name: string;
                    kind: string;
                };
            }[];
            version: number;
            may: {
                change: boolean;
                disable: boolean;
            };
        };
        AnswerValue: string | number | boolean | (number | {
            [key: string]: unknown;
        })[] | null;
        Answer: {
            code: string;
            input: string;
            value: components["schemas"]["AnswerValue"];
            version: number;
            by: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            /** Format: date-time */
            at: string;
        };
        NotApplicable: {
            code: string;
            reason: string | null;
            version: number;
            by: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            /** Format: date-time */
            at: string;
        };
        Evidence: {
            /** @constant */
            kind: "document";
            text: string;
            number: string | null;
            symbol: string | null;
            /** @description YYYY-MM-DD, YYYY-MM or YYYY */
            date: string | null;
            issuer: string | null;
            title: string | null;
            /** Format: uuid */
            id: string;
            code: string;
            version: number;
            by: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            /** Format: date-time */
            at: string;
            page: string | null;
            section: string | null;
        } | {
            /** @constant */
            kind: "link";
            url: string;
            title: string | null;
            /** Format: uuid */
            id: string;
            code: string;
            version: number;
            by: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            /** Format: date-time */
            at: string;
            page: string | null;
            section: string | null;
        } | {
            /** @constant */
            kind: "file";
            hash: string;
            name: string;
            mediaType: string;
            size: number;
            /** Format: uuid */
            id: string;
            code: string;
            version: number;
            by: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            /** Format: date-time */
            at: string;
            page: string | null;
            section: string | null;
        };
        StoredFile: {
            hash: string;
            name: string;
            size: number;
            mediaType: string;
        };
        LibraryFile: {
            hash: string;
            name: string;
            size: number;
            mediaType: string;
            /** Format: date-time */
            at: string;
            usedIn: {
                year: number;
                code: string;
            }[];
        };
        QueryHead: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            assessmentId: string;
            unit: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            campaign: {
                /** Format: uuid */
                id: string;
                name: string;
                year: number;
            };
            code: string;
            title: string;
            /** @enum {string} */
            kind: "explanation" | "complaint";
            /** @enum {string} */
            state: "open" | "answered" | "closed";
            /** @description null: whoever coordinates */
            owner: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            /** Format: date-time */
            dueAt: string;
            /** @description open, and its time is over */
            overdue: boolean;
            /** @description answered after its time */
            late: boolean;
            outcome: ("accepted" | "partly-accepted" | "rejected" | "withdrawn") | null;
            outcomeNote: string | null;
            openedBy: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            /** Format: date-time */
            openedAt: string;
            answeredAt: string | null;
            closedBy: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            closedAt: string | null;
            version: number;
            /** @description the first message */
            question: string;
            may: {
                write: boolean;
                answer: boolean;
                close: boolean;
                reopen: boolean;
                extend: boolean;
            };
        };
        Query: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            assessmentId: string;
            unit: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            campaign: {
                /** Format: uuid */
                id: string;
                name: string;
                year: number;
            };
            code: string;
            title: string;
            /** @enum {string} */
            kind: "explanation" | "complaint";
            /** @enum {string} */
            state: "open" | "answered" | "closed";
            /** @description null: whoever coordinates */
            owner: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            /** Format: date-time */
            dueAt: string;
            /** @description open, and its time is over */
            overdue: boolean;
            /** @description answered after its time */
            late: boolean;
            outcome: ("accepted" | "partly-accepted" | "rejected" | "withdrawn") | null;
            outcomeNote: string | null;
            openedBy: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            /** Format: date-time */
            openedAt: string;
            answeredAt: string | null;
            closedBy: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            closedAt: string | null;
            version: number;
            /** @description the first message */
            question: string;
            may: {
                write: boolean;
                answer: boolean;
                close: boolean;
                reopen: boolean;
                extend: boolean;
            };
            messages: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                side: "appraiser" | "unit";
                body: string;
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                /** Format: date-time */
                at: string;
            }[];
            evidence: components["schemas"]["Evidence"][];
        };
        Appraisers: {
            /** @description of the campaign */
            version: number;
            items: {
                /** Format: uuid */
                id: string;
                account: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                };
                code: string | null;
                title: string | null;
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                done: number;
                total: number;
            }[];
            unassigned: {
                code: string;
                title: string;
            }[];
            /** @description who may be assigned; for the coordinator only */
            candidates: {
                /** Format: uuid */
                id: string;
                displayName: string;
            }[];
        };
        QueueItem: {
            /** Format: uuid */
            assessmentId: string;
            unit: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            group: {
                code: string;
                name: string;
            } | null;
            code: string;
            title: string;
            /** @description decimal */
            max: string;
            /** @description decimal */
            declared: string;
            /** @description null: not judged, and so as declared */
            appraised: string | null;
            /** @enum {string} */
            status: "scored" | "missing" | "undefined" | "not_applicable" | "pending";
            verdict: ("agreed" | "adjusted") | null;
            /** @description of the appraisal; 0: none yet */
            version: number;
            stale: boolean;
            /** @description the most points that a judgement could move */
            stake: string;
            checks: number;
            evidence: number;
            changed: boolean;
            query: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                state: "open" | "answered" | "closed";
                /** Format: date-time */
                dueAt: string;
                overdue: boolean;
            } | null;
            values: {
                input: string;
                label: string;
                declared: components["schemas"]["AnswerValue"];
            }[];
            at: string | null;
        };
        Queue: {
            items: components["schemas"]["QueueItem"][];
            next: string | null;
            counts: {
                all: number;
                unjudged: number;
                disagreeing: number;
                failedChecks: number;
                changed: number;
                queried: number;
                overdue: number;
                stale: number;
            };
        };
        QueueSummary: {
            units: {
                /** Format: uuid */
                assessmentId: string;
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                /** @enum {string} */
                state: "declaring" | "compiled" | "submitted" | "appraising" | "explaining" | "appraised" | "approved" | "published";
                judged: number;
                total: number;
                openQueries: number;
            }[];
            indicators: {
                code: string;
                title: string;
                pillar: string;
                judged: number;
                total: number;
                openQueries: number;
                disagreeing: number;
            }[];
            appraisers: {
                account: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                };
                judged: number;
                total: number;
            }[];
        };
        AppraisalItem: {
            code: string;
            verdict: ("agreed" | "adjusted") | null;
            inputs: {
                [key: string]: components["schemas"]["AnswerValue"];
            } | null;
            points: string | null;
            reason: string | null;
            /** @description 0: never judged */
            version: number;
            by: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            at: string | null;
            /** @description what was declared has changed since */
            stale: boolean;
            /** @description decimal */
            declaredScore: string;
            /** @description null: not shown to the unit yet */
            appraisedScore: string | null;
            /** @description decimal */
            max: string;
            /** @enum {string} */
            status: "scored" | "missing" | "undefined" | "not_applicable" | "pending";
        };
        AssessmentAppraisal: {
            /** Format: uuid */
            assessmentId: string;
            /** @enum {string} */
            state: "declaring" | "compiled" | "submitted" | "appraising" | "explaining" | "appraised" | "approved" | "published";
            /** @description of the assessment */
            version: number;
            unit: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            campaign: {
                /** Format: uuid */
                id: string;
                name: string;
                year: number;
            };
            /** @description until when may be appraised; null: the campaign sets no deadline */
            dueAt: string | null;
            items: components["schemas"]["AppraisalItem"][];
            progress: {
                judged: number;
                total: number;
                unclosedQueries: number;
            };
            totals: {
                /** @description decimal */
                declared: string;
                appraised: string | null;
                /** @description of the run that is approved; null until then */
                final: string | null;
                /** @description decimal */
                max: string;
            };
            pillars: {
                code: string;
                title: string;
                /** @description decimal */
                declared: string;
                appraised: string | null;
                final: string | null;
                /** @description decimal */
                max: string;
            }[];
            may: {
                /** @description what may be judged and asked now; null: all */
                codes: string[] | null;
                finish: boolean;
                reopen: boolean;
                ask: boolean;
                return: boolean;
            };
        };
        Explanation: {
            code: string;
            title: string;
            /** @description decimal */
            max: string;
            /** @enum {string} */
            status: "scored" | "missing" | "undefined" | "not_applicable" | "pending";
            /** @description decimal */
            score: string;
            why: {
                vi: string;
                en: string;
            };
            steps: {
                vi: string;
                en: string;
            }[];
        };
        AppraisalDetail: {
            code: string;
            verdict: ("agreed" | "adjusted") | null;
            inputs: {
                [key: string]: components["schemas"]["AnswerValue"];
            } | null;
            points: string | null;
            reason: string | null;
            /** @description 0: never judged */
            version: number;
            by: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            at: string | null;
            /** @description what was declared has changed since */
            stale: boolean;
            /** @description decimal */
            declaredScore: string;
            /** @description null: not shown to the unit yet */
            appraisedScore: string | null;
            /** @description decimal */
            max: string;
            /** @enum {string} */
            status: "scored" | "missing" | "undefined" | "not_applicable" | "pending";
            /** Format: uuid */
            assessmentId: string;
            title: string;
            /** @description of the run that is approved; null until then */
            finalScore: string | null;
            declared: {
                input: string;
                label: string;
                value: components["schemas"]["AnswerValue"];
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                at: string | null;
            }[];
            trace: {
                declared: components["schemas"]["Explanation"];
                appraised: components["schemas"]["Explanation"] | null;
            };
            checks: {
                code: string;
                /** @enum {string} */
                severity: "warning" | "block";
                message: {
                    vi: string;
                    en: string;
                };
                blocks: boolean;
            }[];
            evidence: (components["schemas"]["Evidence"] & {
                queryId: string | null;
            })[];
            previous: {
                year: number;
                score: string | null;
                /** @description decimal */
                max: string;
                answers: {
                    [key: string]: components["schemas"]["AnswerValue"];
                };
            } | null;
            group: {
                code: string;
                name: string;
                count: number;
                /** @description decimal */
                median: string;
                /** @description decimal */
                best: string;
                /** @description decimal */
                lowest: string;
                bins: {
                    /** @description decimal */
                    from: string;
                    /** @description decimal */
                    to: string;
                    count: number;
                }[];
                values: {
                    input: string;
                    label: string;
                    median: string | null;
                    own: components["schemas"]["AnswerValue"];
                }[];
            } | null;
            queries: components["schemas"]["Query"][];
            history: {
                version: number;
                verdict: ("agreed" | "adjusted") | null;
                inputs: {
                    [key: string]: components["schemas"]["AnswerValue"];
                } | null;
                points: string | null;
                reason: string | null;
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                /** Format: date-time */
                at: string;
            }[];
            similar: {
                /** Format: uuid */
                assessmentId: string;
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                values: {
                    [key: string]: components["schemas"]["AnswerValue"];
                };
                evidence: number;
                verdict: ("agreed" | "adjusted") | null;
                /** @description decimal */
                points: string;
            }[];
        };
        Consistency: {
            items: {
                code: string;
                title: string;
                values: {
                    input: string;
                    label: string;
                    declared: components["schemas"]["AnswerValue"];
                }[];
                units: {
                    /** Format: uuid */
                    assessmentId: string;
                    unit: {
                        /** Format: uuid */
                        id: string;
                        name: string;
                    };
                    group: string | null;
                    verdict: ("agreed" | "adjusted") | null;
                    /** @description decimal */
                    declared: string;
                    /** @description decimal */
                    appraised: string;
                    evidence: number;
                    reason: string | null;
                }[];
            }[];
        };
        AssessmentHead: {
            /** Format: uuid */
            id: string;
            campaign: {
                /** Format: uuid */
                id: string;
                name: string;
                year: number;
            };
            unit: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            /** @enum {string} */
            state: "declaring" | "compiled" | "submitted" | "appraising" | "explaining" | "appraised" | "approved" | "published";
            answered: number;
            total: number;
            score: string;
            max: string;
            /** Format: date-time */
            dueAt: string;
            submittedAt: string | null;
        };
        Assessment: {
            /** Format: uuid */
            id: string;
            version: number;
            revision: string;
            /** @enum {string} */
            state: "declaring" | "compiled" | "submitted" | "appraising" | "explaining" | "appraised" | "approved" | "published";
            campaign: {
                /** Format: uuid */
                id: string;
                name: string;
                year: number;
            };
            unit: {
                /** Format: uuid */
                id: string;
                code: string;
                name: string;
                kind: string;
            };
            group: {
                code: string;
                name: string;
            } | null;
            set: {
                id: string;
                version: number;
                hash: string;
                title: string;
            };
            /** Format: date-time */
            dueAt: string;
            opensAt: string | null;
            extended: boolean;
            /** Format: date-time */
            serverTime: string;
            answers: components["schemas"]["Answer"][];
            notApplicable: components["schemas"]["NotApplicable"][];
            evidence: components["schemas"]["Evidence"][];
            assignments: {
                code: string;
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                account: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
            }[];
            parts: {
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                /** @enum {string} */
                state: "declaring" | "handed-over";
                codes: string[];
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                at: string | null;
                reason: string | null;
            }[];
            rooms: {
                /** Format: uuid */
                id: string;
                name: string;
                officers: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                }[];
            }[];
            comments: {
                [key: string]: number;
            };
            previous: {
                year: number;
                scores: {
                    [key: string]: string;
                };
                answers: {
                    [key: string]: {
                        [key: string]: components["schemas"]["AnswerValue"];
                    };
                };
            } | null;
            medians: {
                year: number;
                scores: {
                    [key: string]: string;
                };
                answers: {
                    [key: string]: {
                        [key: string]: components["schemas"]["AnswerValue"];
                    };
                };
            } | null;
            seal: {
                hash: string;
                total: string;
                max: string;
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                /** Format: date-time */
                at: string;
            } | null;
            returned: {
                reason: string;
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                /** Format: date-time */
                at: string;
            } | null;
            may: {
                declare: boolean;
                codes: string[] | null;
                assign: boolean;
                compile: boolean;
                submit: boolean;
                return: boolean;
                handOver: string[];
                comment: boolean;
            };
        };
        CheckList: {
            findings: {
                code: string;
                /** @enum {string} */
                severity: "warning" | "block";
                message: {
                    vi: string;
                    en: string;
                };
                blocks: boolean;
            }[];
            missing: string[];
            withoutEvidence: string[];
            openParts: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            total: string;
            max: string;
        };
        AuditEntry: {
            id: string;
            /** Format: date-time */
            at: string;
            account: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            address: string;
            action: string;
            subject: {
                type: string;
                id: string;
                name: string | null;
            };
            unit: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** @description What the set calls the field that an `answer.save` changed */
            fieldLabel: string | null;
            before: unknown;
            after: unknown;
            /** @description `before` or `after` is {truncated: true, bytes}: GET /audit/{id} tells it whole */
            cut: boolean;
        };
        Campaign: {
            /** Format: uuid */
            id: string;
            name: string;
            year: number;
            setId: string;
            setVersion: number;
            setTitle: string;
            /** @enum {string} */
            status: "preparing" | "open" | "closed";
            version: number;
            stages: {
                /** @enum {string} */
                stage: "declare" | "appraise" | "explain" | "approve";
                opensAt: string | null;
                /** Format: date-time */
                dueAt: string;
            }[];
            groups: {
                code: string;
                name: string;
            }[];
            units: {
                /** Format: uuid */
                unitId: string;
                name: string;
                group: string | null;
            }[];
        };
        Extension: {
            /** Format: uuid */
            id: string;
            unit: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            /** @enum {string} */
            stage: "declare" | "appraise" | "explain" | "approve";
            /** Format: date-time */
            dueAt: string;
            reason: string;
            by: {
                /** Format: uuid */
                id: string;
                displayName: string;
            };
            /** Format: date-time */
            at: string;
        };
        Progress: {
            /** Format: uuid */
            assessmentId: string;
            unit: {
                /** Format: uuid */
                id: string;
                code: string;
                name: string;
            };
            group: string | null;
            /** @enum {string} */
            state: "declaring" | "compiled" | "submitted" | "appraising" | "explaining" | "appraised" | "approved" | "published";
            answered: number;
            total: number;
            score: string;
            max: string;
            submittedAt: string | null;
            /** Format: date-time */
            dueAt: string;
            extended: boolean;
        };
        Comment: {
            /** Format: uuid */
            id: string;
            code: string;
            body: string;
            by: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            /** Format: date-time */
            at: string;
        };
        Export: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            campaignId: string;
            kind: string;
            run: {
                /** Format: uuid */
                id: string;
                number: number;
                /** @enum {string} */
                state: "compiled" | "approved" | "published" | "withdrawn" | "superseded";
            } | null;
            runState: string | null;
            /** @enum {string} */
            sight: "whole" | "public" | "own";
            /** @enum {string} */
            language: "vi" | "en";
            /** @enum {string} */
            state: "waiting" | "working" | "done" | "failed" | "cancelled";
            ahead: number;
            done: number;
            /** @description 0: not known yet */
            total: number;
            file: {
                name: string;
                size: number;
                hash: string;
            } | null;
            fault: {
                code: string;
                why: string;
            } | null;
            askedBy: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            askedAt: string;
            endedAt: string | null;
            may: {
                fetch: boolean;
                cancel: boolean;
            };
        };
        Exports: {
            campaign: {
                /** Format: uuid */
                id: string;
                name: string;
                year: number;
            };
            results: {
                run: {
                    /** Format: uuid */
                    id: string;
                    number: number;
                    /** @enum {string} */
                    state: "compiled" | "approved" | "published" | "withdrawn" | "superseded";
                } | null;
                whole: boolean;
            } | null;
            /** @description that the asker may have */
            kinds: string[];
            items: components["schemas"]["Export"][];
        };
        HomeItem: {
            /** Format: uuid */
            assessmentId: string;
            campaign: {
                /** Format: uuid */
                id: string;
                name: string;
                year: number;
            };
            unit: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            /** @enum {string} */
            state: "declaring" | "compiled" | "submitted" | "appraising" | "explaining" | "appraised" | "approved" | "published";
            /** Format: date-time */
            dueAt: string;
            mine: {
                assigned: number;
                answered: number;
            } | null;
            answered: number;
            total: number;
            score: string;
            max: string;
            /** @enum {string} */
            role: "unit-officer" | "unit-head";
            returned: {
                reason: string;
                /** Format: date-time */
                at: string;
            } | null;
        };
        LiveRanking: {
            /** @enum {string} */
            basis: "declared" | "appraised";
            provisional: boolean;
            /** Format: date-time */
            at: string;
            leftOut: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            items: {
                /** Format: uuid */
                assessmentId: string;
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                group: string | null;
                total: string;
                max: string;
                rank: number | null;
                /** @enum {string} */
                state: "declaring" | "compiled" | "submitted" | "appraising" | "explaining" | "appraised" | "approved" | "published";
            }[];
            relatives: {
                code: string;
                title: string;
                group: string | null;
                best: {
                    unit: {
                        /** Format: uuid */
                        id: string;
                        name: string;
                    };
                    value: string;
                } | null;
                worst: {
                    unit: {
                        /** Format: uuid */
                        id: string;
                        name: string;
                    };
                    value: string;
                } | null;
                pending: number;
            }[];
        };
        WhatIf: {
            /** @enum {string} */
            basis: "declared" | "appraised";
            own: {
                code: string;
                before: string;
                after: string;
                totalBefore: string;
                totalAfter: string;
                rankBefore: number | null;
                rankAfter: number | null;
            };
            group: {
                code: string;
                title: string;
                bestBefore: string | null;
                bestAfter: string | null;
            }[];
            movers: {
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                totalBefore: string;
                totalAfter: string;
                rankBefore: number | null;
                rankAfter: number | null;
            }[];
            moversCount: number;
        };
        Notice: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "assigned" | "due" | "extended" | "returned" | "asked" | "answered" | "closed" | "published" | "withdrawn" | "appraised" | "handed" | "revised";
            title: string;
            body: string;
            link: string;
            /** Format: date-time */
            at: string;
            readAt: string | null;
        };
        NoticeSettings: {
            /** @enum {string} */
            mail: "none" | "digest" | "each";
            quiet: ("assigned" | "due" | "extended" | "returned" | "asked" | "answered" | "closed" | "published" | "withdrawn" | "appraised" | "handed" | "revised")[];
            calendar: boolean;
        };
        Session: {
            account: {
                /** Format: uuid */
                id: string;
                login: string;
                displayName: string;
                /** @enum {string} */
                language: "vi" | "en";
                totpEnabled: boolean;
                mustChangePassword: boolean;
            };
            grants: {
                /** @enum {string} */
                role: "administrator" | "coordinator" | "appraiser" | "approver" | "unit-officer" | "unit-head" | "observer";
                unit: {
                    /** Format: uuid */
                    id: string;
                    code: string;
                    name: string;
                    kind: string;
                };
            }[];
            csrfToken: string;
            idleMinutes: number;
            totpDue: boolean;
        };
        PlanFinding: {
            /** @enum {string} */
            severity: "error" | "warning";
            code: string;
            at: string;
            message: {
                vi: string;
                en: string;
            };
            line: number | null;
        };
        PlanHead: {
            /** Format: uuid */
            id: string;
            set: {
                id: string;
                version: number;
            };
            key: string;
            title: string;
            issuer: string;
            year: number | null;
            reporting: string | null;
            assignments: number;
            findings: components["schemas"]["PlanFinding"][];
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        Plan: {
            /** Format: uuid */
            id: string;
            set: {
                id: string;
                version: number;
            };
            key: string;
            title: string;
            issuer: string;
            year: number | null;
            reporting: string | null;
            assignments: number;
            findings: components["schemas"]["PlanFinding"][];
            /** Format: date-time */
            createdAt: string;
            version: number;
            setTitle: string;
            assessments: {
                /** Format: uuid */
                id: string;
                unit: string;
                campaign: string;
                year: number;
            }[];
            lines: {
                code: string;
                input: string | null;
                title: string | null;
                lead: string[];
                coordinating: string[];
                deadline: {
                    text: string;
                    due: string | null;
                } | null;
            }[];
        };
        ConcernedPlan: {
            /** Format: uuid */
            id: string;
            title: string;
            issuer: string;
            year: number | null;
            reporting: string | null;
            assignments: number;
            /** @description A unit of the account reports on it */
            own: boolean;
            /** @description The reports on a quarter that are not all there yet */
            due: {
                year: number;
                quarter: number;
                /** Format: date */
                dueOn: string;
                late: boolean;
                expected: number;
                sent: number;
            } | null;
        };
        PlanOrganisations: {
            items: {
                key: string;
                name: string;
                leads: number;
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                /** @description Of the same code or name */
                suggested: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
            }[];
            version: number;
        };
        ProgressEntry: {
            year: number;
            quarter: number;
            finished: boolean;
            done: string;
            difficulties: string;
            proposal: string;
            version: number;
            by: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            /** Format: date-time */
            at: string;
        };
        PlanLead: {
            organisation: string;
            name: string;
            unit: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            own: boolean;
            report: {
                /** @enum {string} */
                state: "open" | "sent";
                /** @description Why it was given back */
                reason: string | null;
                version: number;
                /** @description Who sent it or gave it back */
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                at: string | null;
            };
            expected: boolean;
            late: boolean;
            may: {
                write: boolean;
                giveBack: boolean;
            };
        };
        ProgressLine: {
            organisation: string;
            code: string;
            input: string;
            title: string | null;
            pillar: string | null;
            max: string | null;
            note: string | null;
            /** @description Who leads it too */
            others: string[];
            coordinating: string[];
            deadline: {
                text: string;
                due: string | null;
            } | null;
            /** @enum {string} */
            state: "finished" | "overdue" | "due-soon" | "in-time" | "continuous" | "statistics" | "after-event" | "not-scored" | "without-deadline";
            entry: components["schemas"]["ProgressEntry"] | null;
            before: {
                year: number;
                quarter: number;
                finished: boolean;
                done: string;
                difficulties: string;
                proposal: string;
            }[];
        };
        PlanProgress: {
            plan: {
                /** Format: uuid */
                id: string;
                title: string;
                issuer: string;
                reporting: string | null;
            };
            period: {
                year: number;
                quarter: number;
            };
            /**
             * Format: date
             * @description The day on which deadlines are looked at
             */
            on: string;
            periods: {
                year: number;
                quarter: number;
            }[];
            leads: components["schemas"]["PlanLead"][];
            lines: components["schemas"]["ProgressLine"][];
        };
        ResultRun: {
            /** Format: uuid */
            id: string;
            number: number;
            /** @enum {string} */
            state: "compiled" | "approved" | "published" | "withdrawn" | "superseded";
            setHash: string;
            resultHash: string;
            reason: string | null;
            /** Format: date-time */
            compiledAt: string;
            approved: {
                as: string | null;
                /** Format: date-time */
                at: string;
            } | null;
            published: {
                as: string | null;
                /** Format: date-time */
                at: string;
            } | null;
            withdrawn: {
                /** Format: date-time */
                at: string;
                reason: string | null;
            } | null;
        };
        ResultCampaign: {
            /** Format: uuid */
            id: string;
            name: string;
            year: number;
            setId: string;
            setVersion: number;
            setTitle: string;
            /** @enum {string} */
            status: "preparing" | "open" | "closed";
        };
        ResultGroup: {
            code: string | null;
            name: string;
            units: number;
            best: string | null;
            median: string | null;
        };
        PublicResultItem: {
            unit: {
                /** Format: uuid */
                id: string;
                name: string;
                kind: string;
            };
            group: string | null;
            rank: number | null;
            of: number;
            total: string;
            max: string;
            level: string | null;
            submitted: boolean;
            pillars: {
                [key: string]: string;
            };
            before: {
                /** Format: uuid */
                campaignId: string;
                year: number;
                total: string;
                max: string;
                rank: number | null;
                of: number;
                unitName: string;
            } | null;
        };
        ResultItem: {
            unit: {
                /** Format: uuid */
                id: string;
                name: string;
                kind: string;
            };
            group: string | null;
            rank: number | null;
            of: number;
            total: string;
            max: string;
            level: string | null;
            submitted: boolean;
            pillars: {
                [key: string]: string;
            };
            before: {
                /** Format: uuid */
                campaignId: string;
                year: number;
                total: string;
                max: string;
                rank: number | null;
                of: number;
                unitName: string;
            } | null;
            declaredTotal: string | null;
            declaredRank: number | null;
        };
        Ranking: {
            run: components["schemas"]["ResultRun"] | null;
            imported: boolean;
            campaign: components["schemas"]["ResultCampaign"];
            groups: components["schemas"]["ResultGroup"][];
            pillars: {
                code: string;
                title: string;
                max: string;
            }[];
            items: components["schemas"]["ResultItem"][];
        };
        PublicResultIndicator: {
            code: string;
            printed: string;
            title: string;
            parent: string | null;
            depth: number;
            leaf: boolean;
            bonus: boolean;
            max: string;
            score: string;
            status: ("scored" | "missing" | "undefined" | "not_applicable" | "pending") | null;
            groupBest: string | null;
            groupMedian: string | null;
        };
        ResultIndicator: {
            code: string;
            printed: string;
            title: string;
            parent: string | null;
            depth: number;
            leaf: boolean;
            bonus: boolean;
            max: string;
            score: string;
            status: ("scored" | "missing" | "undefined" | "not_applicable" | "pending") | null;
            groupBest: string | null;
            groupMedian: string | null;
            declared: string | null;
            lost: string;
            lostBecause: ("missing" | "undefined" | "not-applicable" | "relative" | "adjusted" | "no-evidence" | "value") | null;
            why: string | null;
        };
        ResultSeriesPoint: {
            /** Format: uuid */
            campaignId: string;
            campaignName: string;
            year: number;
            setId: string;
            total: string;
            max: string;
            rank: number | null;
            of: number;
            /** Format: uuid */
            unitId: string;
            unitName: string;
            /** @enum {string} */
            relation: "same" | "merged" | "split" | "replaced";
        };
        ResultBridge: {
            from: {
                /** Format: uuid */
                campaignId: string;
                year: number;
                total: string;
                max: string;
            };
            to: {
                /** Format: uuid */
                campaignId: string;
                year: number;
                total: string;
                max: string;
            };
            change: string;
            own: string | null;
            rules: string | null;
            others: string | null;
            rows: {
                code: string;
                title: string;
                own: string;
                rules: string;
                others: string;
            }[];
            rest: {
                own: string;
                rules: string;
                others: string;
            } | null;
            exact: boolean;
            gap: ("several-predecessors" | "inputs-not-stored" | "not-submitted" | "stored-otherwise") | null;
            why: string | null;
        };
        PublicUnitResult: {
            unit: {
                /** Format: uuid */
                id: string;
                name: string;
                kind: string;
            };
            group: string | null;
            rank: number | null;
            of: number;
            total: string;
            max: string;
            level: string | null;
            submitted: boolean;
            pillars: {
                [key: string]: string;
            };
            before: {
                /** Format: uuid */
                campaignId: string;
                year: number;
                total: string;
                max: string;
                rank: number | null;
                of: number;
                unitName: string;
            } | null;
            campaign: {
                /** Format: uuid */
                id: string;
                name: string;
                year: number;
                setTitle: string;
            };
            publishedAt: string | null;
            groupName: string;
            pillarHeads: {
                code: string;
                title: string;
                max: string;
            }[];
            indicators: components["schemas"]["PublicResultIndicator"][];
            radar: {
                code: string;
                title: string;
                own: number | null;
                best: number | null;
                median: number | null;
            }[];
            series: components["schemas"]["ResultSeriesPoint"][];
        };
        UnitResult: {
            unit: {
                /** Format: uuid */
                id: string;
                name: string;
                kind: string;
            };
            group: string | null;
            rank: number | null;
            of: number;
            total: string;
            max: string;
            level: string | null;
            submitted: boolean;
            pillars: {
                [key: string]: string;
            };
            before: {
                /** Format: uuid */
                campaignId: string;
                year: number;
                total: string;
                max: string;
                rank: number | null;
                of: number;
                unitName: string;
            } | null;
            declaredTotal: string | null;
            declaredRank: number | null;
            run: components["schemas"]["ResultRun"] | null;
            imported: boolean;
            campaign: components["schemas"]["ResultCampaign"];
            groupName: string;
            pillarHeads: {
                code: string;
                title: string;
                max: string;
            }[];
            indicators: components["schemas"]["ResultIndicator"][];
            radar: {
                code: string;
                title: string;
                own: number | null;
                best: number | null;
                median: number | null;
            }[];
            strengths: string[];
            lost: {
                /** @enum {string} */
                cause: "missing" | "undefined" | "not-applicable" | "relative" | "adjusted" | "no-evidence" | "value";
                points: string;
                codes: string[];
            }[];
            series: components["schemas"]["ResultSeriesPoint"][];
            bridge: components["schemas"]["ResultBridge"] | null;
        };
        HeatMap: {
            run: components["schemas"]["ResultRun"] | null;
            indicators: {
                code: string;
                title: string;
                max: string;
                pillar: string;
            }[];
            units: {
                /** Format: uuid */
                id: string;
                name: string;
                group: string | null;
                rank: number | null;
                total: string;
                shares: (number | null)[];
            }[];
        };
        ResultComparison: {
            run: components["schemas"]["ResultRun"] | null;
            units: {
                /** Format: uuid */
                id: string;
                name: string;
                group: string | null;
                rank: number | null;
                of: number;
                total: string;
                max: string;
            }[];
            indicators: {
                code: string;
                title: string;
                max: string;
                parent: string | null;
                depth: number;
                leaf: boolean;
                scores: {
                    [key: string]: string;
                };
            }[];
        };
        RankRobustness: {
            run: components["schemas"]["ResultRun"] | null;
            seed: number;
            draws: number;
            weights: number;
            /** @enum {string} */
            vary: "indicators" | "pillars";
            items: {
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                group: string | null;
                rank: number;
                of: number;
                low: number;
                high: number;
                p05: number;
                p95: number;
                pending: number;
                pendingLow: number;
                pendingHigh: number;
            }[];
        };
        PublicCampaign: {
            /** Format: uuid */
            id: string;
            name: string;
            year: number;
            setTitle: string;
            publishedAt: string | null;
            units: number;
        };
        PublicRanking: {
            campaign: components["schemas"]["PublicCampaign"];
            groups: components["schemas"]["ResultGroup"][];
            pillars: {
                code: string;
                title: string;
                max: string;
            }[];
            items: components["schemas"]["PublicResultItem"][];
        };
        Letterhead: {
            fullName: string;
            shortName: string;
            superior: string;
            body: string;
            symbol: string;
            room: string;
            place: string;
            to: string[];
            recipients: string[];
            kept: string;
            signer: {
                /** @enum {string} */
                form: "head" | "acting" | "deputy" | "ordered" | "delegated";
                collective: string;
                head: string;
                office: string;
                name: string;
            };
        };
        LetterheadView: {
            letterhead: components["schemas"]["Letterhead"];
            version: number;
            mayChange: boolean;
        };
        TemplateFinding: {
            /** @enum {string} */
            severity: "error" | "warning";
            code: string;
            message: {
                vi: string;
                en: string;
            };
            at: string | null;
        };
        ReportTemplate: {
            /** Format: uuid */
            id: string;
            name: string;
            findings: components["schemas"]["TemplateFinding"][];
            /** Format: date-time */
            createdAt: string;
        };
        Run: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            campaignId: string;
            number: number;
            /** @enum {string} */
            state: "compiled" | "approved" | "published" | "withdrawn" | "superseded";
            setHash: string;
            inputHash: string;
            resultHash: string;
            units: number;
            revises: {
                /** Format: uuid */
                id: string;
                number: number;
            } | null;
            reason: string | null;
            compiled: {
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                /** Format: date-time */
                at: string;
            };
            approved: {
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                as: string;
                /** Format: date-time */
                at: string;
            } | null;
            published: {
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                as: string;
                /** Format: date-time */
                at: string;
            } | null;
            withdrawn: {
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                /** Format: date-time */
                at: string;
                reason: string;
            } | null;
            /** @description of the run in force: the correction that is being worked on */
            revision: {
                reason: string;
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                /** Format: date-time */
                at: string;
            } | null;
            version: number;
            may: {
                approve: boolean;
                publish: boolean;
                withdraw: boolean;
                revise: boolean;
            };
        };
        RunDifference: {
            unit: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            group: string | null;
            totalBefore: string;
            totalAfter: string;
            rankBefore: number | null;
            rankAfter: number | null;
            codes: {
                code: string;
                title: string;
                before: string;
                after: string;
                /** @enum {string} */
                cause: "data" | "appraised" | "relative";
                reason: string | null;
            }[];
        };
        RunPreview: {
            ready: boolean;
            settled: boolean;
            blockers: {
                /** @enum {string} */
                kind: "unfinished" | "open-query" | "unjudged" | "not-submitted";
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                count: number;
            }[];
            warnings: {
                /** @enum {string} */
                kind: "unfinished" | "open-query" | "unjudged" | "not-submitted";
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                count: number;
            }[];
            inconsistent: number;
            units: number;
            against: {
                /** Format: uuid */
                id: string;
                number: number;
            } | null;
            differences: components["schemas"]["RunDifference"][];
        };
        RunDetail: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            campaignId: string;
            number: number;
            /** @enum {string} */
            state: "compiled" | "approved" | "published" | "withdrawn" | "superseded";
            setHash: string;
            inputHash: string;
            resultHash: string;
            units: number;
            revises: {
                /** Format: uuid */
                id: string;
                number: number;
            } | null;
            reason: string | null;
            compiled: {
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                /** Format: date-time */
                at: string;
            };
            approved: {
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                as: string;
                /** Format: date-time */
                at: string;
            } | null;
            published: {
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                as: string;
                /** Format: date-time */
                at: string;
            } | null;
            withdrawn: {
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                /** Format: date-time */
                at: string;
                reason: string;
            } | null;
            /** @description of the run in force: the correction that is being worked on */
            revision: {
                reason: string;
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                /** Format: date-time */
                at: string;
            } | null;
            version: number;
            may: {
                approve: boolean;
                publish: boolean;
                withdraw: boolean;
                revise: boolean;
            };
            results: {
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                group: string | null;
                total: string;
                max: string;
                declaredTotal: string;
                declaredRank: number | null;
                rank: number | null;
                level: string | null;
                submitted: boolean;
            }[];
        };
        RunRepeat: {
            same: boolean;
            resultHash: string;
            first: {
                /** @enum {string} */
                what: "input" | "set" | "units" | "result" | "result-hash";
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                code: string | null;
                stored: string | null;
                found: string | null;
            } | null;
        };
        Revision: {
            /** Format: uuid */
            id: string;
            run: {
                /** Format: uuid */
                id: string;
                number: number;
            };
            reason: string;
            by: {
                /** Format: uuid */
                id: string;
                displayName: string;
            } | null;
            /** Format: date-time */
            at: string;
            reopened: number;
        };
        IndicatorChange: {
            title: string;
            max: (string | number) | null;
            rule: {
                [key: string]: unknown;
            } | null;
            inputs: {
                [key: string]: unknown;
            }[];
            exceptions: {
                [key: string]: unknown;
            }[];
            not_applicable: ("full" | "zero" | "excluded") | null;
        };
        ImportDecision: {
            /** @enum {string} */
            verdict: "accepted" | "corrected";
            change: components["schemas"]["IndicatorChange"] | null;
        };
        SetImportHead: {
            /** Format: uuid */
            id: string;
            name: string;
            format: string;
            sets: {
                id: string;
                title: string;
                indicators: number;
                certain: number;
                doubtful: number;
                unread: number;
            }[];
            drafts: {
                set: number;
                id: string;
                version: number;
            }[];
            by: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
            lockVersion: number;
        };
        SetImport: {
            /** Format: uuid */
            id: string;
            name: string;
            format: string;
            sets: {
                id: string;
                title: string;
                indicators: number;
                certain: number;
                doubtful: number;
                unread: number;
            }[];
            drafts: {
                set: number;
                id: string;
                version: number;
            }[];
            by: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
            lockVersion: number;
            decisions: {
                head: {
                    id: string;
                    version: number;
                    title: string;
                    legal_basis: {
                        number?: string;
                        /** Format: date */
                        date?: string;
                        issuer: string;
                        title: string;
                        /** Format: uri */
                        link?: string;
                    }[];
                    years: {
                        from: number;
                        to?: number;
                    };
                    /** @description Kinds of unit */
                    applies_to: string[];
                    rounding?: {
                        ratio: "exact" | {
                            digits: number;
                            /** @enum {string} */
                            mode: "half-even" | "half-up";
                        };
                        score: {
                            digits: number;
                            /** @enum {string} */
                            mode: "half-even" | "half-up";
                        };
                        /**
                         * @description Whether sums add rounded or exact scores
                         * @enum {string}
                         */
                        sum: "rounded" | "exact";
                        note?: string;
                    };
                } | null;
                indicators: {
                    [key: string]: components["schemas"]["ImportDecision"];
                };
            }[];
        };
        SetFinding: {
            /** @enum {string} */
            severity: "error" | "warning";
            code: string;
            at: string;
            message: {
                vi: string;
                en: string;
            };
            expected: string | null;
            found: string | null;
            line: number | null;
            column: number | null;
        };
        SetHead: {
            id: string;
            version: number;
            title: string;
            /** @enum {string} */
            status: "draft" | "published";
            hash: string;
            max: string;
            indicatorCount: number;
            findings: {
                errors: number;
                warnings: number;
            };
            publishedAt: string | null;
            lockVersion: number;
            about: {
                /** @enum {string} */
                kind: "scored" | "form";
                years: {
                    from: number;
                    to: number | null;
                };
                decision: {
                    number: string | null;
                    date: string | null;
                    issuer: string;
                };
            } | null;
        };
        IndicatorSet: {
            id: string;
            version: number;
            title: string;
            /** @enum {string} */
            status: "draft" | "published";
            hash: string;
            max: string;
            indicatorCount: number;
            findings: components["schemas"]["SetFinding"][];
            publishedAt: string | null;
            lockVersion: number;
            about: {
                /** @enum {string} */
                kind: "scored" | "form";
                years: {
                    from: number;
                    to: number | null;
                };
                decision: {
                    number: string | null;
                    date: string | null;
                    issuer: string;
                };
            } | null;
        };
        Unit: {
            /** Format: uuid */
            id: string;
            code: string;
            kind: string;
            kindName: string;
            parentId: string | null;
            name: string;
            shortName: string;
            rankingGroup: string | null;
            /** Format: date */
            validFrom: string;
            validTo: string | null;
            version: number;
            childCount: number;
        };
        UnitPage: {
            /** Format: uuid */
            id: string;
            code: string;
            kind: string;
            kindName: string;
            parentId: string | null;
            name: string;
            shortName: string;
            rankingGroup: string | null;
            /** Format: date */
            validFrom: string;
            validTo: string | null;
            version: number;
            childCount: number;
            closedReason: string | null;
            /** @description The name that the newest campaign with this ranking group gives it */
            rankingGroupName: string | null;
            names: {
                name: string;
                shortName: string;
                /** Format: date */
                from: string;
                to: string | null;
                legalBasis: string;
            }[];
            predecessors: {
                /** Format: uuid */
                id: string;
                code: string;
                name: string;
                /** @enum {string} */
                kind: "merged" | "split" | "replaced";
                /** Format: date */
                on: string;
                legalBasis: string;
            }[];
            successors: {
                /** Format: uuid */
                id: string;
                code: string;
                name: string;
                /** @enum {string} */
                kind: "merged" | "split" | "replaced";
                /** Format: date */
                on: string;
                legalBasis: string;
            }[];
            results: {
                /** Format: uuid */
                campaignId: string;
                campaignName: string;
                year: number;
                total: string;
                max: string;
                rank: number | null;
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
            }[];
        };
        WorkbookReading: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            at: string;
            notes: {
                /** @enum {string} */
                severity: "warning" | "information";
                code: string;
                message: {
                    vi: string;
                    en: string;
                };
                place?: {
                    sheet: string;
                    cell: string;
                };
            }[];
            counts: {
                same: number;
                /** @description as written into the workbook, while what is stored changed */
                untouched: number;
                /** @description fields that the workbook no longer has */
                absent: number;
            };
            rows: ({
                /** @constant */
                kind: "field";
                /** @description its number in the reading, to take it by */
                row: number;
                place: {
                    sheet: string;
                    cell: string;
                };
                code: string;
                /**
                 * @description same: nothing to take · clears: an empty cell where a value is stored · conflict: what is stored changed after the workbook was made · closed: not yours to fill in, or not now
                 * @enum {string}
                 */
                state: "same" | "new" | "changed" | "clears" | "conflict" | "fault" | "closed";
                /** @description why it cannot be taken, or how it was read */
                message: {
                    vi: string;
                    en: string;
                } | null;
                /** @description of what is stored, to take it on; of evidence 0 */
                version: number;
                /** @description empty: the mark "not applicable", with its reason as the value */
                input: string;
                value: components["schemas"]["AnswerValue"];
                stored: components["schemas"]["AnswerValue"];
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                at: string | null;
            } | {
                /** @constant */
                kind: "evidence";
                /** @description its number in the reading, to take it by */
                row: number;
                place: {
                    sheet: string;
                    cell: string;
                };
                code: string;
                /**
                 * @description same: nothing to take · clears: an empty cell where a value is stored · conflict: what is stored changed after the workbook was made · closed: not yours to fill in, or not now
                 * @enum {string}
                 */
                state: "same" | "new" | "changed" | "clears" | "conflict" | "fault" | "closed";
                /** @description why it cannot be taken, or how it was read */
                message: {
                    vi: string;
                    en: string;
                } | null;
                /** @description of what is stored, to take it on; of evidence 0 */
                version: number;
                item: {
                    /** @constant */
                    kind: "document";
                    text: string;
                    number: string | null;
                    symbol: string | null;
                    date: string | null;
                    issuer: string | null;
                    title: string | null;
                    page: string | null;
                    section: string | null;
                } | {
                    /** @constant */
                    kind: "link";
                    url: string;
                };
            })[];
            total: {
                before: {
                    answered: number;
                    total: string;
                    max: string;
                };
                after: {
                    answered: number;
                    total: string;
                    max: string;
                };
            };
        };
        CampaignWorkbookReading: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            at: string;
            notes: {
                /** @enum {string} */
                severity: "warning" | "information";
                code: string;
                message: {
                    vi: string;
                    en: string;
                };
                place?: {
                    sheet: string;
                    cell: string;
                };
            }[];
            counts: {
                same: number;
                /** @description as written into the workbook, while what is stored changed */
                untouched: number;
                /** @description fields that the workbook no longer has */
                absent: number;
            };
            rows: {
                /** @constant */
                kind: "field";
                /** @description its number in the reading, to take it by */
                row: number;
                place: {
                    sheet: string;
                    cell: string;
                };
                code: string;
                /**
                 * @description same: nothing to take · clears: an empty cell where a value is stored · conflict: what is stored changed after the workbook was made · closed: not yours to fill in, or not now
                 * @enum {string}
                 */
                state: "same" | "new" | "changed" | "clears" | "conflict" | "fault" | "closed";
                /** @description why it cannot be taken, or how it was read */
                message: {
                    vi: string;
                    en: string;
                } | null;
                /** @description of what is stored, to take it on; of evidence 0 */
                version: number;
                /** @description empty: the mark "not applicable", with its reason as the value */
                input: string;
                value: components["schemas"]["AnswerValue"];
                stored: components["schemas"]["AnswerValue"];
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                at: string | null;
                /** Format: uuid */
                assessmentId: string;
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
            }[];
        };
        AppraisalWorkbookReading: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            at: string;
            notes: {
                /** @enum {string} */
                severity: "warning" | "information";
                code: string;
                message: {
                    vi: string;
                    en: string;
                };
                place?: {
                    sheet: string;
                    cell: string;
                };
            }[];
            counts: {
                same: number;
                /** @description as written into the workbook, while what is stored changed */
                untouched: number;
                /** @description fields that the workbook no longer has */
                absent: number;
            };
            rows: {
                /** @description its number in the reading, to take it by */
                row: number;
                place: {
                    sheet: string;
                    cell: string;
                };
                code: string;
                /**
                 * @description same: nothing to take · clears: an empty cell where a value is stored · conflict: what is stored changed after the workbook was made · closed: not yours to fill in, or not now
                 * @enum {string}
                 */
                state: "same" | "new" | "changed" | "clears" | "conflict" | "fault" | "closed";
                /** @description why it cannot be taken, or how it was read */
                message: {
                    vi: string;
                    en: string;
                } | null;
                /** @description of what is stored, to take it on; of evidence 0 */
                version: number;
                /** Format: uuid */
                assessmentId: string;
                unit: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                given: {
                    verdict: ("agreed" | "adjusted") | null;
                    inputs: {
                        [key: string]: components["schemas"]["AnswerValue"];
                    } | null;
                    points: string | null;
                    reason: string | null;
                };
                stored: {
                    verdict: ("agreed" | "adjusted") | null;
                    inputs: {
                        [key: string]: components["schemas"]["AnswerValue"];
                    } | null;
                    points: string | null;
                    reason: string | null;
                };
                by: {
                    /** Format: uuid */
                    id: string;
                    displayName: string;
                } | null;
                at: string | null;
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
