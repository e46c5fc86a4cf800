import { text, Router, type ErrorRequestHandler, type Request } from 'express';
import { refuse } from '../errors/refusals.ts';
import { answerSoap } from '../soap/answerSoap.ts';
import type { SoapApi } from '../soap/soapApi.ts';
import { writeFault } from '../soap/writeFault.ts';
import { answerRequest, sendAnswer } from './answerRequest.ts';
import type { LocalOrgServer } from './localOrgServer.ts';

/** 50 MB, in which a zip of 39 MB no longer fits once it is base64: such packages go by REST. */
const LARGEST_ENVELOPE_BYTES = 52_428_800;
const OPERATION = /<(?:[\w-]+:)?Body[^<>]*>\s*<(?:[\w-]+:)?([\w-]+)/;

/** The Metadata and Partner APIs by SOAP: `/services/Soap/m/66.0`, with or without the org's id behind it. */
export function soapRouter(server: LocalOrgServer): Router {
    const router = Router();
    for (const api of ['m', 'u'] as const) {
        router.post(
            `/services/Soap/${api}/:version{/:organization}`,
            text({ type: () => true, limit: LARGEST_ENVELOPE_BYTES }),
            answerRequest(
                server,
                (request) => nameCall(api, request),
                (request) => answerSoap(server, api, String(request.params.version), envelopeOf(request)),
                (error) => writeFault(api, error)
            ),
            answerLargeEnvelope(api)
        );
    }
    return router;
}

function envelopeOf({ body }: Request): string {
    return typeof body === 'string' ? body : '';
}

/** As the ledger counts it: `/services/Soap/m/vNN.0 deploy`. */
function nameCall(api: SoapApi, request: Request): string {
    const operation = OPERATION.exec(envelopeOf(request))?.[1] ?? '…';
    return `/services/Soap/${api}/vNN.0 ${operation}`;
}

function answerLargeEnvelope(api: SoapApi): ErrorRequestHandler {
    return (error, _request, response, next) => {
        if (!(error instanceof Error && 'status' in error && error.status === 413)) return next(error);
        const message = `Maximum size of request reached. Maximum size of request is ${LARGEST_ENVELOPE_BYTES} bytes.`;
        sendAnswer(response, writeFault(api, refuse('UNKNOWN_EXCEPTION', message)));
    };
}
