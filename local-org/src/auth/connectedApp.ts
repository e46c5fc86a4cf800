/** The app that may ask for tokens with assertions signed by its key. */
export interface ConnectedApp {
    clientId: string;
    /** PEM of the public key, or of the certificate that holds it. */
    publicKeyPem: string;
}
