/** What a deploy is asked to do, as the Metadata API's DeployOptions name it. */
export interface DeployOptions {
    /** Validates and changes nothing. */
    checkOnly: boolean;
    /** Nothing stays when anything fails; otherwise the components without problems do. */
    rollbackOnError: boolean;
    /** Warnings do not make the deploy fail; without it they do. */
    ignoreWarnings: boolean;
    /** The package lies at the zip's root, or in its only folder. */
    singlePackage: boolean;
    /** What the manifest names may be missing from the zip. */
    allowMissingFiles: boolean;
    /** What the zip brings beyond the manifest is deployed too. */
    autoUpdatePackage: boolean;
    /** Deleted components skip the recycle bin. */
    purgeOnDelete: boolean;
    testLevel: 'NoTestRun' | 'RunSpecifiedTests' | 'RunRelevantTests' | 'RunLocalTests' | 'RunAllTestsInOrg';
}
