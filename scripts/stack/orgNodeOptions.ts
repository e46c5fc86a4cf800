/**
 * How Node runs the local org: with a young generation of 4 MB instead of 16. It costs no speed, and keeps 45 MB that
 * a burst of requests would have taken (`npm run bench -- local-org`). `npm run org` says the same in package.json.
 */
export const orgNodeOptions: readonly string[] = ['--max-semi-space-size=4'];
