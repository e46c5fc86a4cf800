import { notEmulated, refuse } from '../../errors/refusals.ts';
import type { DeployOptions } from '../deploy/deployOptions.ts';

const TEST_LEVELS = [
    'NoTestRun',
    'RunSpecifiedTests',
    'RunRelevantTests',
    'RunLocalTests',
    'RunAllTestsInOrg'
] as const;
const FLAGS = [
    'allowMissingFiles',
    'autoUpdatePackage',
    'checkOnly',
    'ignoreWarnings',
    'performRetrieve',
    'purgeOnDelete',
    'rollbackOnError',
    'singlePackage'
];
const MEMBERS = [...FLAGS, 'runTests', 'testLevel'];

type Members = Partial<Record<string, unknown>>;

/**
 * DeployOptions as JSON or the text of XML elements names them; what is missing is false, and no tests are run.
 *
 * @throws SalesforceError for an unknown member, a value that does not fit, or tests to run, of which the org has none
 */
export function readDeployOptions(members: Members): DeployOptions {
    const unknown = Object.keys(members).find((name) => !MEMBERS.includes(name));
    if (unknown) throw refuse('INVALID_FIELD', `DeployOptions has no field ${unknown}`);
    const runTests = [members.runTests ?? []].flat();
    if (runTests.length > 0) throw notEmulated('Apex, and so no tests to run');
    return {
        checkOnly: readFlag(members, 'checkOnly'),
        rollbackOnError: readFlag(members, 'rollbackOnError'),
        ignoreWarnings: readFlag(members, 'ignoreWarnings'),
        singlePackage: readFlag(members, 'singlePackage'),
        allowMissingFiles: readFlag(members, 'allowMissingFiles'),
        autoUpdatePackage: readFlag(members, 'autoUpdatePackage'),
        purgeOnDelete: readFlag(members, 'purgeOnDelete'),
        testLevel: readTestLevel(members.testLevel)
    };
}

function readFlag(members: Members, name: string): boolean {
    const value = members[name] ?? false;
    if (value === true || value === 'true' || value === '1') return true;
    if (value === false || value === 'false' || value === '0') return false;
    throw refuse('INVALID_TYPE', `'${String(value)}' is not a valid value for the type xsd:boolean: ${name}`);
}

function readTestLevel(value: unknown): DeployOptions['testLevel'] {
    if (value === undefined || value === null) return 'NoTestRun';
    const testLevel = TEST_LEVELS.find((level) => level === value);
    if (!testLevel) throw refuse('INVALID_TYPE', `'${String(value)}' is not a valid value for the enum 'TestLevel'`);
    return testLevel;
}
