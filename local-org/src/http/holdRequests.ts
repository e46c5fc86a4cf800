import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';

/**
 * Keeps a server's requests until there is what answers them; Node drops those that come while nobody listens to them.
 *
 * @returns gives them, and all that follow, to a listener
 */
export function holdRequests(server: Server): (listener: RequestListener) => void {
    const held: [IncomingMessage, ServerResponse][] = [];
    const hold = (request: IncomingMessage, response: ServerResponse) => void held.push([request, response]);
    server.on('request', hold);
    return (listener) => {
        server.off('request', hold);
        server.on('request', listener);
        for (const [request, response] of held) listener(request, response);
    };
}
