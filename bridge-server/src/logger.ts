import pino, { type DestinationStream, type Logger } from 'pino';

/** Constant messages with fields. Whatever is personal goes under `pii`, which never reaches the log. */
export const createLogger = (level: string, destination?: DestinationStream): Logger =>
    pino(
        {
            level,
            base: undefined,
            timestamp: pino.stdTimeFunctions.isoTime,
            redact: { paths: ['pii', '*.pii'], remove: true },
            serializers: { err: describeError }
        },
        destination
    );

interface DescribedError {
    readonly type: string;
    readonly code?: string;
    readonly message?: string;
    readonly at?: string;
    readonly cause?: DescribedError | undefined;
}

const MAX_CAUSES = 5;

/** What an error says without what it quotes: no fields of rows, and no words of those whose words may be personal. */
function describeError(error: unknown, depth = 0): DescribedError {
    if (!(error instanceof Error)) return { type: typeof error };
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    return {
        type: error.name,
        ...(code !== undefined && { code }),
        ...(!quotesData(error, code) && { message: error.message }),
        at: framesOf(error),
        ...(error.cause !== undefined &&
            depth < MAX_CAUSES &&
            !quotesData(error, code) && { cause: describeError(error.cause, depth + 1) })
    };
}

/** Salesforce quotes what it refuses; so does PostgreSQL in its data exceptions (class 22). */
const quotesData = ({ name }: Error, code: string | undefined): boolean =>
    name === 'SalesforceError' || /^22\w{3}$/.test(code ?? '') || /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(name);

/** The stack without its first lines, which repeat the message. */
const framesOf = ({ stack = '' }: Error): string =>
    stack
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .map((line) => line.trim())
        .join(' ');
