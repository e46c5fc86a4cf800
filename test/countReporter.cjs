/** One line that a machine can read: `N passed, N failed`. */
module.exports = class CountReporter {
    onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
        console.log(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`);
    }
};
