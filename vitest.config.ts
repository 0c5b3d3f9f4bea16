import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** How many examples each property is tried on: unset for `npm test`, many in the slow part of .ci/run. */
const propertyRuns = Number(process.env.OPENDTI_PROPERTY_RUNS ?? 0);

/**
 * Files that put something else in the place of a module, or look at what the whole process shares (the registry of named
 * schemas): each in a process of its own.
 */
const alone = [
  "packages/server/test/features/operations.test.ts",
  "packages/server/test/features/permission-matrix.test.ts",
  "packages/server/test/features/security.test.ts",
  "packages/server/test/features/sessions-timing.test.ts",
];

/** What says nothing about the database at TEST_DATABASE_URL: the embedded one, the network, files, documents. */
const ofNoDatabase = process.env.TEST_DATABASE_URL
  ? [
      "packages/server/test/database/embedded*.test.ts",
      "packages/server/test/{files,http,workbook}/**",
      "packages/server/test/features/{exports,exports-packages,quick-score,reports,set-imports,workbooks,workbooks-campaign}.test.ts",
    ]
  : [];

export default defineConfig({
  resolve: {
    // Tests run on the sources, as tsconfig.test.json and the boundary rules see them, never on a stale build.
    alias: [
      {
        find: /^@opendti\/([a-z]+)$/,
        replacement: `${fileURLToPath(new URL("packages", import.meta.url))}/$1/src/index.ts`,
      },
      {
        find: /^@opendti\/([a-z]+)\/([a-z]+)$/,
        replacement: `${fileURLToPath(new URL("packages", import.meta.url))}/$1/src/$2.ts`,
      },
    ],
  },
  test: {
    testTimeout: propertyRuns > 0 ? 600_000 : 30_000,
    hookTimeout: 60_000,
    // Tests of the server wait for PostgreSQL half of their time: on two cores, two files at once.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Most of the time would else go into loading the same modules anew for each file.
    isolate: false,
    unstubEnvs: true,
    restoreMocks: true,
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts"],
      reporter: ["text", "html", "json-summary"],
      reportsDirectory: "coverage",
    },
    projects: [
      {
        extends: true,
        test: {
          name: "library",
          include: ["packages/*/test/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["packages/server/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: ["packages/server/test/**/*.test.ts"],
          exclude: [...alone, ...ofNoDatabase],
          globalSetup: ["packages/server/test/running/global.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "server-alone",
          include: alone,
          isolate: true,
          globalSetup: ["packages/server/test/running/global.ts"],
        },
      },
    ],
  },
});
