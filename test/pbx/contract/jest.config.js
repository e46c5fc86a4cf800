import root from '../../../jest.config.js';

/** What every telephony side promises, held by a real Asterisk: `npm run test:pbx` runs it first. */
const parts = root.projects.find(({ displayName }) => displayName === 'pbx');
export default {
    ...parts,
    displayName: 'contract',
    reporters: root.reporters.map((reporter) => reporter.replace('<rootDir>', root.projects[0].rootDir)),
    roots: ['<rootDir>/test/pbx/contract'],
    testMatch: ['**/*.contract.test.ts'],
    testTimeout: root.testTimeout
};
