import type { z } from 'zod';
import { RequestRefused } from './requestRefused.ts';

/** Parses what came over the wire. Throws RequestRefused (400) naming every field that is wrong. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const errors = result.error.issues.map(({ path, message }) => ({ field: path.join('.') || '(body)', message }));
    const detail = `Correct ${errors.map(({ field, message }) => `${field}: ${message}`).join('; ')}`;
    throw new RequestRefused(400, detail, { errors });
}
