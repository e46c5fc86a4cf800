import { SourceError, type SourceErrorCode } from '../recordingSource.ts';

/** By the names that Amazon's error codes have in the SDK. What is not here is `unavailable`. */
const CODES: ReadonlyMap<string, SourceErrorCode> = new Map([
    ['NoSuchKey', 'absent'],
    ['NotFound', 'absent'],
    ['NoSuchBucket', 'refused'],
    ['AccessDenied', 'refused'],
    ['AllAccessDisabled', 'refused'],
    ['Forbidden', 'refused'],
    ['AuthorizationHeaderMalformed', 'refused'],
    ['ExpiredToken', 'refused'],
    ['InvalidAccessKeyId', 'refused'],
    ['InvalidObjectState', 'refused'],
    ['InvalidToken', 'refused'],
    ['PermanentRedirect', 'refused'],
    ['SignatureDoesNotMatch', 'refused'],
    ['CredentialsProviderError', 'refused']
]);

/** Names only in its message: the SDK's own may hold keys. */
export function toSourceError(error: unknown): SourceError {
    if (error instanceof SourceError) return error;
    const name = nameOf(error);
    return new SourceError(CODES.get(name) ?? 'unavailable', `The bucket did not give it (${name})`, { cause: error });
}

/** What the network says has its own code, and no name. */
function nameOf(error: unknown): string {
    if (typeof error !== 'object' || error === null) return 'no error';
    return String('code' in error ? error.code : 'name' in error ? error.name : 'no name');
}

/** Whether S3 answered with one of these codes. */
export const isS3Error = (error: unknown, ...names: readonly string[]): boolean =>
    error instanceof SourceError && error.cause instanceof Error && names.includes(error.cause.name);
