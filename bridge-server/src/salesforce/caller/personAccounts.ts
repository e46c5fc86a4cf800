import type { Connection } from 'jsforce';

/**
 * Whether the org has person accounts: then Account has fields that no other org knows. It is asked once; when that
 * fails, at the next call again. The function it returns throws what jsforce throws.
 */
export function createPersonAccountCheck(connection: Connection): () => Promise<boolean> {
    let asked: Promise<boolean> | null = null;

    const ask = async (): Promise<boolean> => {
        const { fields } = await connection.sobject('Account').describe();
        return fields.some(({ name }) => name === 'IsPersonAccount');
    };

    return () =>
        (asked ??= ask().catch((error: unknown) => {
            asked = null;
            throw error;
        }));
}
