const range = (first: number, count: number): string[] =>
    Array.from({ length: count }, (_, index) => String(first + index));

/** The agents whose calls the stories tell one by one. */
export const AGENTS: readonly string[] = range(1001, 6);

/** The agents of the queue for many calls at once. */
export const LOAD_AGENTS: readonly string[] = range(1101, 20);

/** With which an agent's phone registers. */
export const phonePasswordOf = (extension: string): string => `phone-of-${extension}`;

/** An agent's phone in pjsip.conf. */
export const agentSections = (extension: string): string => `
[${extension}](agent)
aors = ${extension}
auth = ${extension}
callerid = Agente ${extension} <${extension}>
[${extension}](auth)
username = ${extension}
password = ${phonePasswordOf(extension)}
[${extension}](aor)
`;

const FIRST_TONE_HERTZ = 500;
const TONE_STEP_HERTZ = 20;
const LOAD_TONE_HERTZ = 1_000;

/** What is heard of an agent: a tone that is theirs alone. */
export const phoneToneOf = (extension: string): number =>
    AGENTS.includes(extension)
        ? FIRST_TONE_HERTZ + AGENTS.indexOf(extension) * TONE_STEP_HERTZ
        : LOAD_TONE_HERTZ + LOAD_AGENTS.indexOf(extension) * TONE_STEP_HERTZ;
