import title from '@salesforce/label/c.Softphone_ClickToDialTitle';
import call from '@salesforce/label/c.Softphone_ClickToDialCall';
import numbers from '@salesforce/label/c.Softphone_ClickToDialNumbers';
import loading from '@salesforce/label/c.Softphone_ClickToDialLoading';
import empty from '@salesforce/label/c.Softphone_ClickToDialEmpty';
import failed from '@salesforce/label/c.Softphone_ClickToDialFailed';
import noSoftphone from '@salesforce/label/c.Softphone_ClickToDialNoSoftphone';
import disconnected from '@salesforce/label/c.Softphone_ClickToDialDisconnected';
import impossible from '@salesforce/label/c.Softphone_ClickToDialImpossible';
import dialling from '@salesforce/label/c.Softphone_ClickToDialDialling';
import accepted from '@salesforce/label/c.Softphone_ClickToDialAccepted';
import refused from '@salesforce/label/c.Softphone_ClickToDialRefused';
import numberRefused from '@salesforce/label/c.Softphone_ClickToDialNumberRefused';
import noArea from '@salesforce/label/c.Softphone_ClickToDialNoArea';
import unreachable from '@salesforce/label/c.Softphone_CommandUnreachable';
import forbidden from '@salesforce/label/c.Softphone_CommandForbidden';
import telephonyAway from '@salesforce/label/c.Softphone_CommandTelephonyAway';
import telephonyRefused from '@salesforce/label/c.Softphone_CommandTelephonyRefused';
import phone from '@salesforce/label/c.Softphone_PhoneMain';
import mobile from '@salesforce/label/c.Softphone_PhoneMobile';
import home from '@salesforce/label/c.Softphone_PhoneHome';
import other from '@salesforce/label/c.Softphone_PhoneOther';
import phoneOfContact from '@salesforce/label/c.Softphone_PhoneOfContact';
import mobileOfContact from '@salesforce/label/c.Softphone_MobileOfContact';
import calling from '@salesforce/label/c.Softphone_PhoneCalling';
import supplied from '@salesforce/label/c.Softphone_PhoneSupplied';

export const labels = {
    title,
    call,
    numbers,
    loading,
    empty,
    failed,
    noSoftphone,
    disconnected,
    impossible,
    dialling,
    accepted,
    refused,
    numberRefused,
    noArea,
    unreachable,
    forbidden,
    telephonyAway,
    telephonyRefused,
    phone,
    mobile,
    home,
    other,
    phoneOfContact,
    mobileOfContact,
    calling,
    supplied
};
