const GREATEST_PORT = 65_535;

/** A port from the environment. Throws with what a good value looks like. An empty variable counts as not set. */
export function readPort(variable: string, fallback: number): number {
    const text = process.env[variable] || String(fallback);
    const port = /^\d+$/.test(text) ? Number(text) : 0;
    if (port >= 1 && port <= GREATEST_PORT) return port;
    throw new Error(`${variable} must be a port such as ${fallback}, and is "${text}"`);
}
