import noUrlHeading from '@salesforce/label/c.Softphone_NoUrlHeading';
import noUrlMessage from '@salesforce/label/c.Softphone_NoUrlMessage';
import unreachableHeading from '@salesforce/label/c.Softphone_UnreachableHeading';
import unreachableMessage from '@salesforce/label/c.Softphone_UnreachableMessage';
import noExtensionHeading from '@salesforce/label/c.Softphone_NoExtensionHeading';
import noExtensionMessage from '@salesforce/label/c.Softphone_NoExtensionMessage';
import inactiveUserHeading from '@salesforce/label/c.Softphone_InactiveUserHeading';
import inactiveUserMessage from '@salesforce/label/c.Softphone_InactiveUserMessage';
import notAuthorisedHeading from '@salesforce/label/c.Softphone_NotAuthorisedHeading';
import notAuthorisedMessage from '@salesforce/label/c.Softphone_NotAuthorisedMessage';
import signInRefusedHeading from '@salesforce/label/c.Softphone_SignInRefusedHeading';
import signInRefusedMessage from '@salesforce/label/c.Softphone_SignInRefusedMessage';
import handshakeFailedHeading from '@salesforce/label/c.Softphone_HandshakeFailedHeading';
import handshakeFailedMessage from '@salesforce/label/c.Softphone_HandshakeFailedMessage';
import refusedHeading from '@salesforce/label/c.Softphone_RefusedHeading';
import refusedMessage from '@salesforce/label/c.Softphone_RefusedMessage';
import cspBlockedHeading from '@salesforce/label/c.Softphone_CspBlockedHeading';
import cspBlockedMessage from '@salesforce/label/c.Softphone_CspBlockedMessage';
import retry from '@salesforce/label/c.Softphone_Retry';

export const connectionProblemLabels = {
    noUrlHeading,
    noUrlMessage,
    unreachableHeading,
    unreachableMessage,
    noExtensionHeading,
    noExtensionMessage,
    inactiveUserHeading,
    inactiveUserMessage,
    notAuthorisedHeading,
    notAuthorisedMessage,
    signInRefusedHeading,
    signInRefusedMessage,
    handshakeFailedHeading,
    handshakeFailedMessage,
    refusedHeading,
    refusedMessage,
    cspBlockedHeading,
    cspBlockedMessage,
    retry
};
