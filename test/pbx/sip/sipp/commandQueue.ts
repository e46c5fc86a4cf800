type Fields = Readonly<Record<string, string>>;

/**
 * Commands to one call, one at a time: sipp ends a call that gets a command while it carries out another one. It says
 * what came of each, and then `ready` lets the next one go.
 */
export function createCommandQueue(send: (command: string, fields?: Fields) => void) {
    const waiting: { command: string; fields?: Fields }[] = [];
    let busy = false;

    function sendNext(): void {
        const next = busy ? undefined : waiting.shift();
        if (!next) return;
        busy = true;
        send(next.command, next.fields);
    }
    return {
        command(command: string, fields?: Fields): void {
            waiting.push({ command, fields });
            sendNext();
        },
        ready(): void {
            busy = false;
            sendNext();
        }
    };
}
