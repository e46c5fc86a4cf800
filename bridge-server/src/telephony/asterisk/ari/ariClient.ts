/** The PBX's REST interface, as far as the bridge uses it. */
export interface AriClient {
    /** Sends a request such as `POST /channels/{id}/moh`. Throws AriRefused, AriUnreachable. */
    request(
        method: 'GET' | 'POST' | 'DELETE',
        path: string,
        query?: Readonly<Record<string, string>>
    ): Promise<unknown>;
    /** The application under which this bridge's own channels run. */
    readonly app: string;
    close(): Promise<void>;
}
