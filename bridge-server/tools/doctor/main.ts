import { parseArgs } from 'node:util';
import { BadConfiguration } from '../../src/config.ts';
import { describeSections, hasFailed } from './describeSections.ts';
import { type DoctorInput, readDoctorInput } from './doctorInput.ts';
import { examine, type Section } from './examine.ts';
import { findingsOf } from './finding.ts';

const USAGE = `Looks at the PBX, the recordings and the org as the bridge would, and says what to do.

  npm run doctor [-- --json]
  npm exec -- node --env-file=/etc/softphone/bridge.env bridge-server/tools/doctor/main.ts

  From the environment: the bridge's own variables. Run it as the bridge's user, on the bridge's machine.
  Exit code: 0 nothing failed; 1 something did; 2 the command line makes no sense.`;

const configuration = findingsOf('variables');

try {
    const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
    const sections = await inspect();
    process.stdout.write(`${values.json ? JSON.stringify(sections, null, 4) : describeSections(sections)}\n`);
    process.exitCode = hasFailed(sections) ? 1 : 0;
} catch (error) {
    const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    process.stderr.write(isUsage ? `${error.message}\n\n${USAGE}\n` : `${String(error)}\n`);
    process.exitCode = isUsage ? 2 : 1;
}

async function inspect(): Promise<Section[]> {
    let input: DoctorInput;
    try {
        input = readDoctorInput(process.env);
    } catch (error) {
        if (!(error instanceof BadConfiguration)) throw error;
        const [, ...lines] = error.message.split('\n');
        const findings = lines.map((line) => configuration.fail(line.trim(), 'see docs/configuration.md'));
        return [{ title: 'Configuration', findings }];
    }
    const good = { title: 'Configuration', findings: [configuration.ok('can be read')] };
    return [good, ...(await examine(input))];
}
