import { setTimeout as wait } from 'node:timers/promises';
import type { AgentGate } from './agentGates.ts';
import { createRecordingPlacer } from './placeRecording.ts';
import { readCapture } from './readCapture.ts';
import { BadArguments, readReplayArguments, type ReplayArguments, USAGE } from './replayArguments.ts';
import { createReplayServer, type ReplayServer } from './replayServer.ts';

const LAST_WORDS_MS = 1_000;
const MAX_DRAIN_MS = 60_000;

try {
    await replay(readReplayArguments(process.argv.slice(2)));
} catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${message}\n${error instanceof BadArguments ? `\n${USAGE}\n` : ''}`);
    process.exitCode = error instanceof BadArguments ? 2 : 1;
}

/** Plays the capture to a bridge. Throws when the capture can't be read, the port is taken or no bridge comes. */
async function replay({ file, speed, host, port, times, waitSeconds, agents, recording }: ReplayArguments) {
    const messages = await readCapture(file);
    const server = createReplayServer({
        messages,
        speed,
        agents,
        onSent: showProgress,
        onWaiting: showWaiting,
        ...(recording && { beforeMessage: createRecordingPlacer(recording.audioFile, recording.directory) })
    });
    const address = { host, port: await server.listen(port, host) };
    process.once('SIGINT', () => void server.close().then(() => process.exit(130)));
    try {
        await meetBridge(server, address, waitSeconds);
        for (let round = 1; round <= times; round += 1) {
            say(times > 1 ? `playing ${file}, ${round} of ${times}` : `playing ${file}`);
            server.rewind();
            await server.play();
        }
        await Promise.race([server.drained(), wait(MAX_DRAIN_MS, undefined, { ref: false })]);
        await wait(LAST_WORDS_MS);
        say(summaryOf(server, messages.length * times));
    } finally {
        await server.close();
    }
}

async function meetBridge(server: ReplayServer, { host, port }: { host: string; port: number }, waitSeconds: number) {
    const settings = `AMI_HOST=${host} AMI_PORT=${port}`;
    say(`a recorded PBX listens on ${host}:${port} and accepts any AMI_USERNAME and AMI_SECRET`);
    say(`waiting ${waitSeconds} s for the bridge; it must run with ${settings}`);
    try {
        await server.bridgeConnected(waitSeconds * 1000);
    } catch (error) {
        const advice = `Start the bridge with ${settings} and any AMI_SECRET, or give this command the port it has.`;
        throw new Error(`No bridge connected within ${waitSeconds} s. ${advice}`, { cause: error });
    }
    say('the bridge is connected');
}

function summaryOf({ actions, disconnections }: ReplayServer, sent: number): string {
    const commands = actions.map(({ Action }) => String(Action)).filter((name) => /^(PJSIPNotify|Hangup)$/.test(name));
    const asked = commands.length > 0 ? `, the softphone asked for ${commands.join(', ')}` : '';
    // the bridge is still connected now, so each disconnection counted was one too many
    const left = disconnections > 0 ? `; the bridge was away ${disconnections} times` : '';
    return `done: ${sent} events sent${asked}${left}`;
}

function showProgress(sent: number, total: number): void {
    if (process.stdout.isTTY) process.stdout.write(`\r${sent} of ${total} events${sent === total ? '\n' : ''}`);
}

function showWaiting({ agent, command }: AgentGate): void {
    const what = command === 'Hangup' ? 'hang up' : 'answer';
    say(`${process.stdout.isTTY ? '\n' : ''}waiting for agent ${agent} to ${what} in the softphone`);
}

function say(line: string): void {
    process.stdout.write(`${line}\n`);
}
