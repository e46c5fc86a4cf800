import type { AmiLogin } from '../doctorInput.ts';
import { type Finding, findingsOf } from '../finding.ts';
import type { Certificate, Greeting } from '../greeting.ts';

const ami = findingsOf('AMI');
const tls = findingsOf('TLS');

const BANNER = /^Asterisk Call Manager\/\S+$/;
const TLS_ERROR = /^(ERR_SSL|EPROTO)/;
const DAY_MS = 24 * 60 * 60_000;
const WARN_DAYS = 30;

/** Whether a manager interface is there, and whether its certificate can be trusted. */
export function checkGreeting(greeting: Greeting, { host, port, tls: isTls }: AmiLogin, nowMs: number): Finding[] {
    const address = `${host}:${port}`;
    switch (greeting.kind) {
        case 'unreachable':
            return [
                TLS_ERROR.test(greeting.code)
                    ? ami.fail(`${address} speaks no TLS`, 'AMI_PORT must be the port of tlsbindaddr, or AMI_TLS=off')
                    : ami.fail(`${address} cannot be reached (${greeting.code})`, adviceOf(greeting.code))
            ];
        case 'silent':
            return [
                ami.fail(
                    `${address} accepts the connection and says nothing`,
                    isTls
                        ? 'is there a manager interface behind it? See tlsbindaddr in manager.conf'
                        : 'if this is the port of tlsbindaddr, set AMI_TLS=on; otherwise set AMI_PORT to the port of manager.conf'
                )
            ];
        case 'greeted':
            if (!BANNER.test(greeting.banner))
                return [ami.fail(`${address} is no manager interface`, 'set AMI_HOST and AMI_PORT as in manager.conf')];
            return [
                ami.ok(`${greeting.banner} at ${address}`),
                ...(greeting.certificate ? [checkCertificate(greeting.certificate, nowMs)] : [])
            ];
    }
}

function adviceOf(code: string): string {
    switch (code) {
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return 'no such name: correct AMI_HOST';
        case 'ECONNREFUSED':
            return 'manager.conf, [general]: enabled = yes, and bindaddr and port as in AMI_HOST and AMI_PORT; then `asterisk -rx "manager reload"`';
        default:
            return 'look at the firewall between the bridge and the PBX, and at bindaddr in manager.conf';
    }
}

function checkCertificate({ distrust, endsAt }: Certificate, nowMs: number): Finding {
    const days = Math.floor((endsAt - nowMs) / DAY_MS);
    const until = Number.isNaN(endsAt) ? 'unknown' : new Date(endsAt).toISOString().slice(0, 10);
    const renew = 'renew the certificate (tlscertfile in manager.conf)';
    if (days < 0) return tls.fail(`the certificate ended on ${until}`, renew);
    if (distrust !== null)
        return tls.fail(
            `the certificate is not trusted (${distrust})`,
            'set NODE_EXTRA_CA_CERTS to the authority that signed it, and AMI_HOST to a name in it'
        );
    if (days < WARN_DAYS) return tls.warn(`the certificate ends on ${until}, in ${days} days`, renew);
    return tls.ok(`the certificate is trusted and valid until ${until}`);
}
