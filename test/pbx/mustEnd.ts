/** Rejects when the run is interrupted, or lasts too long; never resolves. */
export const mustEnd = (limitMinutes: number): Promise<never> =>
    new Promise((_, reject) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const)
            process.once(signal, () => reject(new Error(`Interrupted (${signal}).`)));
        setTimeout(() => reject(new Error(`It took longer than ${limitMinutes} minutes.`)), limitMinutes * 60_000);
    });
