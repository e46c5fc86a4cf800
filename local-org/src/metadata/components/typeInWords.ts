/** `Validation Rule` of `ValidationRule`, as the platform's messages have it. */
export function typeInWords(type: string): string {
    return type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}
