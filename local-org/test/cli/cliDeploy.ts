import type { CliAnswer, SalesforceCli } from './salesforceCli.ts';

/** How the CLI hands a package over: through the SOAP or the REST Metadata API. */
export type Transport = 'SOAP' | 'REST';

/** A component that a deploy refused. */
export interface DeployFailure {
    readonly componentType: string;
    readonly fullName: string;
    readonly fileName: string;
    readonly problem: string;
    readonly lineNumber?: number | string;
    readonly columnNumber?: number | string;
}

export interface CliDeploy {
    readonly exitCode: number;
    readonly status: string;
    readonly failures: DeployFailure[];
    readonly deployedCount: number;
}

interface DeployResult {
    status?: string;
    numberComponentsDeployed?: number;
    details?: { componentFailures?: DeployFailure | DeployFailure[] };
}

/** `sf project deploy …` with these words, and what came of it. */
export async function deployByCli(
    cli: SalesforceCli,
    folder: string,
    words: string,
    transport: Transport
): Promise<CliDeploy> {
    const answer = await cli.run(`project deploy ${words} --target-org local`, {
        folder,
        environment: { SF_ORG_METADATA_REST_DEPLOY: String(transport === 'REST') }
    });
    return readDeploy(answer);
}

function readDeploy(answer: CliAnswer): CliDeploy {
    const result = (answer.result ?? {}) as DeployResult;
    return {
        exitCode: answer.status,
        status: result.status ?? `${answer.name}: ${answer.message}`,
        failures: [result.details?.componentFailures ?? []].flat(),
        deployedCount: result.numberComponentsDeployed ?? 0
    };
}
