import type { BrowserContext } from 'playwright-core';
import type { ConsolePage } from './consolePage.ts';
import type { TestStack } from './stack.ts';

/** What a browser says by itself of requests that fail; everything else is a complaint of the page. */
const FAILED_REQUEST = /^Failed to load resource|blocked by CORS policy|Content Security Policy/;

export const complaintsBesideFailedRequests = ({ complaints }: Pick<ConsolePage, 'complaints'>): string[] =>
    complaints.filter((complaint) => !FAILED_REQUEST.test(complaint));

/** The page's policy leaves out the bridge, as in an org where it is no trusted site. */
export const distrustBridge = (context: BrowserContext, stack: TestStack): Promise<unknown> =>
    changePolicy(context, stack, '');

/** The page finds the bridge at another address. */
export async function moveBridge(context: BrowserContext, stack: TestStack, url: string): Promise<void> {
    // a page that comes from here has no address, and might not call this machine
    await context.grantPermissions(['local-network-access'], { origin: stack.consoleUrl });
    await changePolicy(context, stack, url);
    await context.route(`${stack.consoleUrl}/session?*`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), bridgeUrl: url } });
    });
}

/** @param url what the policy says where it said the bridge's address */
const changePolicy = (context: BrowserContext, { consoleUrl, bridgeUrl }: TestStack, url: string): Promise<unknown> =>
    context.route(`${consoleUrl}/?*`, async (route) => {
        const response = await route.fetch();
        const { 'content-security-policy': policy = '', ...headers } = response.headers();
        await route.fulfill({
            response,
            headers: { ...headers, 'content-security-policy': policy.replaceAll(bridgeUrl, url) }
        });
    });
