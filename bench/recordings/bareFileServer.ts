import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';

/**
 * The yardstick: a file server of `node:http` and nothing else. It asks nobody who they are and writes nothing down.
 * `FILE` is what it serves at `/recording`, `PORT` where.
 */
const { FILE: file = '', PORT: port = '' } = process.env;
const RANGE = /^bytes=(\d+)-(\d*)$/;

async function serve(range: string | undefined, response: ServerResponse): Promise<void> {
    const { size } = await stat(file);
    const [, from = '0', to = ''] = RANGE.exec(range ?? '') ?? [];
    const start = Number(from);
    const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
    response.writeHead(206, {
        'content-type': 'audio/wav',
        'content-length': end - start + 1,
        'content-range': `bytes ${start}-${end}/${size}`
    });
    createReadStream(file, { start, end }).pipe(response);
}

createServer((request, response) => {
    if (request.url !== '/recording') return void response.end();
    serve(request.headers.range, response).catch((error: unknown) => response.destroy(error as Error));
}).listen(Number(port), '127.0.0.1');
