import type { Asterisk } from '../asterisk/startAsterisk.ts';

/** Whose telephone takes no command to answer. */
export const PHONE_ONLY_AGENT = '1006';

/** What an installation would tell its bridge of the PBX with the configuration in `test/pbx/etc`. */
export const pbxEnvironment = (pbx: Asterisk): Readonly<Record<string, string>> => ({
    AMI_HOST: pbx.host,
    AMI_PORT: String(pbx.amiPort),
    AMI_SECRET: pbx.amiSecret,
    AMI_MAX_BACKOFF_MS: '1000',
    ARI_URL: pbx.ariUrl,
    ARI_PASSWORD: pbx.ariPassword,
    RECORDINGS_DIR: pbx.recordingsDir,
    CEL_FILE: pbx.celFile,
    DIAL_CONTEXT: 'softphone',
    QUEUE_EXTENSIONS: 'suporte=4001 vendas=4002 carga=4003',
    OUTBOUND_NUMBER: '9{national}',
    INTERNATIONAL_NUMBER: '900{e164}',
    PROTOCOL_VARIABLE: 'PROTOCOLO',
    QUEUE_LOGIN: 'vendas',
    ANSWER_METHODS: `${PHONE_ONLY_AGENT}=phone-only`
});

/** The same over TLS, with the PBX's own certificate. */
export const pbxTlsEnvironment = (pbx: Asterisk): Readonly<Record<string, string>> => ({
    AMI_TLS: 'on',
    AMI_PORT: String(pbx.amiTlsPort),
    NODE_EXTRA_CA_CERTS: pbx.caFile
});
