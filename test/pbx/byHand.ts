import { phonePasswordOf } from './asterisk/agentPhones.ts';
import { startAsterisk } from './asterisk/startAsterisk.ts';

/** `node test/pbx/byHand.ts [FOLDER]`: the PBX of the tests alone, to try things on, until it is interrupted. */
const pbx = await startAsterisk({ runDir: process.argv[2] });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void pbx.remove());
console.log(JSON.stringify({ ...pbx, passwordOf1001: phonePasswordOf('1001') }, null, 2));
