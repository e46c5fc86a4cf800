import type { Words } from './words.ts';

export const english: Words = {
    language: 'en',
    product: 'Recordings',
    protocol: 'Protocol',
    reasons: {
        'protocol-unknown': {
            title: 'Protocol not found',
            text: 'No call has this protocol. Check the address.'
        },
        'not-recorded': { title: 'No recording', text: 'This call was not recorded.' },
        'recording-not-ready': {
            title: 'The recording is on its way',
            text: 'It is still being copied from the telephone system. That usually takes a few seconds.'
        },
        'recording-lost': {
            title: 'The recording could not be obtained',
            text: 'The telephone system did not hand over the recording of this call. Tell your administrator, who can look for it.'
        },
        'recording-deleted': { title: 'Recording deleted', text: 'This recording was deleted.' },
        'no-case': {
            title: 'Call without a case',
            text: 'This call has no case in Salesforce. Without one, nobody can say who may hear the recording.'
        },
        'case-not-readable': {
            title: 'You have no access to this recording',
            text: "Whoever sees the call's case in Salesforce may hear it, and your user does not. If you need it, ask for access to the case."
        },
        'attempt-unknown': {
            title: 'You could not be signed in',
            text: 'This sign-in took too long, was used already, or began in another browser. Open the link of the recording again.'
        },
        denied: {
            title: 'You are not signed in',
            text: 'Access was denied on the page of Salesforce. Without it, nobody knows who you are.'
        },
        'not-permitted': {
            title: 'Your user may not sign in here',
            text: 'Salesforce does not let your user use the app for recordings. Ask your administrator to permit it.'
        },
        'code-refused': {
            title: 'You could not be signed in',
            text: 'Salesforce did not take this sign-in. Try again.'
        },
        'foreign-org': {
            title: 'This is another organization',
            text: 'You signed in as a user of another Salesforce organization. Sign in as one of this organization.'
        },
        'user-unknown': {
            title: 'Unknown user',
            text: 'The telephony server does not see your user in Salesforce, or it is not active. Tell your administrator.'
        },
        'sign-in-off': {
            title: 'Listen in the console',
            text: 'This address cannot tell who you are yet. Open the case of the call in the Salesforce console: the recording plays in “Calls of this case”.'
        },
        'api-off': {
            title: 'Your user may not use the API',
            text: 'Salesforce is asked in your name whether you see the case. Ask your administrator for the permission “API Enabled”.'
        },
        'token-refused': {
            title: 'Salesforce refused your session',
            text: "The session that was just opened was not taken. Tell your administrator: the app's session policies may prevent it."
        },
        'salesforce-away': {
            title: 'Salesforce does not answer',
            text: 'Without it, nobody knows whether you may hear this recording. Try again in a moment.'
        },
        'bridge-away': {
            title: 'Not possible just now',
            text: 'A part of the telephony server does not answer. Try again in a moment.'
        },
        failed: {
            title: 'Something went wrong',
            text: 'The telephony server failed; its log says why. Tell your administrator.'
        }
    },
    deletedByRetention: (day, days) =>
        `This recording was deleted on ${day} because the retention period of ${days} days was over.`,
    erased: (day, reason) =>
        reason === null
            ? `This recording was deleted on ${day}.`
            : `This recording was deleted on ${day}. Reason: ${reason}`,
    signedInAs: (name) => `You are signed in as ${name}.`,
    tryAgain: 'Try again',
    signIn: 'Sign in',
    signInAsOther: 'Sign in as somebody else',
    severalTitle: 'Recordings of the call',
    severalText: 'This call has more than one recording.',
    part: (number) => `Recording ${number}`,
    duration: (text) => `Length: ${text}`,
    save: 'Download',
    notPlayable: 'Browsers do not play this format. Download the recording to hear it in another program.'
};
