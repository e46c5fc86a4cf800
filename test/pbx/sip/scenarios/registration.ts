import { mayReceive, repeated, scenario, send } from './steps.ts';

const DAY_SECONDS = 86_400;

const register = (cseq: number, extra: readonly string[] = []) =>
    send(
        [
            'REGISTER sip:[remote_ip]:[remote_port] SIP/2.0',
            'Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]',
            'Max-Forwards: 70',
            'From: <sip:[field0]@[remote_ip]>;tag=[pid]-[call_number]',
            'To: <sip:[field0]@[remote_ip]>',
            'Call-ID: [call_id]',
            `CSeq: ${cseq} REGISTER`,
            'Contact: <sip:[field0]@[local_ip]:[contact_port]>',
            `Expires: ${DAY_SECONDS}`,
            ...extra
        ],
        repeated()
    );

/**
 * Registers the extensions of the injection file (extension; password as sipp's authentication words) for a day. The
 * contact is [contact_port], where another process takes their calls.
 */
export const registration = scenario(
    'registration',
    [],
    [
        register(1),
        mayReceive(100),
        '<recv response="401" auth="true"/>',
        register(2, ['[field1]']),
        mayReceive(100),
        '<recv response="200"/>'
    ]
);
