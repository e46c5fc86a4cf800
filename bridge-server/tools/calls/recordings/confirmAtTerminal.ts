import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { BadArguments } from '../badArguments.ts';
import { forTerminal } from '../formatTable.ts';

/** Has the protocol typed again; whoever ends the input means no. Throws BadArguments when there is no terminal to ask at. */
export async function confirmAtTerminal(what: string, protocol: string): Promise<boolean> {
    if (!process.stdin.isTTY) throw new BadArguments('Nobody can be asked here whether to erase: add --yes.');
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    const ended = once(terminal, 'close').then(() => '');
    try {
        const question = `This erases ${forTerminal(what)} for good. Type the protocol again to go on: `;
        const answer = terminal.question(question).catch(() => '');
        return (await Promise.race([answer, ended])).trim() === protocol;
    } finally {
        terminal.close();
    }
}
