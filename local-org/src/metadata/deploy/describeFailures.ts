import type { SourceMap } from '../package/sourceMap.ts';
import type { DeployMessage, DeployOutcome } from './deployOutcome.ts';

/**
 * What failed in a deploy, one line each, with its place in the source folder: first what is wrong by itself, then
 * what fails because something before it did.
 */
export function describeFailures({ messages, error }: DeployOutcome, sources: SourceMap): string[] {
    const failures = messages.filter(({ success }) => !success);
    const failed = new Set(failures.map(({ componentType, fullName }) => keyOf(componentType, fullName)));
    const follows = ({ missing }: DeployMessage) =>
        missing !== undefined && failed.has(keyOf(missing.type, missing.fullName));
    return [
        ...(error ? [error.message] : []),
        ...failures.filter((failure) => !follows(failure)).map((failure) => describeFailure(failure, sources)),
        ...failures.filter(follows).map((failure) => `${describeFailure(failure, sources)} (it failed, see above)`)
    ];
}

export function describeFailure(message: DeployMessage, sources: SourceMap): string {
    const { fileName, lineNumber, columnNumber, componentType, fullName, problem } = message;
    const place = sources.locate(fileName, lineNumber, columnNumber);
    return `${place} ${[componentType, fullName].filter((name) => name !== '').join(' ')}: ${problem}`;
}

function keyOf(type: string, fullName: string): string {
    return `${type} ${fullName}`.toLowerCase();
}
