import pino, { type Logger } from 'pino';

/** Constant messages with fields. Whatever is personal goes under `pii`, which never reaches the log. */
export const createLogger = (level: string): Logger =>
    pino({
        level,
        base: undefined,
        timestamp: pino.stdTimeFunctions.isoTime,
        redact: { paths: ['pii', '*.pii'], remove: true }
    });
