import { fieldOf } from '../../../src/telephony/asterisk/amiMessage.ts';
import type { DialPlanPlace } from '../doctorInput.ts';
import { enumerate, type Finding, findingsOf } from '../finding.ts';
import { type Pbx, unlessRefused } from '../pbxPort.ts';

const { ok, warn, fail } = findingsOf('dial plan');

/** What may stand inside a dial plan function without meaning something there. */
const PLAIN = /^[\w.@+*#-]{1,80}$/;
/** Nobody's: no area code is 10. */
const NATIONAL = '10900000000';
const DIALLABLE = /^[0-9*#]+$/;

interface DialPlanQuestion extends DialPlanPlace {
    readonly queues: readonly string[];
    readonly agents: Iterable<string>;
}

type Answer = 'yes' | 'no' | 'unknown';

/** Whether what the softphone dials exists: the context, and in it the queues and the agents of queues. */
export async function checkDialPlan(pbx: Pbx, question: DialPlanQuestion): Promise<Finding[]> {
    const { context, queueExtensions, outboundNumber, queues, agents } = question;
    switch (await exists(pbx, context)) {
        case 'unknown':
            return [
                warn(
                    `whether the context ${context} exists cannot be seen`,
                    `that takes call in write, and func_dialplan.so; or look at \`asterisk -rx "dialplan show ${context}"\``
                )
            ];
        case 'no':
            return [
                fail(
                    `there is no context ${context}: no transfer and no dialling`,
                    'set DIAL_CONTEXT to the context in which agents dial (`context` of their endpoints in pjsip.conf)'
                )
            ];
    }
    const strangers = [...queueExtensions.keys()].filter((name) => !queues.includes(name));
    const wayTo = (queue: string) => queueExtensions.get(queue) ?? queue;
    const wayless = queues.filter((queue) => !DIALLABLE.test(wayTo(queue)));
    const dialled = queues.filter((queue) => !wayless.includes(queue)).map(wayTo);
    const isMissing = async (extension: string) => (await exists(pbx, `${context},${extension},1`)) === 'no';
    const missing = [];
    for (const extension of [...dialled, ...agents]) if (await isMissing(extension)) missing.push(extension);
    const outside = outboundNumber.replace('{national}', NATIONAL).replace('{e164}', `55${NATIONAL}`);
    const findings = [
        ...(missing.length > 0
            ? [
                  fail(
                      `cannot be dialled in ${context}: ${enumerate(missing)}`,
                      `extensions.conf, [${context}]: exten => ${missing[0]},1,… or include the context that has it`
                  )
              ]
            : []),
        ...((await isMissing(outside))
            ? [
                  warn(
                      `no outside number can be dialled in ${context} as ${outboundNumber}`,
                      'set OUTBOUND_NUMBER to what agents dial for an outside line, such as 0{national} or 9{e164}'
                  )
              ]
            : []),
        ...(wayless.length > 0
            ? [
                  warn(
                      `no extension leads to the queue ${enumerate(wayless)}: no call can be handed to it`,
                      `QUEUE_EXTENSIONS=${wayless[0]}=… with what is dialled for it`
                  )
              ]
            : []),
        ...(strangers.length > 0
            ? [warn(`QUEUE_EXTENSIONS names no queue of the PBX: ${enumerate(strangers)}`, 'correct the names')]
            : [])
    ];
    return findings.length > 0 ? findings : [ok(`${context} leads to the queues, their agents and the outside`)];
}

/** @param place `context`, or `context,extension,priority` */
async function exists(pbx: Pbx, place: string): Promise<Answer> {
    if (!place.split(',').every((part) => PLAIN.test(part))) return 'unknown';
    const answer = await unlessRefused(pbx.ask({ Action: 'Getvar', Variable: `DIALPLAN_EXISTS(${place})` }));
    // without the module the function is empty
    const value = answer ? fieldOf(answer, 'Value') : '';
    return value === '1' ? 'yes' : value === '0' ? 'no' : 'unknown';
}
