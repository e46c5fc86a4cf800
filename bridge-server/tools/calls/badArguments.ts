/** The command line or the environment cannot be used; the message says why. */
export class BadArguments extends Error {
    override readonly name = 'BadArguments';
}
