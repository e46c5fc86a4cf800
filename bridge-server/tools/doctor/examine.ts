import { checkAgents } from './checks/checkAgents.ts';
import { checkOrg } from './checks/checkOrg.ts';
import { checkRecordings } from './checks/recordings/checkRecordings.ts';
import { checkPbx } from './checkPbx.ts';
import type { DoctorInput } from './doctorInput.ts';
import { type Finding, findingsOf } from './finding.ts';
import { openOrg } from './openOrg.ts';

/** Findings about one thing, under its heading. */
export interface Section {
    readonly title: string;
    readonly findings: readonly Finding[];
}

/** Looks at everything that the bridge needs. Writes nothing anywhere; rejects only for what is our own fault. */
export async function examine(input: DoctorInput, now: () => number = Date.now): Promise<Section[]> {
    const { pbx, mapping } = input;
    const org = openOrg(input);
    const [pbxReport, recordings, orgReport] = await Promise.all([
        pbx && checkPbx(pbx, now),
        checkRecordings({ ...input, ari: pbx?.ari ?? null }, now()),
        checkOrg(org, now)
    ]);
    const members = pbxReport?.members;
    const agents =
        members && orgReport.users
            ? checkAgents({
                  members,
                  users: orgReport.users,
                  holders: await org.agents(),
                  userField: mapping.agent.userField
              })
            : [];
    return [
        {
            title: 'PBX',
            findings: pbxReport?.findings ?? [
                findingsOf('AMI').warn('not configured: the bridge follows no Asterisk', 'set AMI_HOST and AMI_SECRET')
            ]
        },
        { title: 'Recordings', findings: recordings },
        { title: 'Salesforce', findings: [...orgReport.findings, ...agents] }
    ];
}
