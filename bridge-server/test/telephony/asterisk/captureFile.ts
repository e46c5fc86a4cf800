import { join } from 'node:path';

/** The path of a recorded stream. */
export const captureFile = (name: string): string => join(import.meta.dirname, '../../captures', name);
