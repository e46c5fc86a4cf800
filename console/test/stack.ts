export interface Stack {
    readonly consoleUrl: string;
    readonly stop: () => Promise<void>;
}
