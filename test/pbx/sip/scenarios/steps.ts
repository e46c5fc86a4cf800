/** Steps of sipp scenarios. A scenario is XML; sipp fills in the words in brackets, those with $ from variables. */

/**
 * Tells the control connection what happened to the call, and `fields`, one a line. The scenario goes to `next` in the
 * same step: who is told may command at once, and sipp ends a call whose command comes between two steps.
 */
export const tell = (event: string, next: string, fields: Readonly<Record<string, string>> = {}) => {
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
    return `<sendCmd next="${next}"><![CDATA[\nCall-ID: [call_id]\nEvent: ${event}\n${lines.join('')}\n]]></sendCmd>`;
};

/** Sends a SIP message; the body is an SDP. */
export function send(lines: readonly string[], { body = '', attributes = '' } = {}): string {
    const about = body ? ['Content-Type: application/sdp', 'Content-Length: [len]'] : ['Content-Length: 0'];
    return `<send ${attributes}><![CDATA[\n${[...lines, ...about].join('\n')}\n\n${body}\n]]></send>`;
}

/** Sent again until something comes back; when nothing does, the scenario goes to `unanswered`, or the call is given up. */
export const repeated = (unanswered?: string) => ({
    attributes: `retrans="500" ${unanswered ? `ontimeout="${unanswered}"` : ''}`
});

/** Answers the request that came last; then the scenario goes to `next`. */
export const reply = (status: string, next: string, body = '') =>
    send(
        [`SIP/2.0 ${status}`, '[last_Via:]', '[last_From:]', '[last_To:]', '[last_Call-ID:]', '[last_CSeq:]', CONTACT],
        { body, attributes: `next="${next}"` }
    );

/** Where requests of the PBX find this call; `user` is a variable of every scenario. */
export const CONTACT = 'Contact: <sip:[$user]@[local_ip]:[local_port]>';

export const label = (name: string) => `<label id="${name}"/>`;
export const goTo = (name: string) => `<nop next="${name}"/>`;
/** Goes there if the variable is set. */
export const goToIf = (variable: string, name: string) => `<nop test="${variable}" next="${name}"/>`;

/** May come; then the scenario goes to `name`, or waits on. */
export const mayReceive = (what: string | number, name?: string, actions = '') =>
    `<recv ${typeof what === 'number' ? 'response' : 'request'}="${what}" optional="true"
        ${name ? `next="${name}"` : ''}>${actions && `<action>${actions}</action>`}</recv>`;

/** Keeps what the pattern finds in the message; its first group under the second name, if there are two. */
export const find = (pattern: string, variables: string, header?: string) =>
    `<ereg regexp="${pattern}" ${header ? `search_in="hdr" header="${header}"` : 'search_in="msg"'} check_it="false"
        assign_to="${variables}"/>`;

export const set = (variable: string, value: string) => `<assignstr assign_to="${variable}" value="${value}"/>`;

/**
 * Waits for a command of the control connection, and sets the variable of its name. A pattern that finds nothing would
 * leave what an earlier command set.
 */
export function receiveCommand(commands: readonly string[], actions = ''): string {
    const choices = commands.map(
        (command) =>
            `<strcmp assign_to="different" variable="command" value="${command}"/>
             <test assign_to="${command}" variable="different" compare="equal" value="0"/>`
    );
    return `<recvCmd><action>
        ${find('Command: ([a-zA-Z0-9]+)', 'line,command')}
        ${choices.join('\n')}
        ${actions}
    </action></recvCmd>`;
}
export const COMMAND_VARIABLES = ['line', 'command', 'different'];

/** Requests that are answered with a plain 200, at the label `name`. */
export const politely = (name: string) =>
    ['OPTIONS', 'NOTIFY', 'INFO', 'UPDATE', 'MESSAGE'].map((method) => mayReceive(method, name)).join('\n');

/**
 * sipp takes one step at a time, and ends a call whose next message comes between two steps. With this, the message waits
 * for the next step that receives.
 */
export const keepForLater = `${label('_unexp.main')}
    <nop><action>
        <assign assign_to="back" variable="_unexp.retaddr"/>
        <assign assign_to="_unexp.retaddr" value="0"/>
        <jump variable="back"/>
    </action></nop>`;

/** sipp refuses a scenario with a variable that is set and never read. */
export const scenario = (name: string, variables: readonly string[], steps: readonly string[]) =>
    `<?xml version="1.0" encoding="UTF-8"?>
<scenario name="${name}">
${steps.join('\n')}
${variables.length ? `<Reference variables="${variables.join(',')}"/>` : ''}
</scenario>
`;
