/** Runs the steps of stories in order and counts them. Once a step of a story fails, its later steps fail too. */
export interface Report {
    passed: number;
    failed: number;
}

export type Step = (behaviour: string, check: () => Promise<void>) => Promise<void>;

export async function tellStory(title: string, report: Report, tell: (step: Step) => Promise<void>): Promise<void> {
    console.log(`\n${title}`);
    let broken = false;
    await tell(async (behaviour, check) => {
        if (!broken) {
            try {
                await check();
                report.passed += 1;
                console.log(`  ✓ ${behaviour}`);
                return;
            } catch (error) {
                broken = true;
                console.log(error instanceof Error ? (error.stack ?? error.message) : error);
            }
        }
        report.failed += 1;
        console.log(`  ✗ ${behaviour}`);
    });
}
